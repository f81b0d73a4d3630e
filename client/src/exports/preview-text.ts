interface Written {
  readonly language: string;
  readonly translations: readonly { readonly language: string; readonly text: string }[];
}

/** The words a document shows of a text: in its language where they were translated, else as written. */
export function shownIn(language: string, text: string, { language: own, translations }: Written) {
  const translation = own === language ? undefined : translations.find((one) => one.language === language);
  return {
    text: translation?.text ?? text,
    lang: (translation?.language ?? own).toLowerCase(),
  };
}
