import { createTransport } from "nodemailer";
import type { Config } from "../config.ts";
import { describeFault } from "../describe-fault.ts";
import { mailUnavailable } from "../errors.ts";
import type { Log } from "../log.ts";

/** A mail server that has not answered by then is taken for dead. */
const TIMEOUT_MS = 15_000;

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

export interface Mailer {
  /** Whether this server sends mail at all. */
  readonly sends: boolean;
  /** Sends a mail; throws MAIL_UNAVAILABLE where that fails. */
  send(mail: Mail): Promise<void>;
  /**
   * Runs something that may send mail behind the answer’s back: whether there is anybody to write to must not
   * show in how long the answer takes. What fails is logged.
   */
  later(work: () => Promise<unknown>): void;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** Mail by `SMTP_URL`, as plain text. Neither addresses nor texts go into the log. */
export const createMailer = (
  config: Pick<Config, "smtpUrl" | "mailFrom" | "publicUrl">,
  log: Log,
): Mailer => {
  const transport =
    config.smtpUrl === null
      ? null
      : createTransport({
          url: config.smtpUrl,
          connectionTimeout: TIMEOUT_MS,
          greetingTimeout: TIMEOUT_MS,
          socketTimeout: TIMEOUT_MS,
          // A text of ours is what it is: no file or address in it is ever fetched.
          disableFileAccess: true,
          disableUrlAccess: true,
        });
  const from = config.mailFrom ?? `Tavolo <no-reply@${new URL(config.publicUrl).hostname}>`;
  const underWay = new Set<Promise<unknown>>();

  return {
    sends: transport !== null,
    async send({ to, subject, text }) {
      if (!transport) throw mailUnavailable();
      try {
        await transport.sendMail({
          from,
          to: { name: "", address: to },
          subject,
          text,
          headers: { "Auto-Submitted": "auto-generated" },
        });
      } catch (error) {
        log.error(mailFault(error), "mail not sent");
        throw mailUnavailable();
      }
    },
    later(work) {
      const running = work()
        .catch((error: unknown) => log.error({ fault: describeFault(error) }, "work behind an answer failed"))
        .finally(() => underWay.delete(running));
      underWay.add(running);
    },
    async close() {
      await Promise.all(underWay);
      transport?.close();
    },
  };
};

/** A mail server’s own words may repeat the address that it refuses. */
const mailFault = (error: unknown): object => {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return { code, responseCode };
};
