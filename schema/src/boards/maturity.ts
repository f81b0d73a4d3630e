import { rating } from "../document/fields/rating.ts";
import { namesOf } from "./asked.ts";
import lists from "./lists.json" with { type: "json" };

/** The scale of maturity: absent, under discussion, adopted, operating with resources, operating and evaluated. */
export const MATURITY_LEVELS = [0, 1, 2, 3, 4] as const;
export const maturity = () => rating({ min: 0, max: 4 });
export const maturityNames = namesOf(lists.maturity.items);
