import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CarriedOutcome } from "#app/domain/tasking/action.ts";
import { addDays } from "#app/domain/team/day.ts";
import { recordAction } from "#app/services/tasking/record-action.server.ts";
import { recordCarried } from "#app/services/tasking/record-carried.server.ts";
import { recordDecision } from "#app/services/tasking/record-decision.server.ts";
import { recordNote } from "#app/services/tasking/record-note.server.ts";
import * as schema from "#db/schema/index.ts";
import { newKey, openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";

const reference = "J-22222";
let desk: TaskingDesk;
let actionNumber = 100;

beforeAll(async () => {
  desk = await openTaskingDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await setState("open");
});

const setState = (state: "called" | "open") =>
  desk.db
    .update(schema.taskingMeetings)
    .set({ state })
    .where(eq(schema.taskingMeetings.reference, reference));
const entries = () =>
  desk.db
    .select()
    .from(schema.taskingEntries)
    .where(eq(schema.taskingEntries.meetingId, desk.id(reference)))
    .orderBy(asc(schema.taskingEntries.number));
const note = async (words: string, by: TaskingPerson = "Sergeant", key = newKey()) =>
  recordNote(desk.deps, await desk.as(by), { reference, key, itemId: null, words });
const numberOf = (recorded: Awaited<ReturnType<typeof note>>) => {
  if (recorded?.ok !== true) throw new Error(JSON.stringify(recorded));
  return recorded.number;
};
const messagesOf = (recorded: Awaited<ReturnType<typeof note>>) =>
  recorded === null || recorded.ok ? [] : recorded.errors.map(({ message }) => message);
const stored = async (id: string) => {
  const [action] = await desk.db.select().from(schema.taskingActions).where(eq(schema.taskingActions.id, id));
  if (action === undefined) throw new Error("There is no such action.");
  return action;
};
/** An action of the group that was carried to the meeting; its id. */
async function carried(more: Parameters<TaskingDesk["action"]>[1] = {}): Promise<string> {
  actionNumber += 1;
  const id = await desk.action(actionNumber, more);
  await desk.db.insert(schema.taskingCarried).values({ meetingId: desk.id(reference), actionId: id });
  return id;
}
const found = async (
  actionId: string,
  outcome: CarriedOutcome,
  more: Partial<Parameters<typeof recordCarried>[2]> = {},
) =>
  recordCarried(desk.deps, await desk.as("Sergeant"), {
    reference,
    key: newKey(),
    actionId,
    outcome,
    words: "It was looked at.",
    dueOn: null,
    agencyId: null,
    position: "",
    publicLine: null,
    withheldReason: null,
    ...more,
  });

describe("what is written down", () => {
  test("stands under the next number, whoever of two writes it", async () => {
    const first = numberOf(await note("The lights are out", "Sergeant"));
    expect(numberOf(await note("The gate is open", "Inspector"))).toBe(first + 1);
    expect(numberOf(await note("So says the chair", "Chair"))).toBe(first + 2);
    const numbers = (await entries()).map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });

  test("sent twice under one key, it is written once and answered as then", async () => {
    const key = newKey();
    const first = numberOf(await note("Once", "Sergeant", key));
    const before = (await entries()).length;
    expect(numberOf(await note("Once", "Sergeant", key))).toBe(first);
    expect(await entries()).toHaveLength(before);
  });

  test("is recorded without its words", async () => {
    await note("Corncrakes nest behind the rec");
    const rows = await desk.auditOf("tasking.record");
    expect(rows.at(-1)).toMatchObject({
      subjectKind: "tasking-meeting",
      subjectId: desk.id(reference),
      details: { kind: "note", group: "PA", meeting: 1 },
    });
    expect(JSON.stringify(rows)).not.toContain("Corncrake");
  });

  test.each<[TaskingPerson, string | null]>([
    ["Constable", "You may read this meeting, but not record in it"],
    ["Chief officer", "You may read this meeting, but not record in it"],
    ["Council officer", null],
    ["Second council officer", null],
    ["Far sergeant", null],
  ])("is not %s's to write", async (who, message) => {
    const before = (await entries()).length;
    const answer = await note("Not mine", who);
    if (message === null) expect(answer).toBeNull();
    else expect(messagesOf(answer)).toEqual([message]);
    expect(await entries()).toHaveLength(before);
  });

  test("is written only while the meeting is open", async () => {
    await setState("called");
    expect(messagesOf(await note("Too early"))).toEqual([
      "This meeting is not open yet. Open it at the door, then record",
    ]);
  });

  test.each([
    ["To MARAC", "MARAC has its own secure meeting"],
    ["Mr Hollis was warned", "Take out the name"],
  ])("refuses %j and says where it belongs", async (words, said) => {
    expect(messagesOf(await note(words)).join()).toContain(said);
  });

  test("is about an item of this meeting or of none", async () => {
    const key = newKey();
    const answer = await recordNote(desk.deps, await desk.as("Sergeant"), {
      reference,
      key,
      itemId: newKey(),
      words: "About nothing here",
    });
    expect(messagesOf(answer)).toEqual(["Choose an item of this meeting’s agenda"]);
  });

  test("a decision has its reason", async () => {
    const decide = async (reason: string) =>
      recordDecision(desk.deps, await desk.as("Sergeant"), {
        reference,
        key: newKey(),
        itemId: null,
        words: "Close the gate at night",
        reason,
      });
    expect(messagesOf(await decide(" "))).toEqual(["Enter why it was decided so"]);
    const number = numberOf(await decide("Residents asked for it"));
    expect((await entries()).find((entry) => entry.number === number)).toMatchObject({
      kind: "decision",
      reason: "Residents asked for it",
    });
  });
});

describe("an action given in the room", () => {
  const give = async (more: Partial<Parameters<typeof recordAction>[2]> = {}) =>
    recordAction(desk.deps, await desk.as("Sergeant"), {
      reference,
      key: newKey(),
      itemId: null,
      kind: "environmental",
      task: "Repair the lights on the rec",
      agencyId: desk.id("council"),
      position: "Street lighting officer",
      dueOn: addDays(desk.today, 14),
      ...more,
    });

  test("is the agency's, and an entry of the meeting", async () => {
    const priority = await desk.priority("P-22222", "n1");
    const itemId = await desk.item("the lights", reference, { section: "priorities", priorityId: priority });
    const number = numberOf(await give({ itemId }));
    const entry = (await entries()).find((one) => one.number === number);
    expect(entry).toMatchObject({ kind: "action", words: "Repair the lights on the rec", itemId });
    expect(await stored(entry?.actionId ?? "")).toMatchObject({
      agencyId: desk.id("council"),
      state: "assigned",
      priorityId: priority,
    });
  });

  test("sent twice, it is given once", async () => {
    const key = newKey();
    const first = numberOf(await give({ key }));
    const before = await desk.db.$count(schema.taskingActions);
    expect(numberOf(await give({ key }))).toBe(first);
    expect(await desk.db.$count(schema.taskingActions)).toBe(before);
    // The same task for another agency is another action: it is never taken for the first.
    const others = [
      { agencyId: desk.id("housing") },
      { position: "Parks officer" },
      { dueOn: addDays(desk.today, 20) },
    ];
    for (const other of others)
      expect(messagesOf(await give({ key, ...other })).join()).toContain("sent already, with other words");
  });

  test.each([
    ["youth", "information-sharing agreement"],
    ["far council", "information-sharing agreement"],
  ])("is not given to %s, with which nothing is agreed", async (agency, said) => {
    expect(messagesOf(await give({ agencyId: desk.id(agency) })).join()).toContain(said);
  });

  test("is due in time to come, and names nobody", async () => {
    expect(messagesOf(await give({ dueOn: addDays(desk.today, -1) }))).toEqual([
      "Enter a day that is today or later",
    ]);
    expect(messagesOf(await give({ task: "Visit offender Nowak" })).join()).toContain("Nobody is named here");
  });
});

describe("what became of an action from last time", () => {
  test("done, it is closed", async () => {
    const id = await carried();
    numberOf(await found(id, "done", { words: "The lights work." }));
    expect(await stored(id)).toMatchObject({ state: "done", result: "The lights work." });
    expect((await entries()).at(-1)).toMatchObject({
      kind: "carried",
      actionId: id,
      words: "Done. The lights work.",
    });
  });

  test("done for a priority, it says what residents read", async () => {
    await desk.priority("P-22223", "n2", { slot: 2 });
    const id = await carried({ priority: "P-22223" });
    expect(messagesOf(await found(id, "done"))).toEqual([
      "Say what residents may read of it, or say below why they should read nothing",
    ]);
    numberOf(await found(id, "done", { publicLine: "The lights on the rec were repaired" }));
    expect(await stored(id)).toMatchObject({ publicLineState: "proposed" });
  });

  test("it goes on to another day", async () => {
    const id = await carried({ state: "accepted" });
    expect(messagesOf(await found(id, "goes-on"))).toEqual(["Enter by when it is to be done"]);
    const dueOn = addDays(desk.today, 30);
    numberOf(await found(id, "goes-on", { dueOn, words: "Parts are late." }));
    expect(await stored(id)).toMatchObject({ state: "accepted", dueOn });
  });

  test("it is given to another agency, where it begins again", async () => {
    const id = await carried({
      state: "rejected",
      result: "Not our road",
      closedAt: desk.now,
    });
    const dueOn = addDays(desk.today, 30);
    expect(messagesOf(await found(id, "goes-on", { dueOn })).join()).toContain("It was declined");
    const owner = { dueOn, agencyId: desk.id("housing"), position: "Tenancy officer" };
    numberOf(await found(id, "given-on", owner));
    expect(await stored(id)).toMatchObject({
      state: "assigned",
      agencyId: desk.id("housing"),
      position: "Tenancy officer",
      dueOn,
      result: null,
    });
  });

  test("no longer needed, it is withdrawn and says why", async () => {
    const id = await carried();
    expect(messagesOf(await found(id, "withdrawn", { words: "" }))).toEqual(["Say in a sentence why"]);
    numberOf(await found(id, "withdrawn", { words: "The problem is solved." }));
    expect((await stored(id)).state).toBe("withdrawn");
  });

  test("is said once, and of what was carried here", async () => {
    const id = await carried();
    numberOf(await found(id, "done"));
    expect(messagesOf(await found(id, "withdrawn")).join()).toContain("written down already");
    actionNumber += 1;
    const other = await desk.action(actionNumber);
    expect(messagesOf(await found(other, "done"))).toEqual(["Choose an action from last time"]);
  });
});
