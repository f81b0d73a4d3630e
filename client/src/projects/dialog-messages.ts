import { addMessages } from "../i18n/i18n.ts";
import en from "./dialog-messages.en.json";
import it from "./dialog-messages.it.json";

/** Adds the words of the project’s dialogs, which come with the first of them: its page does without. */
export const addDialogMessages = (): void => addMessages("projects", { en, it });
