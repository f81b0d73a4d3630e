import type { Result } from "../measure-all.ts";
import type { ServerName } from "../servers/measured-servers.ts";

/** A figure that is promised: Tavolo’s own, or beside another server’s. */
interface Promised {
  readonly scenario: string;
  readonly figure: string;
  /** Null where the figure itself is promised. */
  readonly beside: ServerName | null;
  readonly atMost: number;
}

const PROMISED = {
  cpuPerDelivery50VsHocuspocus: {
    scenario: "fan-out-50",
    figure: "cpuSecondsPer100k",
    beside: "hocuspocus",
    atMost: 0.6,
  },
  cpuPerDelivery200VsRelay: {
    scenario: "fan-out-200",
    figure: "cpuSecondsPer100k",
    beside: "relay",
    atMost: 1,
  },
  writerToReaderP50: { scenario: "fan-out-50", figure: "toReaderP50", beside: null, atMost: 20 },
  writerToReaderP99: { scenario: "fan-out-50", figure: "toReaderP99", beside: null, atMost: 50 },
  ackP99: { scenario: "fan-out-50", figure: "toAckP99", beside: null, atMost: 30 },
  memoryPerIdleBoardVsHocuspocus: {
    scenario: "many-rooms",
    figure: "kibibytesPerBoard",
    beside: "hocuspocus",
    atMost: 0.3,
  },
  cpuPerJoinerVsHocuspocus: {
    scenario: "cold-join",
    figure: "cpuMsPerJoiner",
    beside: "hocuspocus",
    atMost: 0.1,
  },
  fiftyJoinersTimeVsHocuspocus: {
    scenario: "cold-join",
    figure: "secondsForAll",
    beside: "hocuspocus",
    atMost: 0.2,
  },
  cursors50CpuVsHocuspocus: {
    scenario: "cursors-50",
    figure: "cpuShare",
    beside: "hocuspocus",
    atMost: 0.25,
  },
} satisfies Record<string, Promised>;

export interface Ratio {
  /** Null where it was not measured. */
  readonly value: number | null;
  readonly atMost: number;
  readonly met: boolean | null;
}

/** What is promised, as it was measured. */
export const ratiosOf = (results: readonly Result[]): Record<string, Ratio> =>
  Object.fromEntries(
    Object.entries<Promised>(PROMISED).map(([name, promised]) => {
      const value = ratio(results, promised);
      const { atMost } = promised;
      return [name, { value, atMost, met: value === null ? null : value <= atMost }];
    }),
  );

function ratio(results: readonly Result[], { scenario, figure, beside }: Promised): number | null {
  const of = (server: ServerName) =>
    results.find((result) => result.scenario === scenario && result.server === server)?.median[figure] ??
    null;
  const own = of("tavolo");
  if (beside === null) return own;
  const other = of(beside);
  return own === null || other === null ? null : own / other;
}
