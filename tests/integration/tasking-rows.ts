import { addDays, londonDay, type Day } from "#app/domain/team/day.ts";
import type { TaskingLevel } from "#app/domain/tasking/level.ts";
import type { PriorityState } from "#app/domain/priority/states.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";

type Seat = readonly [name: string, agency: string, position: string];
type Named<Row, Given extends keyof Row> = Partial<Omit<Row, Given>>;
type NewMeeting = typeof schema.taskingMeetings.$inferInsert;
type NewAction = typeof schema.taskingActions.$inferInsert;
type NewItem = typeof schema.taskingItems.$inferInsert;
type NewPriority = typeof schema.priorities.$inferInsert;

const hourMs = 3_600_000;

/** Rows of joint work as the tests want them, each under the name that `id` knows it by. */
export function taskingRows(db: Db, id: (name: string) => string, now: Date) {
  const today = londonDay(now);
  return {
    /** An agreement that holds from two months ago for ten months more, signed by all its parties. */
    agreement: async (
      reference: string,
      parties: readonly string[],
      { partnership = null, reviewBy }: { partnership?: string | null; reviewBy?: Day } = {},
    ) => {
      const startsOn = addDays(today, -60);
      await db.insert(schema.agreements).values({
        id: id(reference),
        reference,
        title: `Agreement ${reference}`,
        partnershipId: partnership === null ? null : id(partnership),
        purpose: "To solve problems of a place together.",
        gateway: "crime-and-disorder-115",
        dataItems: "Problems, places and actions.",
        security: "Only in this platform.",
        retention: "Seven years.",
        dpia: "DPIA-1",
        state: "signed",
        startsOn,
        reviewBy: reviewBy ?? addDays(today, 300),
        signedAt: now,
        madeAt: now,
        changedAt: now,
      });
      await db.insert(schema.agreementParties).values(
        parties.map((agency) => ({
          agreementId: id(reference),
          agencyId: id(agency),
          signatory: "Somebody who may",
          signatoryPosition: "Director",
          signedOn: startsOn,
        })),
      );
      return id(reference);
    },
    /** A group by its code, with its seats. */
    group: async (
      code: string,
      {
        level = "local",
        partnership = null,
        bcu = null,
        isForce = false,
        neighbourhoods = [],
        chair = null,
        deputy = null,
        seats = [],
      }: {
        level?: TaskingLevel;
        partnership?: string | null;
        bcu?: string | null;
        isForce?: boolean;
        neighbourhoods?: readonly string[];
        chair?: string | null;
        deputy?: string | null;
        seats?: readonly Seat[];
      } = {},
    ) => {
      const idOrNull = (name: string | null) => (name === null ? null : id(name));
      const groupId = id(`group ${code}`);
      await db.insert(schema.taskingGroups).values({
        id: groupId,
        code,
        name: `Group ${code}`,
        level,
        partnershipId: idOrNull(partnership),
        bcuId: idOrNull(bcu),
        isForce,
        chairId: idOrNull(chair),
        deputyId: idOrNull(deputy),
        madeAt: now,
      });
      if (neighbourhoods.length > 0)
        await db
          .insert(schema.taskingGroupNeighbourhoods)
          .values(neighbourhoods.map((name) => ({ groupId, neighbourhoodId: id(name) })));
      if (seats.length > 0)
        await db.insert(schema.taskingMembers).values(
          seats.map(([name, agency, position]) => ({
            groupId,
            accountId: id(name),
            agencyId: id(agency),
            position,
            joinedAt: now,
          })),
        );
      return groupId;
    },
    /** A called meeting of a group, an hour and a half long, with those who were asked; its id. */
    meeting: async (
      reference: string,
      {
        group,
        chair = null,
        seats = [],
        startsAt,
        ...more
      }: { group: string; chair?: string | null; seats?: readonly Seat[]; startsAt: Date } & Named<
        NewMeeting,
        "id" | "reference" | "groupId" | "chairId" | "startsAt"
      >,
    ) => {
      const meetingId = id(reference);
      await db.insert(schema.taskingMeetings).values({
        number: 1,
        endsAt: new Date(startsAt.getTime() + 1.5 * hourMs),
        place: "Town hall, committee room 2",
        calledAt: now,
        changedAt: now,
        ...more,
        id: meetingId,
        reference,
        groupId: id(`group ${group}`),
        chairId: chair === null ? null : id(chair),
        startsAt,
      });
      if (seats.length > 0)
        await db.insert(schema.taskingAttendances).values(
          seats.map(([name, agency, position]) => ({
            id: id(`${name} at ${reference}`),
            meetingId,
            accountId: id(name),
            agencyId: id(agency),
            position,
            invitedAt: now,
          })),
        );
      return meetingId;
    },
    /** An action of a group by its number, due in two weeks; its id. */
    action: async (
      number: number,
      {
        group = "PA",
        agency = "council",
        owner = null,
        priority = null,
        ...more
      }: {
        group?: string;
        agency?: string;
        owner?: string | null;
        priority?: string | null;
      } & Named<NewAction, "id" | "groupId" | "number" | "agencyId" | "ownerId" | "priorityId"> = {},
    ) => {
      const actionId = id(`${group}-${number}`);
      await db.insert(schema.taskingActions).values({
        kind: "environmental",
        task: `Repair the lights of ${group}-${number}`,
        position: "Street lighting officer",
        dueOn: addDays(today, 14),
        givenAt: now,
        changedAt: now,
        ...more,
        id: actionId,
        groupId: id(`group ${group}`),
        number,
        agencyId: id(agency),
        ownerId: owner === null ? null : id(owner),
        priorityId: priority === null ? null : id(priority),
      });
      return actionId;
    },
    /** An item of a meeting, by the name it is known by; its id. */
    item: async (
      name: string,
      meeting: string,
      more: Named<NewItem, "id" | "meetingId"> = {},
    ): Promise<string> => {
      await db.insert(schema.taskingItems).values({
        section: "analysis",
        position: 1,
        title: `Item ${name}`,
        isStanding: false,
        addedAt: now,
        ...more,
        id: id(name),
        meetingId: id(meeting),
      });
      return id(name);
    },
    /** A priority of a neighbourhood that is worked on; its id. */
    priority: async (
      reference: string,
      neighbourhood: string,
      {
        state = "in-progress",
        slot = 1,
        ...more
      }: { state?: PriorityState; slot?: number | null } & Named<
        NewPriority,
        "id" | "reference" | "neighbourhoodId" | "state" | "slot"
      > = {},
    ) => {
      await db.insert(schema.priorities).values({
        origin: "partner",
        category: "speeding",
        title: `Speeding ${reference}`,
        statement: "Cars go fast past the school.",
        changedAt: now,
        ...more,
        id: id(reference),
        reference,
        neighbourhoodId: id(neighbourhood),
        state,
        slot,
      });
      return id(reference);
    },
  };
}
