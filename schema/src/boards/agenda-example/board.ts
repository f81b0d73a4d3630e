import { defineBoard } from "../../document/define-board.ts";
import { choice } from "../../document/fields/choice.ts";
import { itemRef } from "../../document/fields/item-ref.ts";
import { mark } from "../../document/fields/mark.ts";
import { number } from "../../document/fields/number.ts";
import { option } from "../../document/fields/option.ts";
import { rank } from "../../document/fields/rank.ts";
import { sectionRef } from "../../document/fields/section-ref.ts";
import { text } from "../../document/fields/text.ts";
import { labelled } from "../../document/labelled.ts";

/** The recipe of ADDING-A-KIND.md, walked: an agenda whose points belong to an item. No board is made of it. */
export const agenda = defineBoard({
  kind: "agenda",
  structure: { type: "columns", items: "topics" },
  versions: { Initial: 1 },
  sections: [
    {
      key: "before",
      name: { en: "Before the break" },
      guidingQuestions: [],
    },
    {
      key: "after",
      name: { en: "After the break" },
      guidingQuestions: [],
    },
  ],
  collections: {
    topics: {
      item: "cluster",
      names: { one: { en: "topic" }, many: { en: "topics" } },
      title: "title",
      fields: {
        title: text({ maxLength: 80, required: true }),
        section: sectionRef(["before", "after"]),
        state: choice(["planned", "treated"]),
        minutes: labelled(number({ min: 0 }), { label: { en: "Minutes" }, toFill: true }),
        rank: rank(),
        removed: mark(),
      },
      decided: { outcome: option(["carried", "put off"]) },
      computed: {
        long: {
          gives: "mark",
          label: { en: "Long" },
          compute: ({ minutes }) => typeof minutes === "number" && minutes > 30,
        },
      },
      members: { questionIds: { collection: "questions", field: "topic" } },
    },
    questions: {
      item: "note",
      names: { one: { en: "question" }, many: { en: "questions" } },
      fields: { words: text({ maxLength: 80 }), topic: itemRef("topics"), rank: rank(), removed: mark() },
    },
  },
  migrations: [],
});
