import { sql } from "drizzle-orm";
import { scopeOf, type Actor, type Scope } from "#app/domain/actor.ts";
import { rowsOf } from "./queries/rows.ts";
import type { Db } from "./types.ts";

/**
 * Runs `work` in one transaction under the runtime role, with the actor's scope set for row-level security: how all
 * reading and writing is done, apart from migrations, imports and restores. Inside, use `tx` and nothing else.
 */
export function withActor<Value>(db: Db, actor: Actor, work: (tx: Db) => Promise<Value>): Promise<Value> {
  const agencies = scopeOf(actor, "tasking:read-own-meetings")?.agencyIds ?? [];
  const setting = (name: string, value: string) => sql`set_config(${name}, ${value}, true)`;
  return db.transaction(async (tx) => {
    await tx.execute(
      sql`select ${sql.join(
        [
          // Row-level security makes every plan look dear; to compile it takes seconds, to run it milliseconds.
          setting("jit", "off"),
          setting("role", "safer_neighbourhoods"),
          setting("app.actor_kind", actor.kind),
          setting("app.account_id", actor.accountId ?? ""),
          setting("app.agency_ids", arrayOf(agencies)),
          setting("app.audit_area", areaOf(scopeOf(actor, "audit:read"))),
          setting("app.concern_area", concernAreaOf(actor)),
          setting("app.thread_area", areaOf(scopeOf(actor, "thread:read"))),
          setting("app.tasking_area", areaOf(scopeOf(actor, "tasking:read"))),
          setting("app.impact_area", areaOf(scopeOf(actor, "impact:read"))),
        ],
        sql`, `,
      )}`,
    );
    return work(tx);
  });
}

/**
 * Goes on in the same transaction as the platform itself: for what follows from a change that the actor was just let
 * make, in tables that are not theirs. What comes after is the actor's again, also where the work fails and somebody
 * goes on all the same.
 */
export async function asPlatform<Value>(tx: Db, work: () => Promise<Value>): Promise<Value> {
  const kind = sql`select current_setting('app.actor_kind') as kind`;
  const [before] = rowsOf<{ kind: string }>(await tx.execute(kind));
  await tx.execute(sql`select set_config('app.actor_kind', 'system', true)`);
  const restore = () => tx.execute(sql`select set_config('app.actor_kind', ${before?.kind ?? ""}, true)`);
  let value: Value;
  try {
    value = await work();
  } catch (problem) {
    // Where the database refused something, the transaction is over, and the setting with it.
    await restore().catch(() => null);
    throw problem;
  }
  await restore();
  return value;
}

// Which part of it each may see is for the query to say.
const concernReaders = [
  "concern:read",
  "concern:read-without-contact",
  "concern:hear-appeal",
  "concern:approve-text",
  "urgent:answer",
] as const;

/** Where an actor may read what residents said. */
function concernAreaOf(actor: Actor): string {
  const scopes = concernReaders.map((permission) => scopeOf(actor, permission));
  if (scopes.some((scope) => scope?.isForce === true)) return "force";
  return arrayOf(scopes.flatMap((scope) => scope?.neighbourhoodIds ?? []));
}

/** An area as a setting: nothing, the whole force, or neighbourhoods as PostgreSQL writes an array. */
const areaOf = (scope: Scope | null): string =>
  scope === null ? "" : scope.isForce ? "force" : arrayOf(scope.neighbourhoodIds);

const arrayOf = (ids: readonly string[]) => `{${ids.join(",")}}`;
