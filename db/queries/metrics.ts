import { sql } from "drizzle-orm";
import { rowsOf } from "./rows.ts";
import type { Db } from "#db/types.ts";

/** What a monitor wants to know of the database's rows: counts and ages, nothing of anybody. */
export interface Standing {
  messages: { status: string; count: number }[];
  /** How long the oldest message that is due has been due, in seconds; 0 where none is. */
  oldestDueSeconds: number;
  sessions: number;
  tasks: { name: string; finishedSecondsAgo: number | null; isFailing: boolean }[];
}

interface StandingRow {
  messages: Standing["messages"];
  oldest_due: number;
  sessions: number;
  tasks: { name: string; finished: number | null; failing: boolean }[];
}

/** Counts what a monitor watches, in one statement. Messages that ended are counted for the last day only. */
export async function readStanding(tx: Db): Promise<Standing> {
  const [row] = rowsOf<StandingRow>(
    await tx.execute(sql`
      select
        (select coalesce(jsonb_agg(m), '[]') from (
           select status, count(*)::int as count from messages
           where status in ('queued', 'sending', 'dead') or created_at > now() - interval '1 day'
           group by status) m) as messages,
        (select coalesce(extract(epoch from now() - min(next_attempt_at)), 0)::float8 from messages
           where status = 'queued' and next_attempt_at <= now()) as oldest_due,
        (select count(*)::int from sessions where ended_at is null and expires_at > now()) as sessions,
        (select coalesce(jsonb_agg(t), '[]') from (
           select name, extract(epoch from now() - last_finished_at)::float8 as finished,
                  last_error is not null as failing
           from background_tasks) t) as tasks`),
  );
  if (row === undefined) throw new Error("The database returned no standing.");
  return {
    messages: row.messages,
    oldestDueSeconds: row.oldest_due,
    sessions: row.sessions,
    tasks: row.tasks.map(({ name, finished, failing }) => ({
      name,
      finishedSecondsAgo: finished,
      isFailing: failing,
    })),
  };
}
