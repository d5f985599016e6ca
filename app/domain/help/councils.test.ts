import { describe, expect, test } from "vitest";
import { adultCare, adultCareOf } from "./adult-care.ts";
import { caseReviews, caseReviewsOf } from "./case-reviews.ts";

const districts = (...codes: string[]) => codes.map((code) => ({ code }));

describe("ASB case reviews", () => {
  test("there is one for each of the nine councils of Derbyshire, by name", () => {
    expect(caseReviews.map(({ code }) => code).sort()).toEqual([
      "E06000015",
      "E07000032",
      "E07000033",
      "E07000034",
      "E07000035",
      "E07000036",
      "E07000037",
      "E07000038",
      "E07000039",
    ]);
    const councils = caseReviews.map(({ council }) => council);
    expect(councils).toEqual([...councils].sort());
  });

  test.each(caseReviews)("$council shows no address that was not read", ({ address, seenAt }) => {
    expect(address === null).toBe(seenAt === null);
    if (address !== null) expect(new URL(address).protocol).toBe("https:");
  });

  test("only those of the districts asked for", () => {
    expect(caseReviewsOf(districts("E07000037", "E07000036")).map(({ council }) => council)).toEqual([
      "Erewash Borough Council",
      "High Peak Borough Council",
    ]);
  });

  test("another force sees none of them", () => {
    expect(caseReviewsOf(districts("E08000019", "E06000018"))).toEqual([]);
    expect(caseReviewsOf([])).toEqual([]);
  });
});

describe("adult social care", () => {
  test("every district of Derbyshire has exactly one council that cares for adults", () => {
    for (const { code, council } of caseReviews) {
      expect(adultCareOf(districts(code)), council).toHaveLength(1);
    }
  });

  test("the county is named once for all its districts", () => {
    expect(adultCareOf(districts("E07000032", "E07000037")).map(({ council }) => council)).toEqual([
      "Derbyshire County Council",
    ]);
  });

  test("another force sees none of them", () => {
    expect(adultCareOf(districts("E08000019"))).toEqual([]);
  });

  test.each(adultCare)("$council says where it was read", ({ website, seenAt }) => {
    expect(new URL(website).protocol).toBe("https:");
    expect(URL.canParse(seenAt)).toBe(true);
  });
});
