import { randomUUID } from "node:crypto";
import { addDays, type Day } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";

/** Stands in every word of joint tasking, impact assessments and agreements: wherever it shows, it got out. */
export const unshared = "Whinchat";
/** What residents read of an action, in all of that the only thing. */
export const lineForResidents = "put new lamps along the canal path";

const hourMs = 3_600_000;
const w = (what: string) => `${unshared} ${what}`;

/**
 * A tasking group of a neighbourhood that works on a priority of it with an agency: meetings to come, sitting and
 * finished, actions open, done, proposed and withheld, one of them published; an impact assessment, an agreement, a key.
 */
export async function fillTaskingWords(
  db: Db,
  {
    neighbourhoodId,
    priorityId,
    agencyId,
  }: Readonly<Record<"neighbourhoodId" | "priorityId" | "agencyId", string>>,
  today: Day,
): Promise<void> {
  const now = new Date();
  const changed = { changedAt: now };
  const [groupId, meetingId, actionId, doneId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await addAgreement();
  await addGroup();
  await addActions();
  await addMeetings();
  await addImpact();

  async function addAgreement() {
    await db.insert(schema.agreements).values({
      id: groupId,
      reference: "A-99999",
      title: w("title"),
      purpose: w("purpose"),
      gateway: "crime-and-disorder-115",
      dataItems: w("items"),
      security: w("security"),
      retention: w("retention"),
      dpia: w("dpia"),
      state: "signed",
      startsOn: addDays(today, -10),
      reviewBy: addDays(today, 300),
      signedAt: now,
      madeAt: now,
      ...changed,
    });
    await db.insert(schema.agreementParties).values({
      agreementId: groupId,
      agencyId,
      signatory: w("signatory"),
      signatoryPosition: w("position"),
      signedOn: addDays(today, -10),
    });
    await db.insert(schema.agencyKeys).values({
      agencyId,
      name: w("key"),
      hash: randomUUID(),
      madeAt: now,
      endsOn: addDays(today, 100),
    });
  }

  async function addGroup() {
    await db.insert(schema.taskingGroups).values({
      id: groupId,
      code: "ZZ",
      name: w("group"),
      programme: w("programme"),
      level: "local",
      isForce: false,
      madeAt: now,
    });
    await db.insert(schema.taskingGroupNeighbourhoods).values({ groupId, neighbourhoodId });
  }

  async function addActions() {
    const action = {
      groupId,
      priorityId,
      kind: "environmental" as const,
      task: w("task"),
      agencyId,
      position: w("officer"),
      dueOn: addDays(today, -3),
      givenAt: now,
      ...changed,
    };
    const done = { ...action, state: "done" as const, result: w("result"), closedAt: now };
    await db.insert(schema.taskingActions).values([
      { ...action, id: actionId, number: 1 },
      { ...done, number: 2, publicLine: w("proposed line"), publicLineState: "proposed" },
      { ...done, number: 3, publicLineState: "withheld", withheldReason: w("reason") },
      {
        ...done,
        id: doneId,
        number: 4,
        publicLine: lineForResidents,
        publicLineState: "published",
        publishedAt: now,
      },
    ]);
    await db.insert(schema.taskingPublicLines).values({
      actionId: doneId,
      priorityId,
      agencyId,
      line: lineForResidents,
      doneOn: today,
      publishedAt: now,
    });
    await db
      .insert(schema.taskingActionEvents)
      .values({ actionId, at: now, to: "assigned", words: w("event"), dueOn: today, agencyId });
  }

  async function addMeetings() {
    const meeting = {
      groupId,
      place: w("place"),
      howToJoin: w("joining"),
      calledAt: now,
      startsAt: new Date(now.getTime() + hourMs),
      endsAt: new Date(now.getTime() + 2 * hourMs),
      ...changed,
    };
    await db.insert(schema.taskingMeetings).values([
      { ...meeting, reference: "J-99997", number: 1, state: "finished", finishedAt: now },
      {
        ...meeting,
        id: meetingId,
        reference: "J-99998",
        number: 2,
        state: "open",
        openedAt: now,
        entries: 2,
      },
      { ...meeting, reference: "J-99999", number: 3 },
    ]);
    await db
      .insert(schema.taskingAttendances)
      .values({ meetingId, name: w("guest"), agencyId, position: w("position") });
    const itemId = randomUUID();
    await db.insert(schema.taskingItems).values({
      id: itemId,
      meetingId,
      section: "priorities",
      position: 1,
      title: w("item"),
      brief: w("brief"),
      feedbackLine: w("feedback line"),
      priorityId,
      priorityReason: "progress",
      isStanding: true,
      addedAt: now,
    });
    const entry = { meetingId, itemId, at: now };
    await db.insert(schema.taskingEntries).values([
      { ...entry, number: 1, kind: "note", words: w("note"), key: randomUUID() },
      { ...entry, number: 2, kind: "decision", words: w("decision"), reason: w("why"), key: randomUUID() },
    ]);
    await db
      .insert(schema.taskingCarried)
      .values({ meetingId, actionId, outcome: "goes-on", note: w("carried"), at: now });
  }

  async function addImpact() {
    const id = randomUUID();
    await db.insert(schema.impactAssessments).values({
      id,
      reference: "K-99999",
      trigger: "incident",
      what: w("what"),
      communities: w("communities"),
      moodNow: w("mood"),
      moodExpected: w("mood to come"),
      tension: "high",
      experienced: w("experienced"),
      evidenced: w("evidenced"),
      potential: w("potential"),
      isProportionate: true,
      proportionality: w("proportion"),
      communications: w("communications"),
      reviewDueAt: now,
      priorityId,
      openedAt: now,
      ...changed,
    });
    await db.insert(schema.impactNeighbourhoods).values({ assessmentId: id, neighbourhoodId });
    await db.insert(schema.impactConsultations).values({
      assessmentId: id,
      kind: "kin",
      who: w("traders"),
      question: w("question"),
      askedAt: now,
      advice: w("advice"),
      advisedAt: now,
    });
    await db
      .insert(schema.impactReviews)
      .values({ assessmentId: id, at: now, dueAt: now, tension: "high", words: w("review") });
    await db
      .insert(schema.impactActions)
      .values({ assessmentId: id, task: w("visit"), position: w("sergeant"), dueOn: today, addedAt: now });
  }
}
