import { expect, test } from "vitest";
import { renewedAgenda } from "./renewed-agenda.ts";
import type { StandingItem } from "./write-agenda.ts";

const item = (change: Partial<StandingItem> = {}): StandingItem => ({
  section: "priorities",
  position: 1,
  title: "Speeding",
  brief: "As it is.",
  marking: "official",
  priorityId: "p1",
  priorityReason: "progress",
  ...change,
});
const known = (
  id: string,
  change: Partial<StandingItem> = {},
  more: { version?: number; isStanding?: boolean } = {},
) => ({
  id,
  version: 1,
  isStanding: true,
  ...item(change),
  ...more,
});

test("what is the same is left alone", () => {
  expect(renewedAgenda([known("i1")], [item()])).toEqual({ added: [], renewed: [], gone: [] });
});

test("what is new is added, what changed is written anew, what is over goes", () => {
  const before = [known("i1"), known("i2", { priorityId: "p2" })];
  const after = [item({ brief: "As it is now.", position: 2 }), item({ priorityId: "p3" })];
  expect(renewedAgenda(before, after)).toEqual({
    added: [after[1]],
    renewed: [
      { id: "i1", title: "Speeding", brief: "As it is now.", position: 2, priorityReason: "progress" },
    ],
    gone: ["i2"],
  });
});

test("what somebody changed keeps its words, moves with the others, and stays when it is over", () => {
  const before = [
    known("i1", { title: "Ours", brief: "Our words." }, { version: 2 }),
    known("i2", { priorityId: "p2" }, { version: 3 }),
  ];
  expect(renewedAgenda(before, [item({ position: 5, priorityReason: "feedback-due" })])).toEqual({
    added: [],
    renewed: [{ id: "i1", title: "Ours", brief: "Our words.", position: 5, priorityReason: "feedback-due" }],
    gone: [],
  });
});

test("what people added is not touched, though it is of the same section", () => {
  const added = known("i1", { section: "bids", priorityId: null }, { isStanding: false });
  const standing = item({ section: "bids", priorityId: null });
  expect(renewedAgenda([added], [standing])).toEqual({ added: [standing], renewed: [], gone: [] });
});
