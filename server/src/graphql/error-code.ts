import { type ErrorCode, errorCodes } from "../errors.ts";
import { describedEnum } from "./enums.ts";

/** The errors’ codes as an enum: part of the contract, though most answers carry them as `extensions.code`. */
export const ErrorCodeEnum: Readonly<Record<string, string>> = describedEnum(
  "ErrorCode",
  "What an error’s `extensions.code` can say; the message beside it is a sentence for people.",
  Object.fromEntries(
    Object.entries(errorCodes).map(([code, description]) => [
      code,
      [code as ErrorCode, description] as const,
    ]),
  ),
);
