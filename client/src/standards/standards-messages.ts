import { addMessages } from "../i18n/i18n.ts";
import en from "./messages.en.json";
import it from "./messages.it.json";

/** Adds the messages of standards; the library and the picker on a board can each be the first. */
export const addStandardsMessages = (): void => addMessages("standards", { en, it });
