import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RecorderStatus } from "./recorder-status.tsx";
import type { QueuedRecord } from "./use-recorder.ts";

const record = (change: Partial<QueuedRecord> = {}): QueuedRecord => ({
  key: "a",
  at: "2026-11-26T10:00:00.000Z",
  fields: { intent: "decision", words: "Shut the gate at six", reason: "Noise at night" },
  refusal: null,
  isKept: true,
  ...change,
});
const shown = (waiting: readonly QueuedRecord[], mend?: (one: QueuedRecord) => string) =>
  renderToStaticMarkup(
    createElement(RecorderStatus, {
      recorder: { waiting, written: [], isSignedOut: false, drop: () => undefined },
      ...(mend === undefined ? {} : { mend }),
    }),
  );

test("what the device does not keep is said to be in the page alone", () => {
  expect(shown([record()])).not.toContain("Do not close or reload it");
  expect(shown([record({ isKept: false })])).toContain("kept in this page alone. Do not close or reload it");
});

test("what is refused is mended in its place while it can be sent, and its words are there whole when it cannot", () => {
  const refused = [record({ refusal: ["The minutes of this meeting are finished"] })];
  expect(shown(refused, () => "a form")).toContain("a form");
  const over = shown(refused);
  expect(over).toContain("The minutes of this meeting are finished");
  expect(over).toContain("Shut the gate at six");
  expect(over).toContain("Noise at night");
});

test("each thing is read out once, not all of them again", () => {
  expect(shown([record()])).toContain('role="status" aria-atomic="false"');
});
