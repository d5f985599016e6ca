import { describe, expect, it } from "vitest";

import { addDays } from "#app/domain/team/day.ts";

import { buildDemonstrationForce } from "../build.ts";
import { surnames } from "./surnames.ts";

const today = "2026-11-23";
const { posts, people, holdings } = buildDemonstrationForce(new Date(`${today}T09:00:00Z`));
const establishment = posts.filter(({ kind }) => kind !== "ranger" && kind !== "warden");
const vacant = posts.filter(({ vacancy }) => vacancy !== null);
const holdingsOf = (reference: string) => holdings.filter(({ postReference }) => postReference === reference);
const substantiveOf = (reference: string) =>
  holdingsOf(reference)
    .filter(({ kind }) => kind === "substantive")
    .sort((a, b) => (a.from < b.from ? -1 : 1));

describe("the demonstration's people", () => {
  it("leaves 6 to 8 percent of the establishment vacant", () => {
    expect(vacant.length / establishment.length).toBeGreaterThanOrEqual(0.06);
    expect(vacant.length / establishment.length).toBeLessThanOrEqual(0.08);
  });

  it("gives each post one substantive holder at a time, and a vacant one none", () => {
    for (const { reference, vacancy } of posts) {
      const held = substantiveOf(reference);
      const now = held.filter(({ from, to }) => from <= today && (to === null || to >= today));
      expect(now).toHaveLength(vacancy === null ? 1 : 0);
      held.slice(1).forEach(({ from }, at) => {
        expect((held[at]?.to ?? "9999-12-31") < from).toBe(true);
      });
      for (const { from, to } of holdingsOf(reference)) expect(to === null || from <= to).toBe(true);
    }
  });

  it("counts a vacancy from the day after its last holder left", () => {
    for (const { reference, vacancy } of vacant) {
      expect(vacancy?.since).toBe(addDays(substantiveOf(reference).at(-1)?.to ?? "", 1));
    }
  });

  it("has a cover plan for every vacancy older than 28 days", () => {
    for (const { vacancy } of vacant) {
      if (vacancy && vacancy.since < addDays(today, -28)) expect(vacancy.coverPlan).not.toBeNull();
    }
  });

  it("lends a colleague of the same team who holds another post", () => {
    const lent = vacant.filter(({ vacancy }) => vacancy?.coveredByPostReference != null);
    expect(lent.length).toBeGreaterThan(3);
    for (const { reference, teamCode, kind, vacancy } of lent) {
      const [cover] = holdingsOf(reference).filter((holding) => holding.kind !== "substantive");
      const own = posts.find((post) => post.reference === vacancy?.coveredByPostReference);
      expect(own?.teamCode).toBe(teamCode);
      expect(cover?.kind).toBe(kind === "sergeant" ? "acting" : "cover");
      expect(substantiveOf(own?.reference ?? "").at(-1)?.personReference).toBe(cover?.personReference);
    }
  });

  it("never puts two people of one surname in a team", () => {
    const surnameOf = new Map(people.map(({ reference, surname }) => [reference, surname]));
    const teamOf = new Map(posts.map(({ reference, teamCode }) => [reference, teamCode]));
    const members = new Set(
      holdings.map(
        ({ postReference, personReference }) => `${teamOf.get(postReference) ?? ""} ${personReference}`,
      ),
    );
    const named = [...members].map((member) => {
      const [team = "", person = ""] = member.split(" ");
      return `${team} ${surnameOf.get(person) ?? ""}`;
    });
    expect(new Set(named).size).toBe(named.length);
  });

  it("draws on about 400 surnames, each listed once", () => {
    expect(surnames.length).toBeGreaterThan(400);
    expect(new Set(surnames).size).toBe(surnames.length);
  });
});
