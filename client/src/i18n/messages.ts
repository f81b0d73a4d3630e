import errorsEn from "../graphql/messages.en.json";
import errorsIt from "../graphql/messages.it.json";
import startEn from "../start/messages.en.json";
import startIt from "../start/messages.it.json";
import uiEn from "../ui/messages.en.json";
import uiIt from "../ui/messages.it.json";

/** What every screen needs. A screen that is loaded lazily adds its own messages with `addMessages`. */
export const messages = {
  en: { errors: errorsEn, start: startEn, ui: uiEn },
  it: { errors: errorsIt, start: startIt, ui: uiIt },
};
