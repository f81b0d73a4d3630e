import { uiLocale } from "./i18n.ts";

const forms = {
  day: { day: "numeric", month: "long" },
  date: { day: "numeric", month: "long", year: "numeric" },
  weekday: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  month: { month: "long" },
  time: { day: "numeric", month: "long", year: "numeric", hour: "numeric", minute: "2-digit" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A moment in the language of the interface, as its country writes it. */
export const formatDate = (moment: Date | string, form: keyof typeof forms): string =>
  new Intl.DateTimeFormat(uiLocale.value, forms[form]).format(new Date(moment));

/** The day of a calendar date such as `2025-03-14`, here: it must not slip to the day before west of Greenwich. */
export const calendarDay = (date: string): Date => new Date(`${date}T00:00`);
