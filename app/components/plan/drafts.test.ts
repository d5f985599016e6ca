import { expect, test } from "vitest";
import { dropDraft, forgetDrafts, keepDraft, readDrafts, type DraftStorage } from "./drafts.ts";

function storage(start: Readonly<Record<string, string>> = {}): DraftStorage {
  const kept = new Map(Object.entries(start));
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}
const mine = { mark: "a", reference: "P-22222" };
const draft = { value: "Bikes", read: { value: "Cars", version: 2, changed: null }, sent: null };

test("a draft is found again by its account, in its plan, and nowhere else", () => {
  const device = storage();
  expect(keepDraft(device, mine, "what", draft)).toBe(true);
  expect([...readDrafts(device, mine)]).toEqual([["what", draft]]);
  expect(readDrafts(device, { ...mine, mark: "b" }).size).toBe(0);
  expect(readDrafts(device, { ...mine, reference: "P-33333" }).size).toBe(0);
});

test("what was saved is forgotten; what another window wrote since is not", () => {
  const device = storage();
  keepDraft(device, mine, "what", draft);
  dropDraft(device, mine, "what", "Noise");
  expect(readDrafts(device, mine).size).toBe(1);
  dropDraft(device, mine, "what", "Bikes");
  expect(readDrafts(device, mine).size).toBe(0);
});

test("signing out forgets all drafts, and nothing else of the device", () => {
  const device = storage({ other: "kept" });
  keepDraft(device, mine, "what", draft);
  keepDraft(device, { ...mine, mark: "b" }, "where", draft);
  forgetDrafts(device);
  expect([device.length, device.getItem("other")]).toEqual([1, "kept"]);
});

test("a device that keeps nothing is said to", () => {
  const full = { ...storage(), setItem: () => expect.fail("full") };
  expect(keepDraft(full, mine, "what", draft)).toBe(false);
});

test.each(["", "{", "[]", '{"value":1}', '{"value":"a","read":null,"sent":null}'])(
  "what is no draft is none: %s",
  (text) => {
    const device = storage({ "sn-plan-draft/a/P-22222/what": text });
    expect(readDrafts(device, mine).size).toBe(0);
  },
);
