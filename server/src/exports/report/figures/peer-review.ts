import { peerReview, REVIEW_STEPS, type ReviewFinding, reviewFindings, stepOf } from "@tavolo/schema";
import { counted, type FiguresOf, findings, itemsOf } from "./figure-source.ts";

const SENTENCES: Readonly<Record<ReviewFinding, { en: string; it: string }>> = {
  RATING_WITHOUT_EVIDENCE: { en: "A rating without evidence", it: "Una valutazione senza evidenze" },
  PEER_BEFORE_SELF: { en: "Peers rated before the city did", it: "I pari hanno valutato prima della città" },
  AGREED_BEFORE_REPLY: {
    en: "Agreed before the city replied",
    it: "Concordato prima della replica della città",
  },
  AGREED_WITHOUT_PEER: {
    en: "Agreed without a word of the peers",
    it: "Concordato senza una parola dei pari",
  },
  NO_FOLLOW_UP: { en: "Agreed without a follow-up", it: "Concordato senza una verifica successiva" },
  FOLLOW_UP_OUT_OF_TIME: {
    en: "Follow-up not within six to twelve months",
    it: "Verifica non entro sei-dodici mesi",
  },
};

/** How far each row of the review has come, and what is out of order. */
export const reviewFigures: FiguresOf = (source) => {
  const items = itemsOf(source, peerReview, "items");
  const names = source.definition.sections.map(({ key, name }) => [key, name] as const);
  return [
    ...counted(source, items, stepOf, {
      id: "steps",
      title: { en: "Step of the review", it: "Passo della revisione" },
      names: Object.fromEntries(names.filter(([key]) => REVIEW_STEPS.some((step) => step === key))),
    }),
    ...findings(source, items, (item) => reviewFindings(item, source.heldOn), SENTENCES),
  ];
};
