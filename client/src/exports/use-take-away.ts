import type { CombinedError } from "@urql/core";
import { useMutation } from "@urql/vue";
import { onScopeDispose, readonly, shallowRef } from "vue";
import type { VariablesOf } from "../graphql/graphql.ts";
import { exportBoardMutation } from "./take-away.query.ts";

type Wanted = VariablesOf<typeof exportBoardMutation>["input"];

/** Some browsers read the bytes a while after the click. */
const KEEP_MS = 30_000;

/** Has a file made and saves it to the downloads; whoever leaves meanwhile gets none. */
export function useTakeAway() {
  const { executeMutation } = useMutation(exportBoardMutation);
  const making = shallowRef(false);
  const saved = shallowRef<string | null>(null);
  const failure = shallowRef<CombinedError | "UNKNOWN" | null>(null);
  let left = false;
  onScopeDispose(() => (left = true));

  async function take(input: Wanted): Promise<void> {
    if (making.value) return;
    making.value = true;
    saved.value = null;
    failure.value = null;
    const { data, error } = await executeMutation({ input });
    making.value = false;
    if (left) return;
    if (!data) {
      failure.value = error ?? "UNKNOWN";
      return;
    }
    const { content, encoding, filename, mediaType } = data.exportBoard;
    save(new Blob([encoding === "TEXT" ? content : bytesOf(content)], { type: mediaType }), filename);
    saved.value = filename;
  }

  return { making: readonly(making), saved: readonly(saved), failure: readonly(failure), take };
}

function save(file: Blob, filename: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
