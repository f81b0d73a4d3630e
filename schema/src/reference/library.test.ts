import { describe, expect, it } from "vitest";
import { isProvisionId } from "../document/fields/provision-id.ts";
import { CERTAINTIES, readCertainty } from "./certainty.ts";
import { charter } from "./charter-codes.ts";
import { defineFramework, titled, type Framework } from "./framework.ts";
import { citeProvision } from "./cite-provision.ts";
import { isLanguageCode } from "./languages.ts";
import { frameworkById, frameworks, provisionById, relatedProvisions } from "./library.ts";
import { localFactors } from "./local-factors.ts";

const everyProvision = frameworks().flatMap(({ provisions }) => provisions);
const byId = new Map(everyProvision.map((provision) => [provision.id, provision]));
const ids = (framework: string, level: string) =>
  frameworkById(framework)!
    .provisions.filter((provision) => provision.level.key === level)
    .map(({ id }) => id);

/** What is wrong with a framework, a sentence each. */
const faultsOf = ({ id, name, shortName, about, source, levels, provisions }: Framework): string[] => {
  const faults: string[] = [];
  for (const text of [name, shortName, about, ...levels.map((level) => level.name)]) {
    if (!text.en?.trim() || !text.it?.trim())
      faults.push(`${id} lacks a word of its own: ${JSON.stringify(text)}`);
  }
  if (!source.trim()) faults.push(`${id} names no source`);
  const seen = new Set<string>();
  for (const provision of provisions) {
    if (seen.has(provision.id)) faults.push(`${provision.id} stands twice`);
    if (!/^[A-Z][\w.-]*$/u.test(provision.id)) faults.push(`${provision.id} cannot stand in an address`);
    if (!provision.title.en) faults.push(`${provision.id} has no English title`);
    for (const text of [provision.title, provision.label, provision.description]) {
      for (const [language, words] of Object.entries(text ?? {})) {
        if (!isLanguageCode(language)) faults.push(`${provision.id} speaks ${language}`);
        if (!words.trim() || words.includes("{n}"))
          faults.push(`${provision.id} says nothing in ${language}`);
      }
    }
    const languages = Object.keys(provision.title);
    if (String(Object.keys(provision.certainty)) !== String(languages)) {
      faults.push(`${provision.id} does not say of each title how sure it is`);
    }
    for (const certainty of Object.values(provision.certainty)) {
      if (!CERTAINTIES.includes(certainty)) faults.push(`${provision.id} is ${certainty}`);
    }
    if (provision.parentId !== null && !seen.has(provision.parentId)) {
      faults.push(`${provision.id} stands under ${provision.parentId}, which is not above it`);
    }
    seen.add(provision.id);
  }
  return faults;
};

describe("the library of standards", () => {
  it("holds ten frameworks in which nothing is missing, doubled or astray", () => {
    expect(frameworks()).toHaveLength(10);
    expect(frameworks().flatMap(faultsOf)).toEqual([]);
    expect(new Set(frameworks().map(({ id }) => id)).size).toBe(10);
    expect(byId.size).toBe(everyProvision.length);
  });

  it("would find a broken framework out", () => {
    const broken = defineFramework(
      { ...frameworks()[0]!, id: "broken", name: { en: "Broken" } },
      { point: { name: { en: "Point", it: "Punto" }, label: { en: "No. {n}" } } },
      [
        {
          id: "X-1",
          level: "point",
          number: "1",
          parentId: "X-2",
          title: { en: " " },
          certainty: { en: "own" },
        },
        { id: "X-1", level: "point", title: { it: "punto" }, certainty: {} },
        { id: "X/2", level: "point", ...titled({ en: "point" }, { en: "own" }) },
      ],
    );
    expect(faultsOf(broken)).toEqual([
      'broken lacks a word of its own: {"en":"Broken"}',
      "X-1 says nothing in en",
      "X-1 stands under X-2, which is not above it",
      "X-1 stands twice",
      "X-1 has no English title",
      "X-1 does not say of each title how sure it is",
      "X/2 cannot stand in an address",
    ]);
    expect(() => readCertainty("label seen")).toThrow("label seen");
  });

  it.each([
    ["eu-charter", "title", 7],
    ["eu-charter", "article", 54],
    ["fra-human-rights-cities", "layer", 3],
    ["fra-human-rights-cities", "item", 20],
    ["ohchr-indicators", "right", 11],
    ["ohchr-indicators", "attribute", 45],
    ["ohchr-indicators", "principle", 6],
    ["sdg", "goal", 4],
    ["sdg", "target", 41],
    ["discrimination-grounds", "ground", 26],
    ["discrimination-grounds", "directive", 11],
    ["discrimination-grounds", "area", 13],
    ["equality-data", "guideline", 12],
    ["equality-data", "recommendation", 17],
    ["civic-space", "area", 4],
    ["civic-space", "freedom", 3],
    ["civic-space", "dimension", 3],
    ["civic-space", "principle", 6],
    ["eccar-10", "point", 10],
    ["icc-index", "area", 17],
    ["eige-gep-gb", "requirement", 4],
    ["eige-gep-gb", "area", 12],
    ["eige-gep-gb", "step", 6],
    ["eige-gep-gb", "stage", 3],
    ["eige-gep-gb", "tool", 11],
  ])("%s has as many of the kind %s as its source: %i", (framework, level, count) => {
    expect(ids(framework, level)).toHaveLength(count);
  });

  it("has ids that fields of a board take, wherever something can refer to a provision", () => {
    const refused = everyProvision.filter(({ id, level }) => level.citable && !isProvisionId(id));
    expect(refused.map(({ id }) => id)).toEqual([]);
  });

  it("has the numbers of its sources", () => {
    expect(ids("eu-charter", "article")).toEqual(charter.codes);
    const numbers = (framework: string, level: string) =>
      ids(framework, level).map((id) => provisionById(id)!.number);
    expect(numbers("sdg", "goal")).toEqual(["5", "10", "11", "16"]);
    expect(numbers("sdg", "target").filter((number) => number?.startsWith("16."))).toHaveLength(12);
    expect(numbers("eccar-10", "point")).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    expect(numbers("equality-data", "recommendation")).toEqual(
      Array.from({ length: 17 }, (_, index) => String(index + 1)),
    );
    expect(ids("discrimination-grounds", "directive")).toContain("DIR-2000-43");
  });

  it("has Italian titles wherever the sources have them: all but ECRI’s", () => {
    const without = everyProvision.filter(({ title }) => title.it === undefined).map(({ id }) => id);
    expect(without).toEqual(ids("equality-data", "recommendation"));
  });

  it("keeps how sure each title is", () => {
    expect(provisionById("CFR-21")?.certainty).toEqual({ en: "verified", it: "verified" });
    expect(provisionById("CFR-53")?.certainty).toEqual({ en: "verified", it: "known" });
    expect(provisionById("SDG-11.7")?.certainty).toEqual({ en: "own", it: "own" });
    expect(provisionById("FRA-S6")?.certainty).toEqual({ en: "own", it: "own" });
    expect(provisionById("FRA-T5")?.certainty).toEqual({ en: "verified", it: "own" });
    expect(provisionById("GEPM-3")?.certainty).toEqual({ en: "seed", it: "seed" });
    expect(provisionById("ECRI-GPR-02")?.certainty).toEqual({ en: "known" });
    const articles = ids("eu-charter", "article").map((id) => provisionById(id)!.certainty);
    expect(articles.filter(({ en }) => en === "verified")).toHaveLength(54);
    expect(articles.filter((certainty) => certainty.it === "verified")).toHaveLength(43);
  });

  it("names a provision beside those of other frameworks", () => {
    const cite = (id: string, ...languages: Parameters<typeof citeProvision>[2][]) => {
      const provision = provisionById(id)!;
      return citeProvision(frameworkById(provision.frameworkId)!, provision, ...languages);
    };
    expect(cite("CFR-21", "it")).toBe("Carta UE, Art. 21");
    expect(cite("SDG-11.7")).toBe("SDGs, Target 11.7");
    expect(cite("SDG-11.7", "it")).toBe("OSS, Traguardo 11.7");
    expect(cite("DIR-2000-43", "de")).toBe("Non-discrimination, Directive 2000/43/EC");
    expect(cite("OHCHR-housing", "it")).toBe("OHCHR");
  });
});

describe("what refers to what", () => {
  it("leads somewhere: to provisions of other frameworks, from both ends", () => {
    const astray = everyProvision.flatMap(({ id, frameworkId, relatedIds }) =>
      relatedIds
        .filter((other) => (byId.get(other)?.frameworkId ?? frameworkId) === frameworkId)
        .map((other) => `${id} → ${other}`),
    );
    expect(astray).toEqual([]);
    const related = (id: string) => relatedProvisions({ id }).map((provision) => provision.id);
    expect(related("OHCHR-housing")).toEqual(["CFR-34"]);
    expect(related("CFR-34")).toEqual(["OHCHR-housing", "OHCHR-social-security"]);
    expect(related("CFR-12")).toEqual(["CIV-ASSOC", "CIV-ASSEM"]);
    expect(related("CFR-21")).toHaveLength(
      1 + ids("discrimination-grounds", "ground").filter((id) => id.startsWith("CFR21")).length,
    );
    expect(related("SDG-5")).toEqual([]);
  });

  it("also from the local factors", () => {
    const areas = localFactors().flatMap(({ fraArea }) => fraArea ?? []);
    expect(areas.length).toBeGreaterThan(0);
    expect(areas.filter((id) => byId.get(id)?.frameworkId !== "civic-space")).toEqual([]);
  });
});
