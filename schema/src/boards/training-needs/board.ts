import { defineBoard } from "../../document/define-board.ts";
import { breakdown } from "../../document/fields/breakdown.ts";
import { choices } from "../../document/fields/choices.ts";
import { option } from "../../document/fields/option.ts";
import { position } from "../../document/fields/position.ts";
import { sectionRef } from "../../document/fields/section-ref.ts";
import { text } from "../../document/fields/text.ts";
import type { Item } from "../../document/item-types.ts";
import { labelled } from "../../document/labelled.ts";
import { actorType, actorTypeNames } from "../actor-types.ts";
import { askedBy, namesOf } from "../asked.ts";
import { CARD, inItsLanguage, PARAGRAPH, PLACE, placed, SECTION, translated } from "../item-parts.ts";
import { templateSections } from "../template-sections.ts";
import template from "./template.json" with { type: "json" };

const asks = askedBy(template.structure.form);
const topicNames = namesOf(template.structure.topics);
const SECTION_KEYS = ["need", "obstacle", "offer"] as const;

/** What people may need to learn, in the template's order. */
export const TRAINING_TOPICS = [
  "law",
  "intersect",
  "intersect_adv",
  "bias",
  "receive",
  "data",
  "gdpr",
  "hate",
  "budget",
  "facilit",
  "charter",
  "comm",
] as const;
export type TrainingTopic = (typeof TRAINING_TOPICS)[number];

/** Levels now and needed: from nothing to able to teach it. */
export const HIGHEST_LEVEL = 4;
const levels = () => breakdown({ dimension: "topic", parts: TRAINING_TOPICS, max: HIGHEST_LEVEL });

/**
 * The collection of training needs: needs, obstacles and offers in columns. The questionnaire is a form: who works
 * where and cannot do what is nobody else's to read.
 */
export const trainingNeeds = defineBoard({
  kind: "training_needs",
  structure: { type: "columns", items: "notes" },
  ownSections: true,
  versions: { Initial: 1 },
  sections: templateSections(SECTION_KEYS, template.structure.sections),
  collections: {
    notes: {
      item: "note",
      names: { one: { en: "note", it: "nota" }, many: { en: "notes", it: "note" } },
      title: "text",
      fields: {
        text: labelled(text({ maxLength: CARD, required: true }), {
          label: { en: "Text", it: "Testo" },
          toFill: true,
        }),
        language: inItsLanguage,
        translations: translated(CARD),
        section: labelled(sectionRef(SECTION_KEYS), SECTION),
        topic: labelled(option(TRAINING_TOPICS), {
          label: { en: "Topic", it: "Tema" },
          valueNames: topicNames,
        }),
        position: labelled(position(), PLACE),
        ...placed,
      },
    },
  },
  forms: {
    answers: {
      names: {
        one: { en: "answer", it: "risposta" },
        many: { en: "answers to the questionnaire", it: "risposte al questionario" },
      },
      fields: {
        stakeholderType: asks("stakeholder_type", actorType(), { valueNames: actorTypeNames }),
        role: asks("role", option(["front", "planning", "management", "data", "volunteer", "elected"])),
        levelsNow: asks("levels", levels(), { valueNames: topicNames }),
        levelsNeeded: asks("levels", levels(), { valueNames: topicNames }),
        situation: asks("situation", text({ maxLength: PARAGRAPH })),
        format: asks("format", choices(["in_person", "online", "self", "on_job", "peer", "mentoring"])),
        time: asks("time", option(["lt2", "2_4", "5_8", "gt8"])),
        access: asks("access", text({ maxLength: CARD })),
      },
    },
  },
  migrations: [],
});

export type TrainingNote = Item<typeof trainingNeeds, "notes">;
