import { describe, expect, it } from "vitest";
import { listeningOn, loadConfig } from "./config.ts";

describe("loadConfig", () => {
  it("needs nothing: the embedded database, this machine only, with the demonstration", () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      port: 4000,
      host: "127.0.0.1",
      publicUrl: "http://127.0.0.1:4000",
      demo: true,
    });
    expect(config.database).toEqual({ kind: "embedded", dataDir: expect.stringMatching(/\/\.data$/) });
  });

  it("loads no demonstration into a PostgreSQL unless it is asked to", () => {
    const DATABASE_URL = "postgresql://tavolo@db/tavolo";
    expect(loadConfig({ DATABASE_URL }).demo).toBe(false);
    expect(loadConfig({ DATABASE_URL, DEMO: "1" }).demo).toBe(true);
  });

  it("takes an empty variable for an absent one", () => {
    expect(loadConfig({ PORT: "", DATABASE_URL: "" })).toEqual(loadConfig({}));
  });

  it.each([
    [{ PORT: "many" }, "PORT cannot be used: it needs a number."],
    [{ PORT: "70000" }, "PORT cannot be used: it needs a whole number from 0 to 65535."],
    [
      { DATABASE_URL: "mysql://db/tavolo" },
      "DATABASE_URL cannot be used: it needs an address such as postgresql://user@host:5432/tavolo.",
    ],
    [{ TRUST_PROXY: "yes" }, "TRUST_PROXY cannot be used: it needs 1 for yes or 0 for no."],
    [{ DEMO: "please" }, "DEMO cannot be used: it needs 1 for yes or 0 for no."],
    [
      { LOG_LEVEL: "loud" },
      "LOG_LEVEL cannot be used: it needs one of fatal, error, warn, info, debug, trace, silent.",
    ],
    [
      { PUBLIC_URL: "tavolo.example.org" },
      "PUBLIC_URL cannot be used: it needs a web address such as https://tavolo.example.org.",
    ],
    [
      { PUBLIC_URL: "https://example.org/tavolo" },
      "PUBLIC_URL cannot be used: it needs the address alone, without a path, a name or a password in it: Tavolo stands at the root of its host.",
    ],
    [
      { PUBLIC_URL: "https://tavolo.example.org, http://tavolo.intranet" },
      "PUBLIC_URL cannot be used: its addresses need to be all https or all http.",
    ],
  ])("refuses %j in a sentence that names the variable and what it needs", (env, sentence) => {
    expect(() => loadConfig(env)).toThrow(`The setting ${sentence}`);
  });

  it("follows PUBLIC_URL: its first address is for links, all are allowed Origins", () => {
    const config = loadConfig({ PUBLIC_URL: "https://tavolo.example.org/, https://tavolo.intranet:8443" });
    expect(config.publicUrl).toBe("https://tavolo.example.org");
    expect(config.origins).toEqual(["https://tavolo.example.org", "https://tavolo.intranet:8443"]);
    expect(listeningOn(config, 4711).publicUrl).toBe("https://tavolo.example.org");
  });

  it("follows the port that was taken where no PUBLIC_URL is given", () => {
    const config = listeningOn(loadConfig({ PORT: "0" }), 4711);
    expect(config.publicUrl).toBe("http://127.0.0.1:4711");
    expect(config.origins).toContain("http://localhost:4711");
    expect(config.origins).not.toContain("http://localhost:0");
  });
});
