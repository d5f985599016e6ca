import { asc, eq } from "drizzle-orm";
import type { WantedCall } from "#app/domain/tasking/calling.ts";
import { addDays } from "#app/domain/team/day.ts";
import { callMeeting } from "#app/services/tasking/call-meeting.server.ts";
import * as schema from "#db/schema/index.ts";
import { openTaskingDesk, type TaskingPerson } from "./tasking-desk.ts";

const dayMs = 86_400_000;

/**
 * The desk of joint tasking with what agendas are written from: priorities of P1 that are worked on ("P-22222"), whose
 * outcome is reported ("P-33333") and that lapsed, one of P2, and actions of "PA": 1 late, 2 open, 3 declined, 4 done.
 */
export async function openCallingDesk() {
  const desk = await openTaskingDesk();
  await desk.priority("P-22222", "n1");
  await desk.priority("P-33333", "n2", { state: "outcome-reported" });
  await desk.priority("P-44444", "n3");
  await desk.priority("P-55555", "n2", { slot: null, state: "lapsed" });
  await desk.action(1, { dueOn: addDays(desk.today, -3) });
  await desk.action(2, { agency: "housing" });
  await desk.action(3, { state: "rejected", result: "Not ours to do.", closedAt: desk.now });
  const done = { state: "done", result: "Done.", closedAt: desk.now } as const;
  await desk.action(4, { ...done, publicLine: "The lights are repaired.", publicLineState: "proposed" });
  const deps = { ...desk.deps, publicUrl: "https://sn.example" };
  const inDays = (days: number, hours = 0) => new Date(desk.now.getTime() + days * dayMs + hours * 3_600_000);
  let called = 0;
  const wanted = (change: Partial<WantedCall> = {}): WantedCall => ({
    startsAt: inDays(30),
    endsAt: inDays(30, 2),
    place: "Town hall",
    joining: "",
    chairId: desk.id("Chair"),
    ...change,
  });
  const call = async (name: TaskingPerson, change: Partial<WantedCall> = {}) =>
    callMeeting(deps, await desk.as(name), "PA", wanted(change));
  const meetingOf = async (reference: string) => {
    const found = await desk.db.query.taskingMeetings.findFirst({
      where: (t, { eq: is }) => is(t.reference, reference),
    });
    if (found === undefined) throw new Error("There is no such meeting.");
    return found;
  };
  return {
    ...desk,
    deps,
    inDays,
    wanted,
    call,
    /** The reference of another meeting of "PA". */
    called: async (name: TaskingPerson = "Chair") => {
      // Each at a moment of its own: a group has one meeting at a time.
      const day = 32 + called++;
      const made = await call(name, { startsAt: inDays(day), endsAt: inDays(day, 2) });
      if (made?.ok !== true) throw new Error(JSON.stringify(made));
      return made.reference;
    },
    meetingOf,
    itemsOf: async (reference: string) =>
      desk.db
        .select()
        .from(schema.taskingItems)
        .where(eq(schema.taskingItems.meetingId, (await meetingOf(reference)).id))
        .orderBy(asc(schema.taskingItems.section), asc(schema.taskingItems.position)),
    /** The actions that are carried to a meeting, by number, each with what was found of it. */
    carriedOf: async (reference: string) =>
      (
        await desk.db
          .select({ number: schema.taskingActions.number, outcome: schema.taskingCarried.outcome })
          .from(schema.taskingCarried)
          .innerJoin(schema.taskingActions, eq(schema.taskingActions.id, schema.taskingCarried.actionId))
          .where(eq(schema.taskingCarried.meetingId, (await meetingOf(reference)).id))
          .orderBy(asc(schema.taskingActions.number))
      ).map(({ number, outcome }) => [number, outcome]),
  };
}

export type CallingDesk = Awaited<ReturnType<typeof openCallingDesk>>;
