import { addMessages } from "../i18n/i18n.ts";
import en from "./messages.en.json";
import it from "./messages.it.json";

/** Adds the messages of accounts; each of their screens can be the first. */
export const addAccountMessages = (): void => addMessages("accounts", { en, it });
