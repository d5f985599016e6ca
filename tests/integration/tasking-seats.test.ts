import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { platform } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { answerInvitation } from "#app/services/tasking/answer-invitation.server.ts";
import { answerTaskingAction } from "#app/services/tasking/answer-action.server.ts";
import { joinGroup } from "#app/services/tasking/join-group.server.ts";
import { sendInvitations } from "#app/services/tasking/send-invitations.server.ts";
import { listAttendances } from "#db/queries/tasking-attendance.ts";
import { findTaskingGroup } from "#db/queries/tasking-group.ts";
import { findTaskingMeeting } from "#db/queries/tasking-meeting.ts";
import { hasOwnJointWork, leadsAGroup } from "#db/queries/tasking-own-work.ts";
import { listSeatable } from "#db/queries/tasking-people.ts";
import { listToldBoard } from "#db/queries/tasking-told-board.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { addBoard } from "./tasking-board.ts";
import { openTaskingDesk, type TaskingDesk } from "./tasking-desk.ts";

const board = "J-33333";
const publicUrl = "https://example.org";
let desk: TaskingDesk;
beforeAll(async () => {
  desk = await openTaskingDesk();
  await addBoard(desk, board, { chair: "Overseer" });
});
afterAll(() => desk.close());

const asPlatformDo = <Value>(work: (tx: Db) => Promise<Value>) => withActor(desk.db, platform(), work);

test("a seat lets whoever has it answer for themselves, whatever their role", async () => {
  const trainer = await desk.actor("Trainer");
  expect(await answerInvitation(desk.deps, trainer, board, "coming")).toEqual({ ok: true });
  expect(await answerInvitation(desk.deps, trainer, "J-22222", "coming")).toBeNull();
});

test("an invitation leads each where they may read", async () => {
  const chief = await desk.as("Chief officer");
  await asPlatformDo(async (tx) => {
    const held = await findTaskingMeeting(tx, taskingReaderOf(chief), board, desk.today);
    if (held === null) throw new Error("There is no meeting of the board.");
    const attendees = await listAttendances(tx, held.meeting.id);
    const asked = attendees.map((one) => ({ ...one, email: `${one.position.length}@example.org` }));
    await sendInvitations(tx, asked, { now: desk.now, publicUrl, told: "called", ...held });
  });
  const mails = await desk.mails();
  const waysOf = (name: string) =>
    mails
      .filter(({ accountId }) => accountId === desk.id(name))
      .map(({ body }) => /whether you come: https:\/\/example.org(\S+)/.exec(body ?? "")?.[1]);
  expect(waysOf("Overseer")).toEqual([paths.partners.meeting(board)]);
  expect(waysOf("Trainer")).toEqual([paths.partners.meeting(board)]);
  expect(waysOf("Chief officer")).toEqual([paths.tasking.meeting(board)]);
});

test("an officer who is given an action elsewhere answers it, and has pages of joint work for it", async () => {
  const has = async (name: string) => {
    const actor = await desk.actor(name);
    return withActor(desk.db, actor, (tx) => hasOwnJointWork(tx, taskingReaderOf(actor), desk.today));
  };
  expect(await has("Trainer")).toBe(false);
  const actionId = await desk.action(301, { agency: "police", owner: "Trainer" });
  expect(await has("Trainer")).toBe(true);
  const accept = { actionId, version: 1, answer: "accepted", words: "" } as const;
  expect(await answerTaskingAction(desk.deps, await desk.actor("Far sergeant"), accept)).toBeNull();
  expect(await answerTaskingAction(desk.deps, await desk.actor("Trainer"), accept)).toEqual({ ok: true });
});

test("a partner leads a group only while the agreement holds", async () => {
  const leads = async () => {
    const chair = await desk.as("Chair");
    return withActor(desk.db, chair, (tx) => leadsAGroup(tx, taskingReaderOf(chair), desk.today));
  };
  expect(await leads()).toBe(true);
  await desk.lapse();
  expect(await leads()).toBe(false);
  await desk.renew();
});

test("a partner who chairs sees and seats officers of the area, and members of agencies that share in it", async () => {
  const chair = await desk.as("Chair");
  const group = await asPlatformDo((tx) =>
    findTaskingGroup(tx, { ...taskingReaderOf(chair), kind: "system" }, "PA", desk.today),
  );
  const offered = (
    await asPlatformDo((tx) => listSeatable(tx, group?.neighbourhoodIds ?? [], desk.today, group))
  ).map(({ accountId }) => accountId);
  for (const name of ["Second council officer", "Housing officer", "Commander", "Sergeant", "Chief officer"])
    expect(offered, name).toContain(desk.id(name));
  for (const name of ["Far officer", "Far sergeant"]) expect(offered, name).not.toContain(desk.id(name));
  const join = async (by: string, name: string) => {
    const actor = await desk.actor(by, by === "Chair" ? "member" : "staff");
    const wanted = { accountId: desk.id(name), position: "Officer" };
    return joinGroup({ ...desk.deps, publicUrl }, actor, "PA", wanted);
  };
  expect(await join("Chair", "Far officer")).toMatchObject({ errors: [{ field: "accountId" }] });
  expect(await join("Chair", "Far sergeant")).toMatchObject({ errors: [{ field: "accountId" }] });
  expect(await join("Chair", "Second council officer")).toEqual({ ok: true });
  // The police see all of the force's people anyhow.
  expect(await join("Inspector", "Far sergeant")).toEqual({ ok: true });
});

test("a board is shown whose actions are late, and nothing of what they are", async () => {
  const dueOn = addDays(desk.today, -40);
  const id = await desk.action(303, { dueOn });
  await desk.db.insert(schema.taskingEscalations).values({ actionId: id, dueOn, rung: 4, at: desk.now });
  const other = await desk.action(304, { dueOn });
  await desk.db.insert(schema.taskingEscalations).values({ actionId: other, dueOn, rung: 3, at: desk.now });
  const told = { code: "PA", group: "Group PA" };
  expect(await asPlatformDo((tx) => listToldBoard(tx, desk.id("Overseer"), desk.today))).toEqual([
    { ...told, id, number: 303, since: dueOn, isDeclined: false },
  ]);
  // One that was declined counts from the day on which it was, and waits until somebody decides about it.
  const closedAt = new Date(desk.now.getTime() - 30 * 86_400_000);
  const since = londonDay(closedAt);
  const declined = await desk.action(305, { dueOn, state: "rejected", result: "Not ours.", closedAt });
  await desk.db
    .insert(schema.taskingEscalations)
    .values({ actionId: declined, dueOn: since, rung: 4, at: desk.now });
  const isOfBoard = await asPlatformDo((tx) => listToldBoard(tx, desk.id("Overseer"), desk.today));
  expect(isOfBoard?.at(-1)).toEqual({ ...told, id: declined, number: 305, since, isDeclined: true });
  await desk.db
    .update(schema.taskingActions)
    .set({ state: "withdrawn" })
    .where(eq(schema.taskingActions.id, declined));
  expect(await asPlatformDo((tx) => listToldBoard(tx, desk.id("Overseer"), desk.today))).toHaveLength(1);
  expect(await asPlatformDo((tx) => listToldBoard(tx, desk.id("Chair"), desk.today))).toBeNull();
});
