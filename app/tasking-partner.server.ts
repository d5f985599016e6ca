import { scopeOf } from "#app/domain/actor.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { requireActorOfAny, type Visit } from "#app/guards.server.ts";
import { agreementStandingOf, type ShutAgreement } from "#db/queries/agreement-standing.ts";
import type { Db } from "#db/types.ts";

/** What a partner's page of joint work is read with, while their agency shares. */
export interface Sharing {
  visit: Visit;
  agencyIds: readonly string[];
  today: Day;
}

/** A partner's page: what was found, or by which agreement their agency shares no more. */
export type PartnerVisit<Found> =
  | { visit: Visit; shut: { agreement: ShutAgreement | null }; found: null }
  | { visit: Visit; shut: null; found: Found };

/** Reads joint work for a partner under their own scope, where their agency has an agreement in force; else nothing of it. */
export async function readAsPartner<Found>(
  visit: Visit,
  now: Date,
  read: (tx: Db, sharing: Sharing) => Promise<Found>,
): Promise<PartnerVisit<Found>> {
  const today = londonDay(now);
  const agencyIds = scopeOf(visit.actor, "tasking:read-own-meetings")?.agencyIds ?? [];
  return visit.read(async (tx): Promise<PartnerVisit<Found>> => {
    const standing = await agreementStandingOf(tx, agencyIds, today);
    return standing.isLive
      ? { visit, shut: null, found: await read(tx, { visit, agencyIds, today }) }
      : { visit, shut: { agreement: standing.agreement }, found: null };
  });
}

/** The guard of a partner's page of joint work, and its reading. */
export async function visitAsPartner<Found>(
  args: Parameters<typeof requireActorOfAny>[0],
  read: (tx: Db, sharing: Sharing) => Promise<Found>,
): Promise<PartnerVisit<Found>> {
  const visit = await requireActorOfAny(args, ["tasking:read-own-meetings"]);
  return readAsPartner(visit, args.context.now, read);
}
