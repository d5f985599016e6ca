import fc from "fast-check";
import { expect, test } from "vitest";
import {
  arrived,
  isToSend,
  isUnsent,
  keptMine,
  keptTheirs,
  left,
  onItsWay,
  opened,
  refused,
  restored,
  typed,
  type Editing,
  type Standing,
} from "./editing.ts";

const standing = (value: string, version: number): Standing => ({ value, version, changed: null });
const read = opened(standing("Bikes", 1));
const other = standing("Cars", 2);

test("what nobody is writing here takes the new text", () => {
  expect(arrived(read, other)).toEqual(opened(other));
});

test("a box that somebody is in keeps its text, and takes the new one when they leave it as it was", () => {
  const inUse = arrived(read, other, true);
  expect([inUse.value, inUse.theirs]).toEqual(["Bikes", other]);
  expect(isToSend(inUse)).toBe(false);
  expect(left(inUse)).toEqual(opened(other));
});

test("what somebody is writing here stays, with theirs beside it, until one is chosen", () => {
  const both = arrived(typed(read, "Noise"), other);
  expect([both.value, both.theirs, isToSend(both)]).toEqual(["Noise", other, false]);
  expect(left(both)).toEqual(both);
  expect(keptTheirs(both)).toEqual(opened(other));
  const mine = keptMine(both);
  expect([mine.value, mine.read.version, isToSend(mine)]).toEqual(["Noise", 2, true]);
});

test("what we sent ourselves is nobody else’s, even where its answer was lost and more was typed", () => {
  const more = typed(onItsWay(typed(read, "Noise")), "Noise at night");
  const after = arrived(more, standing("Noise", 2));
  expect(after).toMatchObject({ value: "Noise at night", theirs: null, read: { version: 2 } });
  expect(isToSend(after)).toBe(true);
});

test("the same words from two are no conflict", () => {
  expect(arrived(typed(read, "Cars"), other)).toEqual(opened(other));
});

test("what is older than what was read changes nothing", () => {
  expect(arrived(typed(read, "Noise"), standing("Old", 1))).toEqual(typed(read, "Noise"));
});

test("what cannot stand waits to be put right; what was typed since is judged anew", () => {
  const sent = onItsWay(typed(read, "Mr Hollis"));
  const wrong = refused(sent, ["Take out the name"]);
  expect([wrong.problems, isToSend(wrong), isUnsent(wrong)]).toEqual([["Take out the name"], false, true]);
  const better = typed(wrong, "A man");
  expect([better.problems, isToSend(better)]).toEqual([["Take out the name"], true]);
  expect(isToSend(refused(typed(sent, "A man"), ["Take out the name"]))).toBe(true);
  expect(arrived(onItsWay(better), standing("A man", 2)).problems).toEqual([]);
  expect(typed(wrong, "Bikes").problems).toEqual([]);
});

test.each([
  ["still what was read", standing("Bikes", 1), { value: "Noise", theirs: null }],
  ["changed by somebody else", other, { value: "Noise", theirs: other }],
  ["what had been sent", standing("Noi", 2), { value: "Noise", theirs: null, read: { version: 2 } }],
  ["the same by now", standing("Noise", 2), { value: "Noise", theirs: null, read: { version: 2 } }],
] as const)("a draft over %s", (_name, now, expected) => {
  expect(restored({ value: "Noise", read: read.read, sent: "Noi" }, now)).toMatchObject(expected);
});

test("two who write in one field for as long as they like lose nothing: each text was saved, or is shown", () => {
  const step = fc.record({
    who: fc.constantFrom(0, 1),
    what: fc.constantFrom("type", "send", "lose the answer", "look", "mine"),
    words: fc.constantFrom("Bikes", "Noise", "Cars"),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let stored = standing("", 0);
      const saved = new Set([""]);
      const screens: [Editing, Editing] = [opened(stored), opened(stored)];
      for (const [index, { who, what, words }] of steps.entries()) {
        const mine = screens[who === 0 ? 0 : 1];
        const next = (): Editing => {
          if (what === "type") return typed(mine, `${words} ${index}`);
          if (what === "mine") return keptMine(mine);
          if (what === "look" || !isToSend(mine)) return arrived(mine, stored);
          const sent = onItsWay(mine);
          if (stored.version === mine.read.version) {
            stored = standing(mine.value, stored.version + 1);
            saved.add(mine.value);
          }
          return what === "send" ? arrived(sent, stored) : sent;
        };
        screens[who === 0 ? 0 : 1] = next();
      }
      for (const mine of screens) {
        const now = arrived(mine, stored);
        // Its own text stands with everybody, is still in its box, or was overwritten by its own writer.
        expect(saved.has(now.value) || isUnsent(now)).toBe(true);
        // Nothing of somebody else's is overwritten unseen: what is to be sent goes over what stands.
        if (isToSend(now)) expect(now.read.version).toBe(stored.version);
      }
    }),
  );
});
