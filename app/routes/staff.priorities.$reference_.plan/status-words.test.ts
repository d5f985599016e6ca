import { expect, test } from "vitest";
import { statusWords, type LineStatus } from "./status-words.ts";

const quiet: LineStatus = {
  line: null,
  savedAt: null,
  hasUnsent: false,
  waiting: [],
  isKept: true,
  isRestored: false,
};

test.each<[string, Partial<LineStatus>]>([
  ["What you write is saved as you go.", {}],
  ["Saved 14:02", { line: "open", savedAt: "14:02" }],
  [
    "Not saved: no connection. It is kept on this device and sent when you are back.",
    { line: "no-connection", savedAt: "14:02", hasUnsent: true },
  ],
  [
    "Not saved: no connection. Keep this page open: this device keeps nothing.",
    { line: "no-connection", hasUnsent: true, isKept: false },
  ],
  [
    "No connection. What you write is kept on this device and sent when you are back.",
    { line: "no-connection" },
  ],
  [
    "Not saved: you are signed out. It is kept on this device and sent when you sign in again.",
    { line: "signed-out", hasUnsent: true },
  ],
  [
    "Not saved: the service does not answer. It is kept on this device and sent again.",
    { line: "no-answer", hasUnsent: true },
  ],
  [
    "Not saved: you may no longer write in this plan. Copy what you need.",
    { line: "not-yours", hasUnsent: true },
  ],
  [
    "Not saved: “Why it happens”. See what stands beside it.",
    { line: "open", waiting: ["Why it happens"], hasUnsent: true },
  ],
  [
    "Not saved: “Why it happens”, “The place”. See what stands beside them.",
    { line: "open", waiting: ["Why it happens", "The place"], hasUnsent: true },
  ],
  [
    "What you wrote before was kept on this device. It is being saved.",
    { isRestored: true, hasUnsent: true },
  ],
])("%s", (words, change) => {
  expect(statusWords({ ...quiet, ...change })).toBe(words);
});
