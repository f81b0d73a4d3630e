import { Type } from "@mikro-orm/core";

/** Folded words as a `tsvector` without positions: they are looked up, never ranked. */
export class WordsType extends Type<string[], string> {
  override convertToDatabaseValue(words: string[]): string {
    return words.join(" ");
  }

  override convertToDatabaseValueSQL(key: string): string {
    return `array_to_tsvector(string_to_array(${key}, ' '))`;
  }

  override convertToJSValueSQL(key: string): string {
    return `array_to_string(tsvector_to_array(${key}), ' ')`;
  }

  override convertToJSValue(words: string): string[] {
    return words === "" ? [] : words.split(" ").sort();
  }

  override getColumnType(): string {
    return "tsvector";
  }
}
