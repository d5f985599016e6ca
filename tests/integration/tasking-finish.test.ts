import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nothingToTell } from "#app/domain/tasking/finishing.ts";
import { addDays } from "#app/domain/team/day.ts";
import { circulateMinutes } from "#app/services/tasking/circulate-minutes.server.ts";
import { finishMeeting } from "#app/services/tasking/finish-meeting.server.ts";
import { recordAction } from "#app/services/tasking/record-action.server.ts";
import { recordRestAbsent } from "#app/services/tasking/record-absent.server.ts";
import { recordCarried } from "#app/services/tasking/record-carried.server.ts";
import { leaveGroup } from "#app/services/tasking/leave-group.server.ts";
import { readTaskingMeeting } from "#app/services/tasking/read-meeting.server.ts";
import { readMinutes } from "#app/services/tasking/read-minutes.server.ts";
import { recordNote } from "#app/services/tasking/record-note.server.ts";
import { sayFeedbackLine } from "#app/services/tasking/say-feedback-line.server.ts";
import { sayNothingOfRest } from "#app/services/tasking/say-nothing-of-rest.server.ts";
import * as schema from "#db/schema/index.ts";
import { newKey, openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";

const reference = "J-22222";
const publicUrl = "https://neighbourhoods.example";
let desk: TaskingDesk;
let action: string;
let item: string;

beforeAll(async () => {
  desk = await openTaskingDesk();
  await desk.db
    .update(schema.taskingMeetings)
    .set({ state: "open", openedAt: desk.now })
    .where(eq(schema.taskingMeetings.reference, reference));
  action = await desk.action(201);
  await desk.db.insert(schema.taskingCarried).values({ meetingId: desk.id(reference), actionId: action });
  const priorityId = await desk.priority("P-22222", "n1");
  item = await desk.item("Lights", reference, { section: "priorities", priorityId });
});
afterAll(() => desk.close());

const finish = async (by: TaskingPerson = "Chair", nextOn: string | null = null) =>
  finishMeeting(desk.deps, await desk.as(by), { reference, nextOn });
const lacksOf = async () => {
  const finished = await finish();
  return finished === null || finished.ok ? [] : (finished.lacks ?? []).map(({ words }) => words);
};
const circulate = async (by: TaskingPerson = "Sergeant") =>
  circulateMinutes({ ...desk.deps, publicUrl }, await desk.as(by), reference);
const meeting = async () => {
  const [row] = await desk.db
    .select()
    .from(schema.taskingMeetings)
    .where(eq(schema.taskingMeetings.reference, reference));
  return row;
};

// One meeting from what it lacks to its circulation: the tests follow one another.
describe("minutes", () => {
  test("are not finished while anything is missing, and each lack is said", async () => {
    expect(await lacksOf()).toEqual([
      "Say who was present: nobody is recorded yet",
      "Say what became of PA-201 from last time",
      "Say what residents are told of “Item Lights”, or that there is nothing to tell",
    ]);
    expect((await meeting())?.state).toBe("open");
  });

  test("are not finished past the service either", async () => {
    const past = desk.db
      .update(schema.taskingMeetings)
      .set({ state: "finished", finishedAt: desk.now })
      .where(eq(schema.taskingMeetings.reference, reference));
    await expect(past).rejects.toThrow();
  });

  test("a line for residents names nobody, and may be that there is none", async () => {
    const say = async (line: string, isNothing: boolean, version = 1) =>
      sayFeedbackLine(desk.deps, await desk.as("Sergeant"), {
        reference,
        itemId: item,
        version,
        line,
        isNothing,
      });
    expect(await say("Mr Hollis repaired them", false)).toMatchObject({ ok: false });
    expect(await say("", false)).toMatchObject({ ok: false });
    expect(await say("", true)).toEqual({ ok: true });
    const [row] = await desk.db.select().from(schema.taskingItems).where(eq(schema.taskingItems.id, item));
    expect(row?.feedbackLine).toBe(nothingToTell);
    // The same again is no change; another recorder's line is not written over unseen.
    expect(await say("", true)).toEqual({ ok: true });
    expect(await say("The council mends them", false)).toMatchObject({ errors: [{ field: "itemId" }] });
    expect(await say("The council mends them", false, 2)).toEqual({ ok: true });
  });

  test("what was not talked of is said in one, and what was said stays", async () => {
    const priorityId = await desk.priority("P-33333", "n2");
    const other = await desk.item("Fly-tipping", reference, { section: "priorities", priorityId });
    const sayRest = async (by: TaskingPerson) => sayNothingOfRest(desk.deps, await desk.as(by), reference);
    expect(await sayRest("Council officer")).toBeNull();
    expect(await sayRest("Sergeant")).toEqual({ ok: true });
    const rows = await desk.db
      .select({ id: schema.taskingItems.id, line: schema.taskingItems.feedbackLine })
      .from(schema.taskingItems)
      .where(eq(schema.taskingItems.meetingId, desk.id(reference)));
    expect(rows).toContainEqual({ id: other, line: nothingToTell });
    expect(rows).toContainEqual({ id: item, line: "The council mends them" });
  });

  test("are not sent round before they are finished", async () => {
    expect(await circulate()).toMatchObject({ ok: false });
    expect(await desk.mails()).toEqual([]);
  });

  test("are finished by whoever chairs, when nothing is missing", async () => {
    await desk.db
      .update(schema.taskingAttendances)
      .set({ state: "present" })
      .where(eq(schema.taskingAttendances.id, desk.id(`Chair at ${reference}`)));
    // Everybody else still stands as invited: the service and the database ask for them alike.
    expect((await lacksOf()).filter((words) => words.startsWith("Say whether"))).toHaveLength(4);
    const past = desk.db
      .update(schema.taskingMeetings)
      .set({ state: "finished", finishedAt: desk.now })
      .where(eq(schema.taskingMeetings.reference, reference));
    await expect(past).rejects.toThrow();
    expect(await recordRestAbsent(desk.deps, await desk.as("Sergeant"), reference, newKey())).toEqual({
      ok: true,
    });
    expect((await desk.auditOf("tasking.attend")).at(-1)?.details).toEqual({ changed: 4, present: 1 });
    const outcome = { dueOn: null, agencyId: null, position: "", publicLine: null, withheldReason: null };
    await recordCarried(desk.deps, await desk.as("Sergeant"), {
      reference,
      key: newKey(),
      actionId: action,
      outcome: "done",
      words: "The lights work.",
      ...outcome,
    });
    await recordAction(desk.deps, await desk.as("Sergeant"), {
      reference,
      key: newKey(),
      itemId: null,
      kind: "environmental",
      task: "Cut the hedge",
      agencyId: desk.id("council"),
      position: "Parks officer",
      dueOn: addDays(desk.today, 14),
    });
    expect(await finish("Sergeant")).toMatchObject({ ok: false, errors: [{ field: "form" }] });
    const [late, gone] = [
      await desk.action(212, {
        state: "done",
        result: "The gate is shut.",
        closedAt: desk.now,
        publicLineState: "withheld",
        withheldReason: "It serves no local priority",
      }),
      await desk.action(213, { state: "withdrawn", result: "It was solved.", closedAt: desk.now }),
    ];
    await desk.db.insert(schema.taskingCarried).values([
      {
        meetingId: desk.id(reference),
        actionId: late,
        note: "The chair was told on 3 November that it is late",
      },
      { meetingId: desk.id(reference), actionId: gone },
    ]);
    expect(await finish("Chair", addDays(desk.today, -1))).toMatchObject({ errors: [{ field: "nextOn" }] });
    const nextOn = addDays(desk.today, 28);
    expect(await finish("Chair", nextOn)).toEqual({ ok: true });
    expect(await meeting()).toMatchObject({ state: "finished", nextOn });
    expect((await desk.auditOf("tasking.finish")).map(({ subjectId }) => subjectId)).toEqual([
      desk.id(reference),
    ]);
  });

  test("say what became of an action as the meeting found it, whatever becomes of it later", async () => {
    const found = async () => {
      const minutes = await readTaskingMeeting(
        desk.deps,
        await desk.as("Sergeant"),
        reference,
        "minutes",
        readMinutes,
      );
      return minutes?.carried.map(({ name, note }) => [name, note]);
    };
    const then = [
      ["PA-201", "Done. The lights work."],
      ["PA-212", "Done. The gate is shut."],
      ["PA-213", "No longer needed. It was solved."],
    ];
    expect(await found()).toEqual(then);
    await desk.db
      .update(schema.taskingActions)
      .set({ state: "assigned", result: null, closedAt: null })
      .where(eq(schema.taskingActions.number, 212));
    expect(await found()).toEqual(then);
  });

  test("take nothing more once they are finished", async () => {
    const late = { reference, key: newKey(), itemId: null, words: "One more thing" };
    const answer = await recordNote(desk.deps, await desk.as("Sergeant"), late);
    expect(answer).toMatchObject({
      ok: false,
      errors: [{ message: "The minutes of this meeting are finished: nothing more is written in them" }],
    });
    expect(await finish()).toMatchObject({ ok: false });
  });

  test("go on saying what the meeting gave, when it has gone on to another agency", async () => {
    await desk.db
      .update(schema.taskingActions)
      .set({ agencyId: desk.id("housing"), position: "Estates manager", dueOn: addDays(desk.today, 60) })
      .where(eq(schema.taskingActions.task, "Cut the hedge"));
    const given = await readTaskingMeeting(
      desk.deps,
      await desk.as("Inspector"),
      reference,
      "minutes",
      async (tx, held) =>
        (await readMinutes(tx, held)).entries.flatMap(({ kind, action: one }) =>
          kind === "action" ? [one] : [],
        ),
    );
    expect(given).toMatchObject([
      { position: "Parks officer", dueOn: addDays(desk.today, 14), state: "assigned" },
    ]);
    expect(given?.[0]?.agency).not.toBe("A housing association");
  });

  test("go on naming whoever was there after they left the group", async () => {
    const [seat] = await desk.db
      .select()
      .from(schema.taskingMembers)
      .where(eq(schema.taskingMembers.accountId, desk.id("Housing officer")));
    const chair = await desk.as("Inspector");
    expect(await leaveGroup({ ...desk.deps, publicUrl }, chair, "PA", seat?.id ?? "")).toMatchObject({
      ok: true,
    });
    const housing = await desk.as("Housing officer");
    const read = async (actor: typeof chair) =>
      readTaskingMeeting(desk.deps, actor, reference, "minutes", async (tx, held) =>
        (await readMinutes(tx, held)).attendances.map(({ position }) => position),
      );
    expect(await read(housing)).toBeNull();
    expect(await read(chair)).toContain("Tenancy officer");
  });

  test("are sent round once, to those who are entitled, without a word of them", async () => {
    // The housing officer, who lost the meeting, is no longer entitled to it.
    expect(await circulate()).toEqual({ ok: true });
    const mails = await desk.mails();
    expect(mails.map(({ accountId }) => accountId).sort()).toEqual(
      (["Chair", "Inspector", "Sergeant", "Council officer"] as const).map((name) => desk.id(name)).sort(),
    );
    const said = JSON.stringify(mails);
    expect(said).toContain(`/partners/meetings/${reference}/minutes`);
    expect(said).toContain(`/staff/tasking/meetings/${reference}/minutes`);
    expect(said).not.toMatch(/lights/i);
    expect(await circulate()).toMatchObject({ ok: false });
    expect(await desk.mails()).toHaveLength(mails.length);
    expect((await desk.auditOf("tasking.circulate")).at(-1)?.details).toMatchObject({ readers: 4 });
  });
});

test("where every agreement has lapsed, the minutes go to the police alone", async () => {
  await desk.meeting("J-33333", { group: "PB", startsAt: desk.now, number: 1 });
  const id = desk.id("J-33333");
  const at = { meetingId: id, invitedAt: desk.now, position: "Officer" };
  await desk.db.insert(schema.taskingAttendances).values([
    { ...at, accountId: desk.id("Far officer"), agencyId: desk.id("far council"), state: "absent" },
    { ...at, accountId: desk.id("Far sergeant"), agencyId: desk.id("police"), state: "present" },
  ]);
  await desk.db
    .update(schema.taskingMeetings)
    .set({ state: "finished", finishedAt: desk.now })
    .where(eq(schema.taskingMeetings.id, id));
  await desk.db.delete(schema.messages);
  expect(
    await circulateMinutes({ ...desk.deps, publicUrl }, await desk.as("Far sergeant"), "J-33333"),
  ).toEqual({ ok: true });
  expect((await desk.mails()).map(({ accountId }) => accountId)).toEqual([desk.id("Far sergeant")]);
});
