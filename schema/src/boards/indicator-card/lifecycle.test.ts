import { describe, expect, it } from "vitest";
import example from "../monitoring-tool/example.json" with { type: "json" };
import {
  AGREEMENT_SCALE,
  agreementOf,
  type AgreementValue,
  isHeard,
  type Voice,
  voicesAbout,
} from "./agreement.ts";
import { changedFields, definitionOf } from "./definition.ts";
import {
  type CardStanding,
  INDICATOR_STATES,
  type IndicatorStatus,
  nextStates,
  PROPOSED,
  type StepGiven,
  takeStep,
} from "./lifecycle.ts";
import model from "./model.json" with { type: "json" };

const card = definitionOf({
  definition: "Share of reports",
  unit: "percent",
  numerator: "answered in time",
  denominator: "reports received",
  method: "",
  direction: "higher_better",
  territoryLevel: "municipality",
});

const voice = (by: string, value: AgreementValue, more: Partial<Voice> = {}): Voice => ({
  by,
  group: "cso",
  dutyBearer: false,
  value,
  reason: "",
  at: "2026-01-01T10:00:00Z",
  ...more,
});
const authority = voice("office", 4, { group: "municipality", dutyBearer: true });
const bothSides = agreementOf([authority, voice("network", 5)]);

const given: StepGiven = { role: "moderator", card, missing: [], reason: "", agreement: bothSides };
const standing = (status: IndicatorStatus, more: Partial<CardStanding> = {}): CardStanding => ({
  ...PROPOSED,
  status,
  ...more,
});
const refusals = (from: CardStanding, to: IndicatorStatus, more: Partial<StepGiven> = {}) =>
  takeStep(from, to, { ...given, ...more }).refused;

describe("the life of an indicator", () => {
  it("has the model's states and steps, and no others", () => {
    expect(INDICATOR_STATES).toEqual(model.lifecycle.states.map(({ code }) => code));
    const steps = INDICATOR_STATES.flatMap((from) => nextStates(from).map((to) => `${from}>${to}`));
    expect(steps.toSorted()).toEqual(
      model.lifecycle.transitions.map(({ from, to }) => `${from}>${to}`).toSorted(),
    );
    for (const from of INDICATOR_STATES) {
      for (const to of INDICATOR_STATES) {
        if (nextStates(from).includes(to)) continue;
        expect(refusals(standing(from), to)).toEqual(["NO_SUCH_STEP"]);
      }
    }
  });

  it("is discussed once the card says the least, and the moderator takes it up", () => {
    expect(refusals(PROPOSED, "DISCUSSED", { missing: ["source"] })).toEqual([]);
    expect(refusals(PROPOSED, "DISCUSSED", { missing: ["definition"], role: "contributor" })).toEqual([
      "NOT_MODERATOR",
      "CARD_INCOMPLETE",
    ]);
  });

  it("goes back, or is not taken up, with a reason", () => {
    for (const to of ["PROPOSED", "REJECTED"] as const) {
      expect(refusals(standing("DISCUSSED"), to)).toEqual(["REASON_MISSING"]);
      expect(
        takeStep(standing("DISCUSSED"), to, { ...given, reason: "twice the same" }).standing?.status,
      ).toBe(to);
    }
  });

  it("is not agreed while anything is to be filled", () => {
    expect(refusals(standing("DISCUSSED"), "AGREED", { missing: ["source"] })).toEqual(["CARD_INCOMPLETE"]);
  });

  it("is not agreed without the duty-bearer's yes", () => {
    const agreement = agreementOf([
      voice("network", 5),
      voice("office", 3, { group: "municipality", dutyBearer: true }),
    ]);
    expect(refusals(standing("DISCUSSED"), "AGREED", { agreement })).toEqual(["DUTY_BEARER_MISSING"]);
  });

  it("is not agreed without civil society's or academia's yes", () => {
    for (const group of ["resident", "community", "municipality", "region"] as const) {
      const agreement = agreementOf([authority, voice("other", 5, { group })]);
      expect(refusals(standing("DISCUSSED"), "AGREED", { agreement })).toEqual(["CIVIL_SOCIETY_MISSING"]);
    }
    const agreement = agreementOf([authority, voice("university", 4, { group: "academia" })]);
    expect(refusals(standing("DISCUSSED"), "AGREED", { agreement })).toEqual([]);
  });

  it("is not agreed by one side speaking for both", () => {
    const agreement = agreementOf([voice("social cooperative", 5, { group: "cso", dutyBearer: true })]);
    expect(refusals(standing("DISCUSSED"), "AGREED", { agreement })).toEqual(["CIVIL_SOCIETY_MISSING"]);
  });

  it("is not agreed while somebody blocks, until they take it back", () => {
    const block = voice("centre", 1, { reason: "the number can be used against a group" });
    const blocked = agreementOf([authority, voice("network", 5), block]);
    expect(refusals(standing("DISCUSSED"), "AGREED", { agreement: blocked })).toEqual(["OPEN_BLOCK"]);
    const aside = voice("centre", 2, { at: "2026-01-02T10:00:00Z" });
    const takenBack = agreementOf([authority, voice("network", 5), aside, block]);
    expect(refusals(standing("DISCUSSED"), "AGREED", { agreement: takenBack })).toEqual([]);
    expect(takenBack.dissent).toEqual([aside]);
  });

  it("without a word from anybody is agreed by nobody", () => {
    expect(refusals(standing("DISCUSSED"), "AGREED", { agreement: undefined })).toEqual([
      "DUTY_BEARER_MISSING",
      "CIVIL_SOCIETY_MISSING",
    ]);
  });

  it("is used once its source is sure and its first day is set", () => {
    const agreed = standing("AGREED", { agreed: card });
    expect(refusals(agreed, "IN_USE")).toEqual(["SOURCE_NOT_CONFIRMED", "FIRST_COLLECTION_MISSING"]);
    const step = takeStep(agreed, "IN_USE", { ...given, sourceConfirmed: true, firstCollection: "2026-Q1" });
    expect(step.standing).toEqual({ ...agreed, status: "IN_USE", inUse: 1 });
  });

  it("is retired by both sides, with a reason and its last period", () => {
    const used = standing("IN_USE", { inUse: 1, agreed: card });
    expect(refusals(used, "RETIRED", { agreement: undefined })).toEqual([
      "DUTY_BEARER_MISSING",
      "CIVIL_SOCIETY_MISSING",
      "REASON_MISSING",
      "LAST_PERIOD_MISSING",
    ]);
    const step = takeStep(used, "RETIRED", {
      ...given,
      reason: "the register was closed",
      lastPeriod: "2025",
    });
    expect(step.standing).toEqual({ ...used, status: "RETIRED", inUse: null });
  });
});

describe("a revision", () => {
  const used = standing("IN_USE", { inUse: 1, agreed: card });
  const revised = { ...card, definition: "Share of reports, classes of 2024" };

  it("may be asked for by whoever takes part, and leaves the card in use meanwhile", () => {
    expect(refusals(used, "DISCUSSED", { role: "observer", reason: "new classes" })).toEqual(["NOT_MEMBER"]);
    const step = takeStep(used, "DISCUSSED", { ...given, role: "contributor", reason: "new classes" });
    expect(step.standing).toEqual({ ...used, status: "DISCUSSED", inUse: 1 });
  });

  it("of the definition makes a new version and marks a break when it is agreed", () => {
    const discussed = { ...used, status: "DISCUSSED" } as const;
    const { standing: agreed } = takeStep(discussed, "AGREED", { ...given, card: revised });
    expect(agreed).toMatchObject({ version: 2, breaks: [2], inUse: 1 });
    if (!agreed) throw new Error("it was agreed");
    const inUse = takeStep(agreed, "IN_USE", { ...given, sourceConfirmed: true, firstCollection: "2025" });
    expect(inUse.standing).toMatchObject({ status: "IN_USE", inUse: 2 });
  });

  it("that leaves the definition as it was makes none", () => {
    const discussed = { ...used, status: "DISCUSSED" } as const;
    const spaced = { ...card, definition: "  Share  of reports " };
    expect(takeStep(discussed, "AGREED", { ...given, card: spaced }).standing).toMatchObject({
      version: 1,
      breaks: [],
    });
    expect(changedFields(card, spaced)).toEqual([]);
    expect(changedFields(card, { ...revised, unit: "count" })).toEqual(["definition", "unit"]);
  });

  it("that is not taken up leaves the card in use", () => {
    const discussed = { ...used, status: "DISCUSSED" } as const;
    const step = takeStep(discussed, "REJECTED", { ...given, reason: "no better" });
    expect(step.standing).toEqual(used);
  });
});

describe("voices", () => {
  it("are on the model's scale", () => {
    expect(AGREEMENT_SCALE).toEqual(model.lifecycle.agreement_scale.map(({ value }) => value));
  });

  it("are heard, a block with its reason alone", () => {
    expect(isHeard(voice("a", 1))).toBe(false);
    expect(isHeard(voice("a", 1, { reason: "it can be misused" }))).toBe(true);
    expect(isHeard(voice("a", 2))).toBe(true);
  });

  it("keep their dissent with an agreement", () => {
    const dissent = voice("tenants", 2, { group: "community", reason: "too narrow" });
    const agreement = agreementOf([authority, voice("network", 5), dissent]);
    expect(takeStep(standing("DISCUSSED"), "AGREED", { ...given, agreement }).standing?.status).toBe(
      "AGREED",
    );
    expect(agreement.dissent).toEqual([dissent]);
  });

  it("say yes to the words that they were asked about, and no until they say something else", () => {
    const yes = { ...voice("network", 5), about: "first" };
    const aside = { ...voice("tenants", 2), about: "first" };
    const block = { ...voice("centre", 1, { reason: "it can be misused" }), about: "first" };
    expect(voicesAbout([yes, aside, block], "first")).toEqual([yes, aside, block]);
    expect(voicesAbout([yes, aside, block], "second")).toEqual([aside, block]);
  });

  it("of the example agree as its log says", () => {
    const groups: Record<string, Voice["group"]> = { "org-11": "community", "org-13": "academia" };
    const logged: readonly { status: string; agreement?: readonly { org: string; value: number }[] }[] =
      example.indicator_history.flatMap(({ log }): typeof logged => log);
    const agreement = logged.find((entry) => entry.agreement)?.agreement ?? [];
    const voices = agreement.map(({ org, value }) =>
      voice(org, AGREEMENT_SCALE.find((step) => step === value) ?? 3, {
        group: groups[org] ?? "municipality",
        dutyBearer: org === "org-01",
      }),
    );
    expect(voices).toHaveLength(4);
    expect(refusals(standing("DISCUSSED"), "AGREED", { agreement: agreementOf(voices) })).toEqual([]);
  });
});
