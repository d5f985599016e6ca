import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CarriedForm } from "./carried-form.tsx";
import { MendForm } from "./mend-form.tsx";
import type { RecordView } from "./recording-desk.tsx";

const key = "0-0-0-0-0";
const view: RecordView = {
  reference: "J-22222",
  title: "P1, meeting 1",
  state: "open",
  isOpen: true,
  isCirculated: false,
  callNext: null,
  marking: "official-sensitive",
  mayFinish: true,
  items: [],
  itemGroups: [{ label: "Analysis", items: [{ value: "i", words: "Rough sleeping" }] }],
  carried: [],
  entries: [],
  stamp: null,
  correcting: null,
  agencies: [{ label: "", items: [{ value: "c", words: "A council" }] }],
  dueOn: { day: "1", month: "1", year: "2027" },
  nextOn: undefined,
  lacks: [],
  keys: { note: key, decision: key, action: key, carried: key, correct: key },
};
const mended = (fields: Readonly<Record<string, string>>) =>
  renderToStaticMarkup(
    createElement(MendForm, {
      record: { key: "k", at: "2026-11-26T10:00:00.000Z", fields, refusal: ["Too long"], isKept: true },
      view,
      onMend: () => undefined,
    }),
  );

test("what was refused stands whole in a form of its own, with each choice, and what it lacked is blank", () => {
  const html = mended({
    intent: "action",
    itemId: "i",
    task: "Take it to MARAC",
    agencyId: "c",
    "dueOn.day": "27",
    "dueOn.month": "3",
    "dueOn.year": "2027",
  });
  expect(html).toContain('id="record-mend-k"');
  expect(html).toContain("Take it to MARAC");
  expect(html).toMatch(/<option value="c" selected="">/);
  expect(html).toMatch(/<option value="i" selected="">/);
  expect(html).toMatch(/name="dueOn.day"[^>]*value="27"/);
  expect(html).not.toMatch(/name="position"[^>]*value=/);
  // Beside the page's own form no id stands twice.
  expect(html).not.toMatch(/id="action-/);
});

test.each(["note", "decision", "carried", "correct"])("a refused %s is mended in its place", (intent) => {
  const html = mended({ intent, words: "As it was written", replaces: "3" });
  expect(html).toContain("As it was written");
  expect(html).toContain(`name="intent" value="${intent}"`);
});

test("the line for residents is taught as they read it: after the agency's name", () => {
  const html = renderToStaticMarkup(
    createElement(CarriedForm, {
      reference: "J-22222",
      recordKey: "c",
      reply: undefined,
      items: [],
      agencies: [],
      actions: [],
      onTake: () => undefined,
    }),
  );
  expect(html).toContain("such as “repaired the lights on the rec”");
});
