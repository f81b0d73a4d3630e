import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll } from "vitest";

export interface ReceivedMail {
  to: string[];
  subject: string;
  text: string;
}

/** A mail server on a free port for all tests of the enclosing `describe`. */
export interface MailServer {
  /** `smtp://…`, once the tests run. */
  readonly url: string;
  /** The next mail to an address that was not taken yet; waits for it. */
  mailTo(address: string): Promise<ReceivedMail>;
  /** How many mails an address has got. */
  count(address: string): number;
  /** Refuses every mail from now on, or takes them again. */
  refuse(refusing: boolean): void;
}

/** Starts a real SMTP server; call it before `useTestServer`, whose settings name it. */
export const useMailServer = (): MailServer => {
  const received: ReceivedMail[] = [];
  const taken = new Set<ReceivedMail>();
  const waiting = new Set<() => void>();
  let refusing = false;
  let port = 0;
  const receive = (mail: ReceivedMail) => {
    received.push(mail);
    for (const wake of waiting) wake();
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: (_address, _session, done) => done(refusing ? new Error("No such mailbox") : null),
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      void text(stream)
        .then((raw) => receive(read(raw, to)))
        .finally(done);
    },
  });
  beforeAll(async () => {
    const listening = server.listen(0, "127.0.0.1");
    await once(listening, "listening");
    port = (listening.address() as AddressInfo).port;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

  return {
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    count: (address) => received.filter(({ to }) => to.includes(address)).length,
    refuse: (now) => (refusing = now),
    mailTo: (address) =>
      new Promise((resolve) => {
        const look = () => {
          const mail = received.find((one) => !taken.has(one) && one.to.includes(address));
          if (!mail) return;
          waiting.delete(look);
          taken.add(mail);
          resolve(mail);
        };
        waiting.add(look);
        look();
      }),
  };
};

/** Our mails are plain text in one part. */
const read = (raw: string, to: string[]): ReceivedMail => {
  const [head = "", ...body] = raw.split("\r\n\r\n");
  const headers = head.replaceAll(/\r\n[ \t]+/g, " ");
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(headers)?.[1] ?? "";
  const encoded = body.join("\r\n\r\n");
  const encoding = header("content-transfer-encoding").toLowerCase();
  const bytes = Buffer.from(
    encoding === "base64" ? encoded : unquoted(encoded, encoding),
    encoding === "base64" ? "base64" : "latin1",
  );
  return { to, subject: header("subject"), text: bytes.toString("utf8") };
};

const unquoted = (encoded: string, encoding: string): string =>
  encoding === "quoted-printable"
    ? encoded
        .replaceAll(/=\r?\n/g, "")
        .replaceAll(/=([0-9A-F]{2})/g, (_found, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : encoded;

/** The link in a mail. */
export const linkIn = ({ text: body }: ReceivedMail): string => {
  const link = /https?:\/\/\S+#\S+/.exec(body)?.[0];
  if (!link) throw new Error(`No link in: ${body}`);
  return link;
};
