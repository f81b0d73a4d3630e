import type { LanguageCode } from "@tavolo/schema";
import type { Mail } from "./mailer.ts";

type Text = Pick<Mail, "subject" | "text">;
type Texts = Record<"en" | "it", Text>;

/** The text in somebody’s language, in English where we do not write it. */
const pick = (texts: Texts, language: LanguageCode): Text => (language === "it" ? texts.it : texts.en);

const lines = (...paragraphs: string[]) => `${paragraphs.join("\n\n")}\n`;

/** A link that signs in, asked for by whoever knows the address. */
export const signInMail = (
  { url, minutes, newPassword }: { url: string; minutes: number; newPassword: boolean },
  language: LanguageCode,
): Text =>
  pick(
    {
      en: {
        subject: newPassword ? "Choose a new password for Tavolo" : "Your link to sign in to Tavolo",
        text: lines(
          newPassword
            ? "Somebody, probably you, asked for a new password. Open this link to sign in, then choose one:"
            : "Somebody, probably you, asked to sign in. Open this link on the device you want to use:",
          url,
          `It works once, for ${minutes} minutes. If it was not you, do nothing: without this link nobody gets in.`,
        ),
      },
      it: {
        subject: newPassword ? "Scegli una nuova password per Tavolo" : "Il tuo link per accedere a Tavolo",
        text: lines(
          newPassword
            ? "Qualcuno, probabilmente tu, ha chiesto una nuova password. Apri questo link per accedere, poi scegline una:"
            : "Qualcuno, probabilmente tu, ha chiesto di accedere. Apri questo link sul dispositivo che vuoi usare:",
          url,
          `Vale una volta sola, per ${minutes} minuti. Se non eri tu, non fare niente: senza questo link non entra nessuno.`,
        ),
      },
    },
    language,
  );

/** Asks whether an address is read by the account that names it. */
export const confirmEmailMail = (
  { url, hours }: { url: string; hours: number },
  language: LanguageCode,
): Text =>
  pick(
    {
      en: {
        subject: "Is this your address?",
        text: lines(
          "Somebody, probably you, gave this address for an account on Tavolo. Open this link to say that it is yours:",
          url,
          `It works once, for ${hours} hours. If it was not you, do nothing, and the address is not used.`,
        ),
      },
      it: {
        subject: "È il tuo indirizzo?",
        text: lines(
          "Qualcuno, probabilmente tu, ha indicato questo indirizzo per un account su Tavolo. Apri questo link per dire che è tuo:",
          url,
          `Vale una volta sola, per ${hours} ore. Se non eri tu, non fare niente e l’indirizzo non sarà usato.`,
        ),
      },
    },
    language,
  );

/** To an address that somebody wanted for another account although it has one. */
export const addressInUseMail = ({ url }: { url: string }, language: LanguageCode): Text =>
  pick(
    {
      en: {
        subject: "Your address on Tavolo",
        text: lines(
          "Somebody wanted to use this address for another account on Tavolo. It belongs to your account, so nothing was changed.",
          `If it was you, sign in to that account instead: ${url}`,
        ),
      },
      it: {
        subject: "Il tuo indirizzo su Tavolo",
        text: lines(
          "Qualcuno voleva usare questo indirizzo per un altro account su Tavolo. Appartiene al tuo account, quindi niente è cambiato.",
          `Se eri tu, accedi invece a quell’account: ${url}`,
        ),
      },
    },
    language,
  );

/** Tells an account’s owner what was changed, in case it was not them. */
export const changedMail = (
  { what, url }: { what: "password" | "email"; url: string },
  language: LanguageCode,
): Text =>
  pick(
    {
      en: {
        subject: what === "password" ? "Your password was changed" : "Your address was changed",
        text: lines(
          what === "password"
            ? "The password of your account on Tavolo was changed, and its other sessions have ended."
            : "Your account on Tavolo has another e-mail address now; this one no longer signs in.",
          `If it was not you, have a sign-in link sent at once, or talk to whoever runs the server: ${url}`,
        ),
      },
      it: {
        subject: what === "password" ? "La tua password è cambiata" : "Il tuo indirizzo è cambiato",
        text: lines(
          what === "password"
            ? "La password del tuo account su Tavolo è cambiata e le altre sessioni sono state chiuse."
            : "Il tuo account su Tavolo ora ha un altro indirizzo e-mail; questo non serve più per accedere.",
          `Se non eri tu, fatti inviare subito un link di accesso o parla con chi gestisce il server: ${url}`,
        ),
      },
    },
    language,
  );

/** Asks somebody to moderate a project. */
export const moderatorInvitationMail = (
  { url, project, inviter, days }: { url: string; project: string; inviter: string; days: number },
  language: LanguageCode,
): Text =>
  pick(
    {
      en: {
        subject: `${oneLine(inviter)} asks you to moderate “${oneLine(project)}”`,
        text: lines(
          `${inviter} asks you to moderate the project “${project}” on Tavolo: to prepare workshops, invite people and lead through the boards.`,
          `Open this link to accept: ${url}`,
          `It works once, for ${days} days. If you expected nothing of the kind, do nothing.`,
        ),
      },
      it: {
        subject: `${oneLine(inviter)} ti chiede di moderare «${oneLine(project)}»`,
        text: lines(
          `${inviter} ti chiede di moderare il progetto «${project}» su Tavolo: preparare laboratori, invitare persone e guidare il lavoro sulle lavagne.`,
          `Apri questo link per accettare: ${url}`,
          `Vale una volta sola, per ${days} giorni. Se non aspettavi niente del genere, non fare niente.`,
        ),
      },
    },
    language,
  );

const oneLine = (text: string) => text.replaceAll(/\s+/g, " ").slice(0, 80);
