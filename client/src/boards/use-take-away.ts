import { useMutation } from "@urql/vue";
import { useI18n } from "vue-i18n";
import { useErrorSentence } from "../graphql/use-error-sentence.ts";
import { graphqlLanguage } from "../i18n/i18n.ts";
import { toastDone, toastFailed } from "../ui/toasts.ts";
import { useBoardContext } from "./board-context.ts";
import { exportBoardMutation } from "./board.query.ts";

/** Saves the finished matrix as a file; names only as the board shows them. */
export function useTakeAway(): (format: "DOCX" | "JSON" | "CSV") => Promise<void> {
  const { t } = useI18n();
  const { details } = useBoardContext();
  const sentence = useErrorSentence();
  const { executeMutation } = useMutation(exportBoardMutation);

  return async (format) => {
    const { data, error } = await executeMutation({
      input: { boardId: details.value.id, format, language: graphqlLanguage.value },
    });
    if (!data) {
      toastFailed(sentence(error ?? "UNKNOWN"));
      return;
    }
    const { content, encoding, filename, mediaType } = data.exportBoard;
    const url = URL.createObjectURL(
      new Blob([encoding === "TEXT" ? content : bytesOf(content)], { type: mediaType }),
    );
    const link = document.createElement("a");
    link.href = url;
    link.download = filename;
    link.click();
    // Some browsers read the bytes a while after the click.
    setTimeout(() => URL.revokeObjectURL(url), 30_000);
    toastDone(t("boards.export.done", { filename }));
  };
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
