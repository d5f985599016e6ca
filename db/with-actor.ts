import { sql } from "drizzle-orm";
import { can, scopeOf, type Actor } from "#app/domain/actor.ts";
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
          setting("role", "safer_neighbourhoods"),
          setting("app.actor_kind", actor.kind),
          setting("app.account_id", actor.accountId ?? ""),
          setting("app.agency_ids", `{${agencies.join(",")}}`),
          setting("app.reads_audit", can(actor, "audit:read") ? "on" : "off"),
        ],
        sql`, `,
      )}`,
    );
    return work(tx);
  });
}
