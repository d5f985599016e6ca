import { platform } from "#app/domain/actor.ts";
import { memberCarriedLine, membersCarriedLine } from "#app/domain/neighbourhood/succession-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { queueMailToMany } from "#app/services/mail/queue-mail-to-many.server.ts";
import { tellResponsible } from "#app/services/notice/tell-staff.server.ts";
import { recordAudits } from "#db/queries/audit.ts";
import { endSeats, insertSeats, lockSeatsOf } from "#db/queries/carry-members.ts";
import type { Db } from "#db/types.ts";
import type { Passage } from "./carry-from.server.ts";

/**
 * Gives the panel members and key individuals of a neighbourhood that is gone the same seat in its heir, so many at
 * once; how many there were. Where it was split nobody knows whose they are: they stay, and people decide.
 */
export async function carryMembers(
  tx: Db,
  now: Date,
  { from, main, heirs }: Passage,
  limit: number,
): Promise<number> {
  if (heirs.length > 1) return 0;
  const today = londonDay(now);
  const carried = await lockSeatsOf(tx, { fromId: from.id, toId: main.id }, { now, today }, limit);
  if (carried.length === 0) return 0;
  await endSeats(
    tx,
    carried.map(({ id }) => id),
    now,
  );
  const moved = carried.filter(({ isHeldThere }) => !isHeldThere);
  await insertSeats(
    tx,
    moved.map(({ accountId, role, startsOn, endsOn, appointedBy }) => ({
      accountId,
      role,
      areaKind: "neighbourhood" as const,
      areaId: main.id,
      startsOn: startsOn < today ? today : startsOn,
      endsOn,
      // Whoever invited them still hears when they cannot sign in.
      appointedBy,
      createdAt: now,
    })),
  );
  await queueMailToMany(
    tx,
    now,
    { purpose: "account-notice", subject: "Your neighbourhood has changed" },
    readersOf(carried, memberCarriedLine(from.name, main.name)),
  );
  await tellResponsible(tx, main.id, {
    at: now,
    kind: "new",
    line: membersCarriedLine(from.name, main.name, carried.length),
    path: paths.staff.members(),
  });
  await recordAudits(
    tx,
    platform(),
    now,
    carried.map(({ id, accountId, role, isHeldThere }) => ({
      action: "appointment.carry-over",
      subjectKind: "account",
      subjectId: accountId,
      neighbourhoodId: main.id,
      details: { appointment: id, role, from: from.id, to: main.id, isHeldThere },
    })),
  );
  return carried.length;
}

interface Carried {
  accountId: string;
  email: string | null;
}

/** Each person once, where an address is known. */
function readersOf(carried: readonly Carried[], body: string) {
  const emails = new Map(carried.map(({ accountId, email }) => [accountId, email]));
  return [...emails].flatMap(([accountId, email]) =>
    email === null ? [] : [{ accountId, email, hasStopped: false, body }],
  );
}
