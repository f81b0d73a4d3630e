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
    [{ PORT: "many" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ DATABASE_URL: "mysql://db/tavolo" }, "DATABASE_URL"],
    [{ PUBLIC_URL: "tavolo.example.org" }, "PUBLIC_URL"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
  ])("refuses %j in a sentence that names the variable", (env, name) => {
    expect(() => loadConfig(env)).toThrow(new RegExp(`^The setting ${name} cannot be used: .+\\.$`));
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
