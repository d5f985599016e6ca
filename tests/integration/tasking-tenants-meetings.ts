import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { addDays, type Day } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import {
  groupOf,
  meetingIn,
  referenceIn,
  word,
  type MeetingState,
  type Side,
  type Tenant,
} from "./tasking-tenants-words.ts";

interface Ground {
  db: Db;
  id: (name: string) => string;
  now: Date;
  today: Day;
}
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The tasking group of an area with its meetings and actions, and the priority that it works on. */
export async function plantMeetings({ db, id, now, today }: Ground, side: Side): Promise<void> {
  const w = (column: string) => word(side, column);
  const groupId = id(`group ${side}`);
  const at = now;
  await addGroup();
  await addPriority();
  await addMeetings();
  await addActions();
  await addEntries();
  await db
    .update(schema.taskingMeetings)
    .set({ state: "finished", finishedAt: at })
    .where(eq(schema.taskingMeetings.id, id(`finished ${side}`)));

  function seats(): readonly (readonly [name: string, agency: string])[] {
    return [
      [`officer ${side}`, side],
      [`chair ${side}`, side],
      [`sergeant ${side}`, "police"],
      [`inspector ${side}`, "police"],
      ...(side === "red" ? ([["lapsed", "amber"]] as const) : []),
    ];
  }

  async function addGroup() {
    await db.insert(schema.taskingGroups).values({
      id: groupId,
      code: groupOf(side),
      name: w("groupname"),
      programme: w("programme"),
      level: "local",
      partnershipId: id(`partnership ${side}`),
      isForce: false,
      chairId: id(`chair ${side}`),
      deputyId: id(`inspector ${side}`),
      madeAt: at,
    });
    await db
      .insert(schema.taskingGroupNeighbourhoods)
      .values({ groupId, neighbourhoodId: id(`hood ${side}`) });
    await db.insert(schema.taskingMembers).values(
      seats().map(([name, agency]) => ({
        id: id(`seat ${name}`),
        groupId,
        accountId: id(name),
        agencyId: id(agency),
        position: w("seatposition"),
        joinedAt: at,
      })),
    );
  }

  async function addPriority() {
    const priorityId = id(`priority ${side}`);
    await db.insert(schema.priorities).values({
      id: priorityId,
      reference: referenceIn(side, "P"),
      neighbourhoodId: id(`hood ${side}`),
      origin: "partner",
      category: "speeding",
      title: "Speeding",
      statement: "Cars go fast past the school.",
      state: "in-progress",
      slot: 1,
      changedAt: at,
    });
    const planId = id(`plan ${side}`);
    await db.insert(schema.plans).values({
      id: planId,
      priorityId,
      stage: "response-live",
      begunOn: addDays(today, -30),
      sergeantDueOn: addDays(today, 28),
      inspectorDueOn: addDays(today, 84),
      changedAt: at,
    });
    await db
      .insert(schema.planFields)
      .values({ planId, name: "pattern", value: w("planfield"), version: 1, changedAt: at });
    await db.insert(schema.planActions).values({
      id: id(`plan action ${side}`),
      planId,
      number: 1,
      kind: "prevention",
      task: w("plantask"),
      agencyId: id(side),
      dueOn: addDays(today, 7),
      changedAt: at,
    });
  }

  async function addMeetings() {
    const meeting = (state: MeetingState, number: number, days: number) => ({
      id: id(`${state} ${side}`),
      reference: meetingIn(side, state),
      groupId,
      number,
      state,
      startsAt: new Date(now.getTime() + days * dayMs),
      endsAt: new Date(now.getTime() + days * dayMs + hourMs),
      place: w("place"),
      howToJoin: w("joining"),
      chairId: id(`chair ${side}`),
      calledAt: at,
      changedAt: at,
    });
    await db.insert(schema.taskingMeetings).values([
      // Until its entries are written.
      { ...meeting("finished", 1, -30), state: "open", openedAt: at, entries: 3 },
      { ...meeting("open", 2, 0), openedAt: at, entries: 3 },
      meeting("called", 3, 7),
      { ...meeting("cancelled", 4, 14), cancelledReason: w("cancelled") },
    ]);
    for (const state of ["called", "open", "finished"]) {
      const meetingId = id(`${state} ${side}`);
      const came = state === "finished" ? ({ state: "present", declaredAt: at } as const) : {};
      const seat = { meetingId, position: w("attendeeposition"), invitedAt: at, ...came };
      const asked: (typeof schema.taskingAttendances.$inferInsert)[] = [
        ...seats().map(([name, agency]) => ({
          ...seat,
          id: id(`${name} at ${state}`),
          accountId: id(name),
          agencyId: id(agency),
        })),
        { ...seat, name: w("guest"), agencyId: id(side), accountId: null },
      ];
      // Each speaks for another agency now, or for none, or was asked once and is no more.
      if (side === "red")
        asked.push(
          { ...seat, accountId: id("changed"), agencyId: id("red") },
          { ...seat, accountId: id("taken member"), agencyId: id("red") },
          { ...seat, accountId: id("former attendee"), agencyId: id("grey"), withdrawnAt: at },
        );
      await db.insert(schema.taskingAttendances).values(asked);
      await db.insert(schema.taskingItems).values({
        id: id(`item ${state} ${side}`),
        meetingId,
        section: "analysis",
        position: 1,
        title: w("itemtitle"),
        brief: w("brief"),
        feedbackLine: w("feedbackline"),
        isStanding: false,
        addedAt: at,
      });
    }
  }

  async function addActions() {
    const action = (name: string, number: number, tenant: Tenant, agency: string) => ({
      id: id(name),
      groupId,
      number,
      kind: "environmental" as const,
      task: word(tenant, "task"),
      agencyId: id(agency),
      position: word(tenant, "actionposition"),
      dueOn: addDays(today, 14),
      givenAt: at,
      changedAt: at,
    });
    const done = {
      state: "done" as const,
      result: w("result"),
      closedAt: at,
      priorityId: id(`priority ${side}`),
    };
    const actions: (typeof schema.taskingActions.$inferInsert)[] = [
      { ...action(`action ${side}`, 1, side, side), priorityId: id(`priority ${side}`) },
      { ...action(`police action ${side}`, 2, side, "police"), ownerId: id(`sergeant ${side}`) },
      {
        ...action(`done ${side}`, 3, side, side),
        ...done,
        publicLine: w("proposedline"),
        publicLineState: "proposed",
      },
      {
        ...action(`withheld ${side}`, 4, side, side),
        ...done,
        publicLineState: "withheld",
        withheldReason: w("withheld"),
      },
    ];
    if (side === "red")
      actions.push(action("action grey", 5, "grey", "grey"), action("action amber", 6, "amber", "amber"));
    await db.insert(schema.taskingActions).values(actions);
    await db.insert(schema.taskingActionEvents).values({
      actionId: id(`action ${side}`),
      at,
      to: "assigned",
      words: w("eventwords"),
      dueOn: today,
      agencyId: id(side),
    });
    await db
      .insert(schema.taskingEscalations)
      .values({ actionId: id(`action ${side}`), dueOn: today, rung: 1, at });
    await db
      .insert(schema.agencyLeads)
      .values({ agencyId: id(side), accountId: id(`chair ${side}`), since: at });
  }

  async function addEntries() {
    for (const state of ["open", "finished"]) {
      const meetingId = id(`${state} ${side}`);
      const of = { meetingId, itemId: id(`item ${state} ${side}`), at, by: id(`chair ${side}`) };
      await db.insert(schema.taskingEntries).values([
        { ...of, key: randomUUID(), number: 1, kind: "note", words: w("note") },
        { ...of, key: randomUUID(), number: 2, kind: "decision", words: w("decision"), reason: w("reason") },
        {
          ...of,
          key: randomUUID(),
          number: 3,
          kind: "action",
          words: w("entrytask"),
          actionId: id(`action ${side}`),
        },
      ]);
      const outcome = { outcome: "goes-on" as const, note: w("carriednote"), at };
      await db.insert(schema.taskingCarried).values({
        meetingId,
        actionId: id(`police action ${side}`),
        ...(state === "finished" ? outcome : {}),
      });
    }
  }
}
