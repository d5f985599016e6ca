import { describe, expect, test } from "vitest";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { afterReportAct, appealDue, reportDue, type PageReportAct } from "./decide.ts";
import { kindOfReference, pageReportStates, type PageReportState } from "./page-report.ts";
import { keepReasons, reasonInWords, takeDownReasons } from "./reasons.ts";

describe("what becomes of a report", () => {
  const takeDown: PageReportAct = { act: "take-down", reason: "personal" };
  const keep: PageReportAct = { act: "keep", reason: "correct" };
  test.each<[PageReportState, string | null, PageReportAct, string]>([
    ["received", null, takeDown, "taken-down personal take-down"],
    ["received", null, { act: "take-down", reason: "correct" }, "Choose the reason"],
    ["received", null, { act: "take-down", reason: "constructor" }, "Choose the reason"],
    ["received", null, keep, "kept correct null"],
    ["received", null, { act: "keep", reason: "personal" }, "Choose the reason"],
    ["received", null, { act: "appeal" }, "There is no decision to appeal against"],
    ["received", null, { act: "uphold" }, "There is no appeal to decide"],
    ["received", null, { act: "change", reason: "personal" }, "There is no appeal to decide"],
    ["taken-down", "risk", takeDown, "Somebody has decided this already"],
    ["kept", "correct", keep, "Somebody has decided this already"],
    ["taken-down", "risk", { act: "appeal" }, "appealed risk null"],
    ["kept", "correct", { act: "appeal" }, "appealed correct null"],
    ["appealed", "risk", { act: "appeal" }, "There is no decision to appeal against"],
    ["appealed", "risk", { act: "uphold" }, "upheld risk null"],
    ["appealed", "risk", { act: "change", reason: "correct" }, "changed correct restore"],
    ["appealed", "risk", { act: "change", reason: "personal" }, "Choose the reason"],
    ["appealed", "correct", { act: "change", reason: "personal" }, "changed personal take-down"],
    ["appealed", "correct", { act: "change", reason: "correct" }, "Choose the reason"],
    ["upheld", "risk", { act: "appeal" }, "There is no decision to appeal against"],
    ["changed", "correct", { act: "appeal" }, "There is no decision to appeal against"],
  ])("%s (%s) after %j", (state, reasonCode, step, outcome) => {
    const after = afterReportAct({ state, reasonCode }, step);
    expect(after.ok ? `${after.state} ${after.reasonCode} ${after.item}` : after.message).toBe(outcome);
  });

  test("an ended appeal is the end", () => {
    const acts: PageReportAct[] = [takeDown, keep, { act: "appeal" }, { act: "uphold" }];
    const ended = pageReportStates.filter((state) =>
      acts.every((step) => !afterReportAct({ state, reasonCode: "risk" }, step).ok),
    );
    expect(ended).toEqual(["upheld", "changed"]);
  });
});

test("a report is decided within 48 hours, an appeal by the end of the fifth working day", () => {
  const friday = new Date("2026-11-27T16:00:00Z");
  expect(reportDue(friday, defaultSettings)).toEqual(new Date("2026-11-29T16:00:00Z"));
  expect(appealDue(friday, defaultSettings)).toEqual(new Date("2026-12-05T00:00:00Z"));
});

test("no reason both takes down and keeps", () => {
  expect(Object.keys(takeDownReasons).filter((code) => code in keepReasons)).toEqual([]);
});

test.each([
  ["personal", "It named somebody, or showed who they are."],
  ["another-page", "The problem is not on this page."],
  ["no-such-code", null],
  [null, null],
])("the reason %j says %j", (code, words) => {
  expect(reasonInWords(code)).toBe(words);
});

test.each([
  ["C-7K3FQ", "concern"],
  ["P-7K3FQ", "priority"],
  ["M-7K3FQ", "meeting"],
  ["T-7K3FQ", null],
])("%s is a %s", (reference, kind) => {
  expect(kindOfReference(reference)).toBe(kind);
});
