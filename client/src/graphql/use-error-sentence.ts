import type { CombinedError } from "@urql/core";
import { useI18n } from "vue-i18n";
import { errorCode, type ErrorCode, retryAfterSeconds } from "./error-code.ts";

/** Turns a failed request, or a code from the board's socket, into a sentence a person can act on. */
export const useErrorSentence = () => {
  const { t } = useI18n();
  return (error: CombinedError | ErrorCode): string => {
    if (typeof error === "string") return t(`errors.${error}`);
    const seconds = retryAfterSeconds(error);
    if (seconds !== null) return t("errors.RATE_LIMITED_FOR", Math.ceil(seconds / 60));
    return t(`errors.${errorCode(error)}`);
  };
};
