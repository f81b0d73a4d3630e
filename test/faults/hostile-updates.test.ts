import { expect, test } from "vitest";
import { runSeed } from "../fuzz/run-seed.ts";
import { UnsteadyServer } from "../fuzz/unsteady-server.ts";
import { attackGate } from "../hostile/attack-gate.ts";
import { attackSockets } from "../hostile/attack-sockets.ts";

test("[APPLY-1] damaged updates end no process, are not acknowledged falsely and leave every board as it loads", () => {
  const report = attackGate(20261122, 3_000, () => {});
  expect(report).toMatchObject({ thrown: [], falseAcks: 0, loadedDifferently: 0, trespassed: 0 });
  expect(report.decodable).toBeGreaterThan(0.4 * report.updates);
  expect(report.accepted).toBeGreaterThan(0);
});

test("[APPLY-1] damaged frames end no process, are not acknowledged falsely and leave everybody else at the board", async () => {
  const report = await attackSockets(20261122, 1_500, () => {});
  const none = { exits: 0, faults: 0, falseAcks: 0, loadedDifferently: 0, harmed: 0 };
  expect(report).toMatchObject(none);
  // Some of it is honest, or there would be no answer to be false; how much is answered before a session ends varies.
  expect(report.acknowledged).toBeGreaterThan(10);
});

test("[GATE-13] honest people on unsteady networks end with one board and are never refused", async () => {
  const report = await UnsteadyServer.run("pglite", (server) =>
    runSeed(server, { seed: 7, clients: 4, operations: 240 }),
  );
  expect(report).toMatchObject({ operations: 240, refusals: [], faults: [] });
});
