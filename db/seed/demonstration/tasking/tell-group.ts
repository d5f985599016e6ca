import { londonInstant } from "#app/domain/calendar/london-time.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { createRandom } from "../random.ts";
import { toldActionRows } from "./action-rows.ts";
import type { ToldGroup } from "./groups.ts";
import { meetingDays } from "./meeting-days.ts";
import type { GroupRows, TaskingRows } from "./rows.ts";
import { tellCalled } from "./tell-called.ts";
import type { GroupMemory } from "./group-memory.ts";
import { tellMeeting, type ToldMeeting } from "./tell-meeting.ts";
import {
  accountId,
  agencyId,
  groupId,
  type GroupTelling,
  type TaskingOfficers,
  type WorkedPriority,
} from "./telling.ts";
import { advance } from "./told-action.ts";

// Another sequence than everything else's; each group has its own.
const seed = 1_998_100;
const beganDays = 790;
const hourMinutes = 60;

/** The day on which a group that began so was filled. */
export const filledOn = (beganOn: Day): Day => addDays(beganOn, beganDays);

interface Ground {
  today: Day;
  officers: TaskingOfficers;
  priorities: readonly WorkedPriority[];
}

/** A group with its seats, and its meetings of two years one by one, ready to be written in this order. */
export function tellGroup(
  group: ToldGroup,
  { today, officers, priorities }: Ground,
): { rows: GroupRows; meetings: TaskingRows[] } {
  const telling: GroupTelling = {
    group,
    groupId: groupId(group.code),
    today,
    now: new Date(`${today}T00:00:00Z`),
    random: createRandom(seed + group.index),
    seats: group.seats,
    officers,
    priorities,
    nextNumber: 1,
  };
  const { past, next } = meetingDays(group, today);
  const memory: GroupMemory = { carried: [], asked: new Set(), begun: new Set() };
  const told = past.map((day, at) =>
    tellMeeting(telling, memory, {
      number: at + 1,
      day,
      startsAt: londonInstant(day, group.startsAtHour * hourMinutes),
      nextOn: past[at + 1] ?? next,
      isLast: at === past.length - 1,
    }),
  );
  for (const { given } of told) for (const action of given) advance(action, telling.now);
  return {
    rows: groupRows(telling),
    meetings: [
      ...told.map(({ rows, given }: ToldMeeting) => ({ ...rows, ...toldActionRows(telling, given) })),
      ...(group.isCalled
        ? [tellCalled(telling, memory.carried, { number: past.length + 1, day: next })]
        : []),
    ],
  };
}

function groupRows({ group, groupId: id, today, seats }: GroupTelling): GroupRows {
  const madeAt = londonInstant(addDays(today, -beganDays), 9 * hourMinutes);
  const { code, name, level, partnershipCode, bcuCode, programme } = group;
  const [chair, deputy] = seats;
  return {
    group: {
      id,
      code,
      name,
      level,
      partnershipId: partnershipCode === null ? null : seedId("partnership", partnershipCode),
      bcuId: bcuCode === null ? null : seedId("bcu", bcuCode),
      isForce: partnershipCode === null && bcuCode === null,
      chairId: chair === undefined ? null : accountId(chair.reference),
      deputyId: deputy === undefined ? null : accountId(deputy.reference),
      programme,
      madeAt,
    },
    neighbourhoods: group.neighbourhoodCodes.map((neighbourhood) => ({
      groupId: id,
      neighbourhoodId: seedId("neighbourhood", neighbourhood),
    })),
    members: seats.map(({ reference, agencyCode, position }) => ({
      id: seedId("tasking-member", `${code}:${reference}`),
      groupId: id,
      accountId: accountId(reference),
      agencyId: agencyId(agencyCode),
      position,
      joinedAt: madeAt,
    })),
  };
}
