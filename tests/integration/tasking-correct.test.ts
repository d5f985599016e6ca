import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { correctEntry } from "#app/services/tasking/correct-entry.server.ts";
import { recordCarried } from "#app/services/tasking/record-carried.server.ts";
import { recordDecision } from "#app/services/tasking/record-decision.server.ts";
import { recordNote } from "#app/services/tasking/record-note.server.ts";
import * as schema from "#db/schema/index.ts";
import { newKey, openTaskingDesk, type TaskingDesk } from "./tasking-desk.ts";

const reference = "J-22222";
let desk: TaskingDesk;
beforeAll(async () => {
  desk = await openTaskingDesk();
  await desk.db
    .update(schema.taskingMeetings)
    .set({ state: "open" })
    .where(eq(schema.taskingMeetings.reference, reference));
});
afterAll(() => desk.close());

const entries = () =>
  desk.db
    .select()
    .from(schema.taskingEntries)
    .where(eq(schema.taskingEntries.meetingId, desk.id(reference)))
    .orderBy(asc(schema.taskingEntries.number));
const note = async (words: string) =>
  recordNote(desk.deps, await desk.as("Sergeant"), { reference, key: newKey(), itemId: null, words });
const numberOf = (recorded: Awaited<ReturnType<typeof note>>) => {
  if (recorded?.ok !== true) throw new Error(JSON.stringify(recorded));
  return recorded.number;
};
const messagesOf = (recorded: Awaited<ReturnType<typeof note>>) =>
  recorded === null || recorded.ok ? [] : recorded.errors.map(({ message }) => message);

describe("an entry is put right by one that takes its place", () => {
  const correct = async (replaces: number, words: string) =>
    correctEntry(desk.deps, await desk.as("Inspector"), {
      reference,
      key: newKey(),
      replaces,
      words,
      reason: "",
    });

  test("what was written stays", async () => {
    const wrong = numberOf(await note("Three lights are out"));
    const right = numberOf(await correct(wrong, "Four lights are out"));
    const written = await entries();
    expect(written.find(({ number }) => number === wrong)?.words).toBe("Three lights are out");
    expect(written.find(({ number }) => number === right)).toMatchObject({
      words: "Four lights are out",
      replaces: wrong,
    });
    expect(messagesOf(await correct(wrong, "Five"))).toEqual([
      `Entry ${wrong} was put right by entry ${right} already. Put that one right`,
    ]);
  });

  test("the database changes none", async () => {
    const number = numberOf(await note("As it was said"));
    const change = desk.db
      .update(schema.taskingEntries)
      .set({ words: "As it was not" })
      .where(eq(schema.taskingEntries.number, number));
    await expect(change).rejects.toThrow();
  });

  test("there is nothing to put right that is not there", async () => {
    expect(messagesOf(await correct(9_999, "Nothing"))).toEqual(["There is no entry 9999 in this meeting"]);
  });
});

describe("a form that was sent already and is sent again with other words", () => {
  const sentAlready = (number: number) => [
    `This form was sent already, with other words: they are entry ${number}. What you wrote now is still here. Send it again to write it down too`,
  ];

  test("is refused: neither is lost", async () => {
    const actor = await desk.as("Sergeant");
    const sent = {
      reference,
      key: newKey(),
      itemId: null,
      words: "The gate is shut at six",
      reason: "Noise",
    };
    const number = numberOf(await recordDecision(desk.deps, actor, sent));
    expect(numberOf(await recordDecision(desk.deps, actor, { ...sent, reason: " Noise " }))).toBe(number);
    const before = (await entries()).length;
    for (const other of [{ words: "The lights stay on" }, { reason: "Cost" }])
      expect(messagesOf(await recordDecision(desk.deps, actor, { ...sent, ...other }))).toEqual(
        sentAlready(number),
      );
    const asNote = { reference, key: sent.key, itemId: null, words: sent.words };
    expect(messagesOf(await recordNote(desk.deps, actor, asNote))).toEqual(sentAlready(number));
    expect(await entries()).toHaveLength(before);
  });

  test("also of an action from last time, whose entry says the outcome first", async () => {
    const actor = await desk.as("Sergeant");
    const actionId = await desk.action(301);
    await desk.db.insert(schema.taskingCarried).values({ meetingId: desk.id(reference), actionId });
    const found = {
      reference,
      key: newKey(),
      actionId,
      outcome: "withdrawn" as const,
      words: "It was solved.",
      dueOn: null,
      agencyId: null,
      position: "",
      publicLine: null,
      withheldReason: null,
    };
    const number = numberOf(await recordCarried(desk.deps, actor, found));
    expect(numberOf(await recordCarried(desk.deps, actor, found))).toBe(number);
    for (const other of [{ words: "It moved." }, { outcome: "done" as const }])
      expect(messagesOf(await recordCarried(desk.deps, actor, { ...found, ...other }))).toEqual(
        sentAlready(number),
      );
  });
});

test("what is done is not given both a line for residents and a reason for none", async () => {
  const actionId = await desk.action(302);
  await desk.db.insert(schema.taskingCarried).values({ meetingId: desk.id(reference), actionId });
  const both = await recordCarried(desk.deps, await desk.as("Sergeant"), {
    reference,
    key: newKey(),
    actionId,
    outcome: "done",
    words: "The lights work.",
    dueOn: null,
    agencyId: null,
    position: "",
    publicLine: "repaired the lights on the rec",
    withheldReason: "An inquiry is open",
  });
  expect(messagesOf(both)).toEqual(["Say what residents may read, or why they read nothing: not both"]);
});
