import type { CombinedError } from "@urql/core";
import { useI18n } from "vue-i18n";
import { errorCode, type ErrorCode } from "./error-code.ts";

/** Turns a failed request, or a code from the board's socket, into a sentence a person can act on. */
export const useErrorSentence = () => {
  const { t } = useI18n();
  return (error: CombinedError | ErrorCode): string =>
    t(`errors.${typeof error === "string" ? error : errorCode(error)}`);
};
