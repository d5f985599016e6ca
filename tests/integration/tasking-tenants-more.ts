import { addDays } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import { word, type Side } from "./tasking-tenants-words.ts";
import type { TenantWorld } from "./tasking-tenants-world.ts";

const hourMs = 3_600_000;
const letters = ["B", "C", "D", "F", "G", "H", "J"];

/** More of everything that is counted anywhere: late, open and finished actions, meetings, assessments, questions. */
export async function addMore({ db, id, now, today }: TenantWorld, side: Side): Promise<void> {
  const each = letters.map((letter, index) => ({ letter, index }));
  const groupId = id(`group ${side}`);
  const action = (index: number, agency: string) => ({
    groupId,
    number: 100 + index,
    kind: "housing" as const,
    task: word(side, "task"),
    agencyId: id(agency),
    position: word(side, "actionposition"),
    dueOn: addDays(today, index - 3),
    givenAt: now,
    changedAt: now,
  });
  await db.insert(schema.taskingActions).values(each.map(({ index }) => action(index, side)));
  await db.insert(schema.taskingActions).values(
    each.map(({ index }) => ({
      ...action(20 + index, side),
      state: "done" as const,
      result: word(side, "result"),
      closedAt: now,
      publicLine: word(side, "proposedline"),
      publicLineState: "proposed" as const,
      priorityId: id(`priority ${side}`),
    })),
  );
  await db.insert(schema.taskingActions).values(each.map(({ index }) => action(40 + index, "police")));
  await db.insert(schema.taskingMeetings).values(
    each.map(({ letter, index }) => ({
      id: id(`more ${letter} ${side}`),
      reference: `J-${letter}${letter}${letter}${letter}${side === "red" ? "2" : side === "green" ? "3" : "4"}`,
      groupId,
      number: 100 + index,
      startsAt: new Date(now.getTime() + (index + 1) * hourMs),
      endsAt: new Date(now.getTime() + (index + 2) * hourMs),
      place: word(side, "place"),
      calledAt: now,
      changedAt: now,
    })),
  );
  await db.insert(schema.taskingAttendances).values(
    each.map(({ letter }) => ({
      meetingId: id(`more ${letter} ${side}`),
      accountId: id(`officer ${side}`),
      agencyId: id(side),
      position: word(side, "attendeeposition"),
    })),
  );
  const question = { assessmentId: id(`impact ${side}`), kind: "iag" as const, who: word(side, "who") };
  await db.insert(schema.impactConsultations).values(
    each.map(() => ({
      ...question,
      adviserId: id(`adviser ${side}`),
      question: word(side, "question"),
      askedAt: now,
    })),
  );
}
