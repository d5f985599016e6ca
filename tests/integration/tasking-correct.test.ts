import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { correctEntry } from "#app/services/tasking/correct-entry.server.ts";
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
