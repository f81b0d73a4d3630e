import { frameworkById, frameworks, provisionById } from "@tavolo/schema/reference/library";
import { searchProvisions } from "@tavolo/schema/reference/search-provisions";
import { expect, test } from "vitest";
import { groupProvisions, shownTitle } from "./provision-words.ts";

const groupsOf = (search: string, ...ids: string[]) => {
  const within = ids.length > 0 ? ids.map((id) => frameworkById(id)!) : frameworks();
  return groupProvisions(within, searchProvisions(within, search)).map(({ key, head, provisions }) => ({
    key,
    head: head?.id ?? null,
    ids: provisions.map(({ id }) => id),
  }));
};

test("provisions stand where their standard puts them: under a title, a goal, or right under it", () => {
  expect(groupsOf("", "eu-charter").map(({ head }) => head)).toEqual(
    ["1", "2", "3", "4", "5", "6", "7"].map((number) => `CFR-T${number}`),
  );
  expect(groupsOf("", "eccar-10")).toEqual([
    { key: "eccar-10", head: null, ids: expect.arrayContaining(["ECCAR-10"]) },
  ]);
  const [goal] = groupsOf("", "sdg");
  expect(goal).toMatchObject({ head: "SDG-5", ids: expect.arrayContaining(["SDG-5", "SDG-5.1"]) });
});

test("every provision that can be referred to is offered once, and no other", () => {
  const offered = groupsOf("").flatMap(({ ids }) => ids);
  const citable = frameworks().flatMap(({ provisions }) => provisions.filter(({ level }) => level.citable));
  expect(offered.toSorted()).toEqual(citable.map(({ id }) => id).toSorted());
});

test("what a search found best comes first, with what stands beside it", () => {
  const [first] = groupsOf("right to education");
  expect(first).toMatchObject({ head: "CFR-T2", ids: ["CFR-14"] });
});

test("a title is shown in the reader’s language, else in English, with how sure that one is", () => {
  expect(shownTitle(provisionById("FRA-T5")!, "it")).toMatchObject({ lang: "it", certainty: "own" });
  expect(shownTitle(provisionById("FRA-T5")!, "en")).toMatchObject({ lang: "en", certainty: "verified" });
  expect(shownTitle(provisionById("ECRI-GPR-15")!, "it")).toEqual({
    text: "Hate speech",
    lang: "en",
    certainty: "verified",
  });
});
