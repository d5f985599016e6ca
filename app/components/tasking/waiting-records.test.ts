import { expect, test } from "vitest";
import {
  dropRecord,
  forgetOldRecords,
  forgetRecords,
  hasRecords,
  keepRecord,
  listRecords,
  type WaitingRecord,
} from "./waiting-records.ts";

/** A browser's storage, as far as it is needed. */
function storageOf(mostEntries = 100) {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (kept.size >= mostEntries) throw new Error("Full.");
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
  };
}
const place = { mark: "a-mark", reference: "J-22222" };
const record = (key: string, at: string, refusal: readonly string[] | null = null): WaitingRecord => ({
  key,
  at,
  fields: { intent: "note", words: `Words of ${key}` },
  refusal,
});

test("what waits comes back in the order in which it was written, and goes when it is taken", () => {
  const storage = storageOf();
  keepRecord(storage, place, record("b", "2026-11-26T10:00:02.000Z"));
  keepRecord(storage, place, record("a", "2026-11-26T10:00:01.000Z", ["Too long"]));
  expect(listRecords(storage, place)).toEqual([
    record("a", "2026-11-26T10:00:01.000Z", ["Too long"]),
    record("b", "2026-11-26T10:00:02.000Z"),
  ]);
  dropRecord(storage, place, "a");
  expect(listRecords(storage, place).map(({ key }) => key)).toEqual(["b"]);
});

test("of another account or meeting nothing is seen", () => {
  const storage = storageOf();
  keepRecord(storage, place, record("a", "2026-11-26T10:00:01.000Z"));
  expect(listRecords(storage, { ...place, mark: "another" })).toEqual([]);
  expect(listRecords(storage, { ...place, reference: "J-33333" })).toEqual([]);
});

test("a device that is full says so, and what is no record is passed by", () => {
  expect(keepRecord(storageOf(0), place, record("a", "2026-11-26T10:00:01.000Z"))).toBe(false);
  const storage = storageOf();
  storage.setItem("sn-tasking-waiting/a-mark/J-22222/x", "{");
  storage.setItem("sn-tasking-waiting/a-mark/J-22222/y", '{"key":1}');
  expect(listRecords(storage, place)).toEqual([]);
});

test("what waited for days is forgotten, of whatever meeting, and what has just been written stays", () => {
  const storage = storageOf();
  const other = { mark: "another", reference: "J-33333" };
  keepRecord(storage, other, record("a", "2026-11-26T10:00:00.000Z"));
  keepRecord(storage, place, record("b", "2026-11-26T10:00:02.000Z"));
  storage.setItem("sn-tasking-waiting/a-mark/J-22222/x", "{");
  storage.setItem("sn-abstraction-waiting/x", "{");
  forgetOldRecords(storage, new Date("2026-11-29T10:00:01.000Z"));
  expect(listRecords(storage, other)).toEqual([]);
  expect(listRecords(storage, place).map(({ key }) => key)).toEqual(["b"]);
  expect(storage.length).toBe(2);
});

test("signing out of a device leaves nothing of anybody's words, and nothing else is touched", () => {
  const storage = storageOf();
  keepRecord(storage, place, record("a", "2026-11-26T10:00:01.000Z"));
  keepRecord(storage, { ...place, mark: "another" }, record("b", "2026-11-26T10:00:01.000Z", ["Too long"]));
  storage.setItem("sn-abstraction-waiting/x", "{");
  expect(hasRecords(storage)).toBe(true);
  forgetRecords(storage);
  expect(hasRecords(storage)).toBe(false);
  expect(storage.length).toBe(1);
});
