import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { scopeOf } from "#app/domain/actor.ts";
import type { Permission } from "#app/domain/permissions.ts";
import { findCycle } from "#db/queries/cycle-list.ts";
import { placeOfCycle, type Cycle } from "#db/queries/cycle.ts";
import type { Db } from "#db/types.ts";
import type { Visit } from "./guards.server.ts";
import { notFound } from "./http.server.ts";

/**
 * What a page about one cycle shows: whose page and cycle it is, and what `read` finds. It is not there where the cycle
 * is one of elsewhere, or `read` finds nothing.
 */
export async function readCyclePage<Value extends object>(
  visit: Visit,
  permission: Permission,
  id: string | undefined,
  read: (tx: Db, cycle: Cycle) => Promise<Value | null>,
) {
  const scope = scopeOf(visit.actor, permission);
  if (scope === null) throw notFound();
  const page = await visit.read(async (tx) => {
    const cycle = await findCycle(tx, scope, id ?? "");
    const shown = cycle === null ? null : await read(tx, cycle);
    if (cycle === null || shown === null) return null;
    const { name } = await placeOfCycle(tx, cycle.neighbourhoodId);
    return { cycle: { id: cycle.id, number: cycle.number, name }, ...shown };
  });
  if (page === null) throw notFound();
  return { frame: staffFrameOf(visit), ...page };
}
