import { expect, test } from "vitest";
import {
  dropWaiting,
  entryToKeep,
  hasWaiting,
  keepWaiting,
  listWaiting,
  type DeviceStorage,
} from "./waiting-entries.ts";

function createDevice(): DeviceStorage & { all: () => string } {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
    all: () => JSON.stringify([...held]),
  };
}

const now = new Date("2026-11-24T14:05:10Z");
const form = (more: Record<string, string> = {}) =>
  new Map(Object.entries({ id: "one", postId: "p", code: "R2", when: "from-now", day: "today", ...more }));

test("an entry waits for its account alone, and goes once it is dropped", () => {
  const device = createDevice();
  expect(hasWaiting(device)).toBe(false);
  expect(keepWaiting(device, "a", entryToKeep(form(), now))).toBe(true);
  expect(hasWaiting(device)).toBe(true);
  expect(listWaiting(device, "a").map(({ id }) => id)).toEqual(["one"]);
  expect(listWaiting(device, "b")).toEqual([]);
  dropWaiting(device, "a", "one");
  expect(hasWaiting(device)).toBe(false);
});

test("no word and no name is kept", () => {
  const device = createDevice();
  const typed = form({
    reason: "Mr Hollis",
    notDone: "The school",
    requesterUnit: "Ripley",
    extra: "PC Cole",
  });
  keepWaiting(device, "a", entryToKeep(typed, now));
  for (const word of ["Hollis", "school", "Ripley", "Cole"]) expect(device.all()).not.toContain(word);
});

test.each([
  ["today", { startsAt: "2pm", endsAt: "4pm" }, "24"],
  ["yesterday", { day: "yesterday", startsAt: "2pm", endsAt: "4pm" }, "23"],
] as const)("%s becomes the day that it was", (_, typed, day) => {
  const { fields } = entryToKeep(form(typed), now);
  expect(fields).toMatchObject({ day: "other", "otherDay.day": day, "otherDay.month": "11" });
});

test("this shift is meant from the moment it was saved", () => {
  const { fields } = entryToKeep(form(), now);
  expect(fields).toEqual({
    id: "one",
    postId: "p",
    code: "R2",
    when: "from-now",
    at: "2026-11-24T14:05:10.000Z",
  });
});

test("what another program left is passed over", () => {
  const device = createDevice();
  device.setItem("sn-abstraction-waiting/a/x", "{");
  device.setItem("sn-abstraction-waiting/a/y", "[1]");
  expect(listWaiting(device, "a")).toEqual([]);
});

test("a device that keeps nothing says so", () => {
  const full: DeviceStorage = {
    ...createDevice(),
    setItem: () => {
      throw new Error("full");
    },
  };
  expect(keepWaiting(full, "a", entryToKeep(form(), now))).toBe(false);
});
