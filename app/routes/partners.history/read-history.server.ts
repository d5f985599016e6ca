import type { Actor } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { recordTaskingRead } from "#app/services/tasking/record-reading.server.ts";
import { closedAskedOf, firstClosedOf } from "#db/queries/tasking-asked.ts";
import type { Db } from "#db/types.ts";
import { positionOf, readPosition, readYear, spanOf, yearsOf } from "./history-page.server.ts";

const onAPage = 30;

/** A page of what an agency was asked and has finished; that it was read is recorded. */
export async function readHistory(tx: Db, actor: Actor, asked: URLSearchParams, now: Date) {
  const { agencyIds } = taskingReaderOf(actor);
  const today = londonDay(now);
  const years = yearsOf(await firstClosedOf(tx, agencyIds, today), now);
  const year = readYear(asked.get("year"), years);
  // One more than is shown says whether there are earlier ones.
  const found = await closedAskedOf(tx, agencyIds, today, {
    after: readPosition(asked.get("after")),
    year: year === null ? null : spanOf(year),
    limit: onAPage + 1,
  });
  await recordTaskingRead(tx, actor, now, { page: "history", agencyId: agencyIds[0] ?? null });
  const shown = found.slice(0, onAPage);
  const last = shown.at(-1);
  const query = new URLSearchParams(year === null ? {} : { year: String(year) });
  if (last !== undefined) query.set("after", positionOf(last));
  return {
    years,
    year,
    actions: shown.map(({ id, code, number, task, state, closedAt, publicLine, publicLineState }) => ({
      id,
      name: `${code}-${number}`,
      task,
      state,
      closedOn: londonDay(closedAt),
      line: publicLineState === "published" ? publicLine : null,
    })),
    next: found.length > onAPage ? paths.partners.history(query.toString()) : null,
  };
}
