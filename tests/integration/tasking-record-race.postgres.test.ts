import { and, asc, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addDays } from "#app/domain/team/day.ts";
import { joinGroup } from "#app/services/tasking/join-group.server.ts";
import { leaveGroup } from "#app/services/tasking/leave-group.server.ts";
import { finishMeeting } from "#app/services/tasking/finish-meeting.server.ts";
import { recordAction } from "#app/services/tasking/record-action.server.ts";
import { recordNote } from "#app/services/tasking/record-note.server.ts";
import * as schema from "#db/schema/index.ts";
import { newKey, openTaskingDesk, type TaskingDesk } from "./tasking-desk.ts";

const reference = "J-22222";
const each = 40;
let desk: TaskingDesk;

beforeAll(async () => {
  desk = await openTaskingDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.db
    .update(schema.taskingMeetings)
    .set({ state: "open", finishedAt: null })
    .where(eq(schema.taskingMeetings.reference, reference));
  await desk.db
    .update(schema.taskingAttendances)
    .set({ state: "present" })
    .where(eq(schema.taskingAttendances.meetingId, desk.id(reference)));
});

const entries = () =>
  desk.db
    .select()
    .from(schema.taskingEntries)
    .where(eq(schema.taskingEntries.meetingId, desk.id(reference)))
    .orderBy(asc(schema.taskingEntries.number));

test("two minute-takers at once, each thing sent twice: written once, in one order, without a gap", async () => {
  const numbers = await Promise.all(
    (["Sergeant", "Inspector"] as const).flatMap((name) =>
      Array.from({ length: each }, async (_, at) => {
        const actor = await desk.as(name);
        const wanted = { reference, key: newKey(), itemId: null, words: `${name} writes ${at}` };
        const sent = await Promise.all([
          recordNote(desk.deps, actor, wanted),
          recordNote(desk.deps, actor, wanted),
        ]);
        const [one, other] = sent.map((recorded) => (recorded?.ok === true ? recorded.number : null));
        expect(one).not.toBeNull();
        expect(other).toBe(one);
        return one;
      }),
    ),
  );
  const written = await entries();
  expect(written).toHaveLength(2 * each);
  expect(written.map(({ number }) => number)).toEqual(written.map((_, at) => at + 1));
  expect(new Set(numbers).size).toBe(2 * each);
});

test("a seat is given and taken while actions are given, and neither waits for the other", async () => {
  const join = { accountId: desk.id("Second council officer"), position: "Housing standards officer" };
  const deps = { ...desk.deps, publicUrl: "https://sn.example" };
  const [sergeant, chair] = [await desk.as("Sergeant"), await desk.as("Chair")];
  const wanted = {
    reference,
    itemId: null,
    kind: "environmental",
    task: "Repair the lights on the rec",
    agencyId: desk.id("council"),
    position: "Street lighting officer",
    dueOn: addDays(desk.today, 14),
  } as const;
  for (let at = 0; at < 10; at += 1) {
    const [given, joined] = await Promise.all([
      recordAction(desk.deps, sergeant, { ...wanted, key: newKey() }),
      joinGroup(deps, chair, "PA", join),
      recordAction(desk.deps, sergeant, { ...wanted, key: newKey() }),
    ]);
    expect([given?.ok, joined]).toEqual([true, { ok: true }]);
    const [seat] = await desk.db
      .select()
      .from(schema.taskingMembers)
      .where(and(eq(schema.taskingMembers.accountId, join.accountId), isNull(schema.taskingMembers.leftAt)));
    expect(await leaveGroup(deps, chair, "PA", seat?.id ?? "")).toMatchObject({ ok: true });
  }
});

test("actions given at once have numbers of their own", async () => {
  const given = await Promise.all(
    (["Sergeant", "Inspector", "Chair"] as const).flatMap((name) =>
      Array.from({ length: 10 }, async () =>
        recordAction(desk.deps, await desk.as(name), {
          reference,
          key: newKey(),
          itemId: null,
          kind: "environmental",
          task: "Repair the lights on the rec",
          agencyId: desk.id("council"),
          position: "Street lighting officer",
          dueOn: addDays(desk.today, 14),
        }),
      ),
    ),
  );
  expect(given.every((one) => one?.ok === true)).toBe(true);
  const actions = await desk.db
    .select({ number: schema.taskingActions.number })
    .from(schema.taskingActions)
    .orderBy(asc(schema.taskingActions.number));
  expect(actions.map(({ number }) => number)).toEqual(actions.map((_, at) => at + 1));
});

test("while the chair finishes, a note is before the end or refused", async () => {
  const chair = await desk.as("Chair");
  const sergeant = await desk.as("Sergeant");
  const [finished, ...notes] = await Promise.all([
    finishMeeting(desk.deps, chair, { reference, nextOn: null }),
    ...Array.from({ length: 10 }, (_, at) =>
      recordNote(desk.deps, sergeant, { reference, key: newKey(), itemId: null, words: `At the end ${at}` }),
    ),
  ]);
  expect(finished).toEqual({ ok: true });
  const last = (await entries()).at(-1);
  expect(last).toMatchObject({ kind: "moment", words: "The minutes were finished." });
  for (const recorded of notes)
    if (recorded?.ok === true) expect(recorded.number).toBeLessThan(last?.number ?? 0);
    else expect(recorded).toMatchObject({ ok: false });
});
