import { describe, expect, it } from "vitest";
import { frameworkById, frameworks } from "./library.ts";
import { searchProvisions } from "./search-provisions.ts";

const find = (search: string, ...only: string[]) =>
  searchProvisions(only.length > 0 ? only.map((id) => frameworkById(id)!) : frameworks(), search).map(
    ({ id }) => id,
  );

describe("a search over provisions", () => {
  it("goes by number: an article is found whole, a goal leads to its targets", () => {
    expect(find("21", "eu-charter")).toEqual(["CFR-21"]);
    expect(find("1", "eu-charter")).toEqual(["CFR-01"]);
    expect(find("art. 21", "eu-charter")).toEqual(["CFR-21"]);
    expect(find("11.7")).toEqual(["SDG-11.7"]);
    expect(find("5.a")).toEqual(["SDG-5.a"]);
    expect(find("2000/43")).toEqual(["DIR-2000-43"]);
    expect(find("II", "eu-charter")[0]).toBe("CFR-T2");
    const goal = find("11", "sdg");
    expect(goal[0]).toBe("SDG-11");
    expect(goal.slice(1, 4)).toEqual(["SDG-11.1", "SDG-11.2", "SDG-11.3"]);
  });

  it("goes by the name of the framework and the id", () => {
    expect(find("carta 21")[0]).toBe("CFR-21");
    expect(find("CFR-21")[0]).toBe("CFR-21");
    expect(find("OSS 11.7")).toEqual(["SDG-11.7"]);
    expect(find("fra t5")).toEqual(["FRA-T5"]);
    expect(find("eccar 7")).toEqual(["ECCAR-07"]);
  });

  it("goes by words of any language, whatever their accents and case, as beginnings of words", () => {
    expect(find("DIGNITA")).toContain("CFR-01");
    expect(find("digni uma", "eu-charter")).toEqual(["CFR-01"]);
    expect(find("assembly association", "eu-charter")).toEqual(["CFR-12"]);
    expect(find("libertà riunione", "eu-charter")).toEqual(["CFR-12"]);
    expect(find("iscrimination", "eu-charter")).toEqual([]);
  });

  it("shows what carries the words in its title before what they are around", () => {
    const housing = find("housing");
    expect(housing.indexOf("OHCHR-housing-3")).toBeLessThan(housing.indexOf("OHCHR-housing-1"));
    expect(housing).toContain("SDG-11.1");
    expect(housing).toContain("DIR-2000-43");
    const found = find("right to education");
    expect(found.slice(0, 2)).toEqual(["CFR-14", "OHCHR-education"]);
  });

  it("finds one where many are meant, and many where one is, after the word itself", () => {
    const home = find("alloggio");
    expect(home[0]).toBe("OHCHR-housing");
    expect(home).toEqual(expect.arrayContaining(["SDG-11.1", "ECCAR-07"]));
    expect(find("rights education")).toContain("CFR-14");
    expect(find("sesso", "eu-charter")).toEqual([]);
  });

  it("goes by tags", () => {
    const core = find("civic space", "eu-charter");
    expect(core).toContain("CFR-12");
    expect(core).not.toContain("CFR-02");
  });

  it("answers everything for nothing, and nothing for what is no word", () => {
    expect(find("  ")).toHaveLength(frameworks().flatMap(({ provisions }) => provisions).length);
    expect(find("?! …")).toEqual([]);
    expect(find("zanzibar")).toEqual([]);
    expect(find("\ud800")).toEqual([]);
  });

  it("reads the first words of a paste", () => {
    expect(find(`${"non ".repeat(12)} zanzibar`, "eu-charter")).toContain("CFR-21");
  });
});
