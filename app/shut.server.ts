import { data } from "@remix-run/node";
import { grants } from "#app/domain/access.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { Permission } from "#app/domain/permissions.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import type { Day } from "#app/domain/team/day.ts";
import { notFound } from "#app/http.server.ts";
import { agreementStandingOf, type ShutAgreement } from "#db/queries/agreement-standing.ts";
import type { Db } from "#db/types.ts";

/** The agreement for want of which a partner reads no joint work; null where they are party to none. */
export interface Shut {
  agreement: ShutAgreement | null;
}

/** Why somebody reads no joint work at all; null while an agreement of their agency holds, and for the police. */
export async function shutOf(db: Db, actor: Actor, today: Day): Promise<Shut | null> {
  if (actor.kind === "staff") return null;
  const standing = await agreementStandingOf(db, taskingReaderOf(actor).agencyIds, today);
  return standing.isLive ? null : { agreement: standing.agreement };
}

/** Whether a role of somebody would open this, were there an agreement to carry it. */
export const wantsAgreement = (actor: Actor, permissions: readonly Permission[]): boolean =>
  actor.kind === "member" &&
  actor.roles.some(
    ({ role, agencyId }) =>
      agencyId !== null && permissions.some((one) => grants[role].area?.includes(one) === true),
  );

const notThere = { status: 404, headers: { "Cache-Control": "private, no-store" } };

/** The page that says so in the place of one piece of work: the same whether that is there or not. */
export const shutPage = (shut: Shut) => data({ shut }, notThere);

/** The page of what is not there for somebody, with the agreements of theirs that hold no more: the same whether it is there or not. */
export const missingPage = (besides: readonly ShutAgreement[]) =>
  besides.length === 0 ? notFound() : data({ besides }, notThere);
