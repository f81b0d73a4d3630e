import type { LocalisedText } from "@tavolo/schema";
import monitoring from "@tavolo/schema/boards/monitoring-tool/example.json" with { type: "json" };
import tows from "@tavolo/schema/boards/tows/example.json" with { type: "json" };
import { demoId } from "./demo-ids.ts";
import { exampleWorkshop as example } from "./example-workshop.ts";

/** A board of the demonstration as its row says it. */
interface DemoBoard {
  readonly id: string;
  readonly kind: string;
  readonly templateId: string;
  readonly title: LocalisedText;
}

const about = (method: { en: string; it: string }): LocalisedText => ({
  en: `${method.en} – ${example.analysedObject.name.en}`,
  it: `${method.it} – ${example.analysedObject.name.it}`,
});

const swot = { kind: "swot", templateId: example.templateId };

/** In the order in which they are written: each links to those before it, an action to its indicator too. */
export const DEMO_BOARDS = {
  open: { ...swot, id: demoId("board", "1"), title: example.title },
  frozen: {
    ...swot,
    id: demoId("board", "2"),
    title: { en: `${example.title.en} (frozen copy)`, it: `${example.title.it} (copia congelata)` },
  },
  tows: {
    id: demoId("board", "3"),
    kind: "tows",
    templateId: tows.board.template_id,
    title: about({ en: "TOWS", it: "Confronto TOWS" }),
  },
  recommendations: {
    id: demoId("board", "4"),
    kind: "recommendations",
    templateId: "policy-recommendations-board",
    title: about({ en: "Recommendations", it: "Raccomandazioni" }),
  },
  monitoringTool: {
    id: demoId("board", "5"),
    kind: "monitoring_tool",
    templateId: monitoring.tool.template_id,
    title: monitoring.tool.title,
  },
  actionPlan: {
    id: demoId("board", "6"),
    kind: "action_plan",
    templateId: "gep-action-plan",
    title: about({ en: "Action plan", it: "Piano di azione" }),
  },
} as const satisfies Record<string, DemoBoard>;
