import { inLanguage } from "@tavolo/schema";
import { citeProvision } from "@tavolo/schema/reference/cite-provision";
import { computed, type ComputedRef } from "vue";
import { useI18n } from "vue-i18n";
import { uiLanguage, uiLocale } from "../../../i18n/i18n.ts";
import { excerpt } from "../../note-words.ts";
import { useKindContext } from "../kind-context.ts";
import { itemTitle } from "../kind-words.ts";
import type { Reader } from "./field-text.ts";
import { useProvisionLibrary } from "./provision-library.ts";

/** The person at this screen as a reader of fields; changes with the language of the interface. */
export function useFieldReader(): ComputedRef<Reader> {
  const { t } = useI18n();
  const { content, definition, view } = useKindContext();
  const citesProvisions = Object.values(definition.collections).some(({ fields }) =>
    Object.values(fields).some(({ kind }) => kind === "provision" || kind === "provisions"),
  );
  const library = citesProvisions ? useProvisionLibrary() : null;
  return computed(() => {
    const language = uiLanguage.value;
    return {
      definition,
      language,
      locale: uiLocale.value,
      today: new Date().toISOString().slice(0, 10),
      say: (key, values = {}) => t(`kinds.cells.say.${key}`, values),
      titleOf(collection, id) {
        const declared = definition.collections[collection];
        const item = declared && content.itemsOf(collection).get(id);
        if (!item) return "";
        const { text } = itemTitle(declared, item, language, view.inMyLanguage.value);
        return excerpt(text) || t("kinds.untitled");
      },
      cite(id) {
        const provision = library?.value?.provisionById(id);
        const framework = provision && library?.value?.frameworkById(provision.frameworkId);
        if (!provision || !framework) return id;
        return provision.label
          ? citeProvision(framework, provision, language)
          : inLanguage(provision.title, language);
      },
    };
  });
}
