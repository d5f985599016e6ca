import { data } from "@remix-run/node";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { Visit } from "#app/guards.server.ts";
import { agreementStandingOf, type ShutAgreement } from "#db/queries/agreement-standing.ts";

/** The agreement for want of which a partner reads no joint work; null where they are party to none. */
export interface Shut {
  agreement: ShutAgreement | null;
}

/** Why a partner reads no joint work at all; null while an agreement of their agency holds. */
export async function shutWork({ actor, read }: Visit, today: Day): Promise<Shut | null> {
  const { agencyIds } = taskingReaderOf(actor);
  const standing = await read((tx) => agreementStandingOf(tx, agencyIds, today));
  return standing.isLive ? null : { agreement: standing.agreement };
}

/** The page that says so in the place of one piece of work: the same whether that is there or not. */
export const shutPage = (shut: Shut) =>
  data({ shut }, { status: 404, headers: { "Cache-Control": "private, no-store" } });
