import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { computedOf } from "../../document/computed.ts";
import { createDocument } from "../../document/create-document.ts";
import { editBoard } from "../../document/edit-board.ts";
import { readItem } from "../../document/read-board.ts";
import { stillToFill } from "../../document/still-to-fill.ts";
import { actionPlan, type PlannedAction } from "./board.ts";
import { planFindings, shownStatus } from "./plan-findings.ts";

const TODAY = "2026-06-30";

function added(fields: Parameters<ReturnType<typeof editBoard<typeof actionPlan>>["add"]>[1]): PlannedAction {
  const doc = new Y.Doc();
  createDocument(actionPlan, doc);
  const id = editBoard(actionPlan, doc, { origin: "test" }).add("actions", fields);
  const action = readItem(actionPlan, doc, "actions", id);
  if (!action) throw new Error("the action is missing");
  return action;
}

describe("an action", () => {
  it("begins as an empty row that says what is still to fill; money or words answer for resources", () => {
    const empty = added({ section: "A1" });
    expect(stillToFill(actionPlan.collections.actions, empty)).toEqual([
      "action",
      "finding",
      "objective",
      "owner",
      "resources",
      "deadline",
      "indicator",
    ]);
    const paid = added({ section: "A1", budget: { minor: 500_000, currency: "EUR" } });
    expect(stillToFill(actionPlan.collections.actions, paid)).not.toContain("resources");
  });

  it("is late once its deadline has passed and it is neither done nor dropped", () => {
    const late = added({ section: "A1", deadline: "2026-06-29", status: "running" });
    expect(shownStatus(late, TODAY)).toBe("late");
    expect(computedOf(actionPlan.collections.actions, late, TODAY)).toEqual({ late: true });
    expect(shownStatus({ ...late, deadline: TODAY }, TODAY)).toBe("running");
    expect(shownStatus({ ...late, deadline: null }, TODAY)).toBe("running");
    for (const status of ["done", "dropped"] as const) {
      expect(shownStatus({ ...late, status }, TODAY)).toBe(status);
    }
  });

  it("says what of it does not hold together", () => {
    const action = added({ section: "A1", resources: "one half post" });
    expect(planFindings(action, TODAY)).toEqual([]);
    expect(planFindings({ ...action, resources: "" }, TODAY)).toEqual(["NO_RESOURCES"]);
    expect(planFindings({ ...action, status: "dropped" }, TODAY)).toEqual(["DROPPED_WITHOUT_REASON"]);
    expect(planFindings({ ...action, status: "dropped", note: "no staff" }, TODAY)).toEqual([]);
    expect(planFindings({ ...action, start: "2026-05-01", deadline: "2026-04-30" }, TODAY)).toEqual([
      "ENDS_BEFORE_IT_STARTS",
    ]);
    expect(planFindings({ ...action, start: "2025-06-29" }, TODAY)).toEqual(["REVIEW_DUE"]);
    expect(planFindings({ ...action, start: "2025-06-30" }, TODAY)).toEqual([]);
    expect(planFindings({ ...action, status: "dropped", removed: true }, TODAY)).toEqual([]);
  });
});
