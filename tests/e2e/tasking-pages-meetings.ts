import { and, eq, isNull } from "drizzle-orm";
import { addDays } from "#app/domain/team/day.ts";
import { addGuest } from "#app/services/tasking/add-guest.server.ts";
import { finishMeeting } from "#app/services/tasking/finish-meeting.server.ts";
import { openMeeting } from "#app/services/tasking/open-meeting.server.ts";
import { recordAction } from "#app/services/tasking/record-action.server.ts";
import { recordCarried } from "#app/services/tasking/record-carried.server.ts";
import { recordDecision } from "#app/services/tasking/record-decision.server.ts";
import { recordNote } from "#app/services/tasking/record-note.server.ts";
import * as schema from "#db/schema/index.ts";
import { newKey, type TaskingDesk } from "../integration/tasking-desk.ts";

const dayMs = 86_400_000;

const seats = [
  ["Chair", "council", "Head of community safety"],
  ["Inspector", "police", "Section inspector"],
  ["Sergeant", "police", "Sergeant of the safer neighbourhood team"],
  ["Council officer", "council", "Community safety and licensing officer"],
  ["Housing officer", "housing", "Tenancy and estates officer"],
] as const;

/** One meeting of the desk's group in each state; the called one is the desk's own. */
export const meetings = {
  called: "J-22222",
  open: "J-33333",
  finished: "J-44444",
  cancelled: "J-55555",
} as const;

/** What a service answered, where it did what was asked. */
export async function must<Answer extends { ok: boolean }>(
  answered: Promise<Answer | null>,
): Promise<Answer> {
  const answer = await answered;
  if (answer?.ok !== true) throw new Error(`It was refused: ${JSON.stringify(answer)}`);
  return answer;
}

/** Those that do not sit: one to come, one cancelled, and one with minutes of several sheets. */
export async function addOtherMeetings(desk: TaskingDesk) {
  const { now } = desk;
  await desk.item("Bikes on the rec", meetings.called, {
    brief: "Riders meet there on Fridays after seven.",
  });
  await desk.meeting(meetings.cancelled, {
    group: "PA",
    number: 4,
    chair: "Chair",
    seats,
    startsAt: new Date(now.getTime() + 3 * dayMs),
    state: "cancelled",
    cancelledReason: "The hall is closed for repairs.",
  });
  await hold(desk, meetings.finished, {
    number: 2,
    startsAt: new Date(now.getTime() - 30 * dayMs),
    notes: 60,
  });
  await finish(desk, meetings.finished);
}

/** The one that sits now, with a guest and somebody of whom nothing was said at the door. */
export async function addOpenMeeting(desk: TaskingDesk) {
  const { db, id, now, deps } = desk;
  await hold(desk, meetings.open, { number: 3, startsAt: new Date(now.getTime() - dayMs / 48), notes: 2 });
  await must(
    addGuest(deps, await desk.as("Sergeant"), meetings.open, {
      key: newKey(),
      name: "A guest",
      agencyId: id("housing"),
      position: "Head of estates and neighbourhood services",
      isDeclared: true,
    }),
  );
  await db
    .update(schema.taskingAttendances)
    .set({ state: "invited" })
    .where(eq(schema.taskingAttendances.id, id(`Housing officer at ${meetings.open}`)));
}

interface Held {
  number: number;
  startsAt: Date;
  notes: number;
}

async function hold(desk: TaskingDesk, reference: string, { number, startsAt, notes }: Held) {
  const { db, id, now, today, deps } = desk;
  const sergeant = await desk.as("Sergeant");
  await desk.meeting(reference, { group: "PA", number, chair: "Chair", seats, startsAt });
  const itemId = await desk.item(`Lights of ${reference}`, reference, {
    section: "priorities",
    priorityId: id("P-22222"),
    brief: "Residents asked for the lights on the rec and along the path to the station in May.",
  });
  await must(openMeeting(deps, sergeant, reference));
  await db
    .update(schema.taskingAttendances)
    .set({ state: "present", declaredAt: now })
    .where(eq(schema.taskingAttendances.meetingId, id(reference)));
  const recording = () => ({ reference, key: newKey() });
  for (let count = 1; count <= notes; count += 1) {
    const words = `Note ${count}: what residents said of the lights on the rec was talked over once more.`;
    await must(recordNote(deps, sergeant, { ...recording(), itemId: count === 1 ? itemId : null, words }));
  }
  await must(
    recordDecision(deps, sergeant, {
      ...recording(),
      itemId,
      words: "The lights along the path come before those on the rec.",
      reason: "More people walk there after dark, and the path has no other light.",
    }),
  );
  await must(
    recordAction(deps, sergeant, {
      ...recording(),
      itemId,
      kind: "environmental",
      task: "Repair the lights along the path to the station, and say when those on the rec follow",
      agencyId: id("council"),
      position: "Street lighting and public realm officer",
      dueOn: addDays(today, 21),
    }),
  );
}

async function finish(desk: TaskingDesk, reference: string) {
  const { db, id, today, deps } = desk;
  const meetingId = id(reference);
  const sergeant = await desk.as("Sergeant");
  const { taskingCarried: carried, taskingItems: items } = schema;
  const left = await db
    .select({ actionId: carried.actionId })
    .from(carried)
    .where(and(eq(carried.meetingId, meetingId), isNull(carried.outcome)));
  for (const { actionId } of left)
    await must(
      recordCarried(deps, sergeant, {
        reference,
        key: newKey(),
        actionId,
        outcome: "goes-on",
        words: "The parts are on order, and come next month.",
        dueOn: addDays(today, 14),
        agencyId: null,
        position: "",
        publicLine: null,
        withheldReason: null,
      }),
    );
  await db
    .update(items)
    .set({ feedbackLine: "The council repairs the lights along the path first." })
    .where(eq(items.meetingId, meetingId));
  await must(finishMeeting(deps, await desk.as("Chair"), { reference, nextOn: addDays(today, 28) }));
}
