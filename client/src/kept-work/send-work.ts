import { swot } from "@tavolo/schema";
import { effectScope, watch } from "vue";
import type { DeviceWork } from "../sync/device-work.ts";
import { useBoard } from "../sync/use-board.ts";

/**
 * Opens the board behind the scenes and resolves once the server has what was written, or has refused it; without a
 * connection it waits for one. `stop` gives up.
 */
export function sendWork({ boardId, participantId, generation }: DeviceWork): {
  done: Promise<void>;
  stop: () => void;
} {
  const scope = effectScope(true);
  const { promise, resolve } = Promise.withResolvers<void>();
  scope.run(() => {
    const collections = Object.keys(swot.collections);
    const { status, refusal } = useBoard({ boardId, participantId, generation, collections });
    watch([status, refusal], () => {
      const { kind } = status.value;
      if (kind === "saved" || kind === "readOnly" || refusal.value) resolve();
    });
  });
  return { done: promise.finally(() => scope.stop()), stop: resolve };
}
