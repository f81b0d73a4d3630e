import { useKindContext } from "../kind-context.ts";
import { stepName, valueName } from "../cells/field-text.ts";
import { storedField } from "../cells/field-value.ts";
import { useFieldReader } from "../cells/use-field-reader.ts";

/** What a value of a decided field is called. */
export function useValueWords(collection: () => string): (field: string, value: unknown) => string {
  const { definition } = useKindContext();
  const reader = useFieldReader();
  return (name, value) => {
    const field = storedField(definition.collections[collection()]!, name);
    if (!field || value === null || value === undefined) return "–";
    return typeof value === "number"
      ? stepName(reader.value, field, value)
      : valueName(reader.value, field, value);
  };
}
