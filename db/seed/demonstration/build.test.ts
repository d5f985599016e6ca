import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { describe, expect, it } from "vitest";

import { parseOutward, parsePostcode } from "#geo/postcode.ts";

import { buildDemonstrationForce } from "./build.ts";

const today = new Date("2026-11-23T09:00:00Z");
const demonstration = buildDemonstrationForce(today);
const { neighbourhoods, teams, posts, people, holdings, places, outwards, bases, agencies } = demonstration;
const codes = new Set(neighbourhoods.map(({ code }) => code));
const police = posts.filter(({ kind }) => kind === "sergeant" || kind === "pc" || kind === "pcso");
const ofKind = (kind: string) => posts.filter((post) => post.kind === kind);
const unique = (values: readonly string[]) => new Set(values).size === values.length;

describe("the demonstration force", () => {
  it.each([
    ["BCUs", demonstration.bcus.length, 4],
    ["partnerships", demonstration.partnerships.length, 9],
    ["neighbourhoods", neighbourhoods.length, 103],
    ["teams", teams.length, 23],
    ["sergeants", ofKind("sergeant").length, 23],
    ["constables", ofKind("pc").length, 175],
    ["community support officers", ofKind("pcso").length, 176],
    ["posts of the teams", police.length, 374],
    ["outward codes", outwards.length, 50],
  ])("has the right number of %s", (_, count, expected) => {
    expect(count).toBe(expected);
  });

  it("is the same for the same day and moves with the day", () => {
    expect(buildDemonstrationForce(new Date("2026-11-23T21:00:00Z"))).toEqual(demonstration);
    const later = buildDemonstrationForce(new Date("2026-11-24T09:00:00Z"));
    expect(later.holdings).not.toEqual(holdings);
    expect(later.people).toEqual(people);
  });

  it.each([
    ["neighbourhood slugs", neighbourhoods.map(({ slug }) => slug)],
    ["neighbourhood codes", neighbourhoods.map(({ code }) => code)],
    ["team codes", teams.map(({ code }) => code)],
    ["team addresses", teams.map(({ email }) => email)],
    ["post references", posts.map(({ reference }) => reference)],
    ["person references", people.map(({ reference }) => reference)],
    ["base codes", bases.map(({ code }) => code)],
    ["outward codes", outwards.map(({ outward }) => outward)],
    [
      "recorded postcodes",
      neighbourhoods.flatMap((each) => each.recordedPostcodes.map((row) => row.postcode)),
    ],
    [
      "places of a neighbourhood",
      places.map(({ name, neighbourhoodCode }) => `${name} ${neighbourhoodCode}`),
    ],
  ])("has no two alike among %s", (_, values) => {
    expect(unique(values)).toBe(true);
  });

  it("places each neighbourhood in one section, partnership, team and base that exist and agree", () => {
    for (const { teamCode, sectionCode, bcuCode, partnershipCode, baseCode } of neighbourhoods) {
      expect(teams.find(({ code }) => code === teamCode)).toMatchObject({ sectionCode, partnershipCode });
      expect(demonstration.sections.find(({ code }) => code === sectionCode)).toMatchObject({ bcuCode });
      expect(demonstration.partnerships.some(({ code }) => code === partnershipCode)).toBe(true);
      expect(bases.some(({ code }) => code === baseCode)).toBe(true);
    }
  });

  it("records one or two well-formed postcodes in each neighbourhood", () => {
    for (const { recordedPostcodes } of neighbourhoods) {
      expect([1, 2]).toContain(recordedPostcodes.length);
      for (const { postcode } of recordedPostcodes)
        expect(parsePostcode(postcode)).toMatchObject({ ok: true, postcode });
    }
  });

  it("finds each place inside its own neighbourhood", () => {
    const strays = places.filter(({ lng, lat, neighbourhoodCode }) => {
      const home = neighbourhoods.find(({ code }) => code === neighbourhoodCode);
      return home === undefined || !booleanPointInPolygon([lng, lat], home.geometry);
    });
    expect(strays).toEqual([]);
    expect(places.length).toBeGreaterThanOrEqual(350);
  });

  it("names existing neighbourhoods for each outward code, and each neighbourhood at least once", () => {
    for (const { outward, neighbourhoodCodes } of outwards) {
      expect(parseOutward(outward)).toBe(outward);
      expect(neighbourhoodCodes.length).toBeGreaterThan(0);
    }
    expect(new Set(outwards.flatMap(({ neighbourhoodCodes }) => neighbourhoodCodes))).toEqual(codes);
  });

  it("shares each post's time so that it sums to 1, among neighbourhoods of its own team", () => {
    for (const { teamCode, allocations, agencyCode } of posts) {
      expect(allocations.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
      expect(agencies.some(({ code }) => code === agencyCode)).toBe(true);
      for (const { neighbourhoodCode } of allocations) {
        expect(neighbourhoods.find(({ code }) => code === neighbourhoodCode)?.teamCode).toBe(teamCode);
      }
    }
  });

  it("gives each neighbourhood one lead sergeant and a beat officer", () => {
    const serving = (kind: string, code: string) =>
      ofKind(kind).filter(({ allocations }) => allocations.some((share) => share.neighbourhoodCode === code));
    for (const code of codes) {
      expect(serving("sergeant", code)).toHaveLength(1);
      expect(serving("pc", code).length).toBeGreaterThan(0);
    }
  });

  it("offers only reserved addresses and the national number", () => {
    for (const { email, telephone } of teams) {
      expect(email).toMatch(/^[a-z-]+\.snt@demonstration\.example$/);
      expect(telephone).toBe("101");
    }
  });
});
