import { describe, expect, expectTypeOf, it } from "vitest";
import { admits } from "../../document/admits.ts";
import type { Item } from "../../document/item-types.ts";
import { newItemId } from "../../ids.ts";
import { monitoringTool } from "../monitoring-tool/board.ts";
import monitoringTemplate from "../monitoring-tool/template.json" with { type: "json" };
import { discriminationMonitoringTool, NEVER_RECORDED } from "./board.ts";
import template from "./template.json" with { type: "json" };

describe("the discrimination monitoring tool", () => {
  it("has the columns of the human rights monitoring tool, and the type apart from its sections", () => {
    expect(template.structure.columns).toEqual(monitoringTemplate.structure.columns);
    const fields = Object.keys(discriminationMonitoringTool.collections.indicators.fields);
    expect(fields.filter((name) => name !== "type").toSorted()).toEqual(
      Object.keys(monitoringTool.collections.indicators.fields).toSorted(),
    );
    type Card = Item<typeof discriminationMonitoringTool, "indicators">;
    expectTypeOf<Card["type"]>().toEqualTypeOf<"STRUCTURAL" | "PROCESS" | "OUTCOME" | null>();
    expectTypeOf<Card["section"]>().toEqualTypeOf<"sources" | "record" | "read" | "act" | "protect">();
  });

  it("has no place for what is never recorded, and none for free words but the place", () => {
    const { fields } = discriminationMonitoringTool.forms.reports;
    expect(NEVER_RECORDED).toEqual(["name", "contact", "exact date", "exact address", "free-text story"]);
    const kinds = Object.entries(fields).filter(([, { kind }]) =>
      ["text", "date", "organisation"].includes(kind),
    );
    expect(kinds.map(([name]) => name)).toEqual(["territory"]);
  });

  it("keeps its register out of the document", () => {
    const place = { root: "reports", path: [newItemId()], inside: false };
    expect(admits(discriminationMonitoringTool, place, { kind: "map" })).toBe(false);
  });
});
