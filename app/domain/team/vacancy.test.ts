import { describe, expect, it } from "vitest";
import { vacancyOn, type HeldDays } from "./vacancy.ts";

const held = (heldFrom: string, heldTo: string | null, kind: HeldDays["kind"] = "substantive"): HeldDays => ({
  kind,
  heldFrom,
  heldTo,
});
const until = (heldTo: string) => [held("2020-01-01", heldTo)];

describe("vacancyOn 2026-06-01", () => {
  const today = "2026-06-01";

  it.each<[string, HeldDays[]]>([
    ["an open holding", [held("2025-01-01", null)]],
    ["a holding that begins today", [held(today, null)]],
    ["a holding whose last day is today", until(today)],
    ["a holder with somebody acting beside", [held("2025-01-01", null), held("2026-01-01", null, "acting")]],
  ])("is none for %s", (_, holdings) => {
    expect(vacancyOn(holdings, today)).toBeNull();
  });

  it.each([
    // last day held, since, age, cover plan, BCU review
    ["2026-05-31", "2026-06-01", 0, false, false],
    ["2026-05-03", "2026-05-04", 28, false, false],
    ["2026-05-02", "2026-05-03", 29, true, false],
    ["2026-03-02", "2026-03-03", 90, true, false],
    ["2026-03-01", "2026-03-02", 91, true, true],
  ])("held until %s: since %s, %i days", (heldTo, since, ageDays, needsCoverPlan, needsBcuReview) => {
    expect(vacancyOn(until(heldTo), today)).toEqual({ since, ageDays, needsCoverPlan, needsBcuReview });
  });

  it("counts from the latest of several holders, whatever their order", () => {
    const holdings = [held("2024-01-01", "2026-05-20"), held("2020-01-01", "2023-12-31")];
    expect(vacancyOn(holdings, today)?.since).toBe("2026-05-21");
  });

  it("is not ended by somebody acting or covering", () => {
    const holdings = [
      ...until("2026-05-20"),
      held("2026-05-21", null, "acting"),
      held("2026-05-21", null, "cover"),
    ];
    expect(vacancyOn(holdings, today)?.ageDays).toBe(11);
  });

  it("looks back, not forward: a holder to come fills nothing yet", () => {
    expect(vacancyOn([...until("2026-05-20"), held("2026-07-01", null)], today)?.since).toBe("2026-05-21");
  });

  it("does not guess an age where nobody ever held the post", () => {
    expect(vacancyOn([], today)).toEqual({
      since: null,
      ageDays: null,
      needsCoverPlan: false,
      needsBcuReview: false,
    });
  });
});
