import type { Actor } from "#app/domain/actor.ts";
import { readActionFilter, writeActionFilter, type ActionFilter } from "#app/domain/tasking/action-filter.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { recordTaskingRead } from "#app/services/tasking/record-reading.server.ts";
import { listAgencies } from "#db/queries/agency.ts";
import { listTaskingActions } from "#db/queries/tasking-action-list.ts";
import { listTaskingGroups } from "#db/queries/tasking-group.ts";
import type { Db } from "#db/types.ts";
import { positionOf, readPosition } from "./position.ts";

const onAPage = 50;
const mostOfMine = 20;

const isWholeList = ({ state, isMine, group, agency, theme }: ActionFilter) =>
  state === "open" && !isMine && group === null && agency === null && theme === null;

/** A page of the actions that somebody reads, what is theirs before it; that it was read is recorded. */
export async function readList(tx: Db, actor: Actor, asked: URLSearchParams, now: Date) {
  const today = londonDay(now);
  const reader = taskingReaderOf(actor);
  const filter = readActionFilter(asked);
  const after = readPosition(asked.get("after"));
  // One more than is shown says whether there is a next page.
  const found = await listTaskingActions(tx, reader, today, filter, { after, limit: onAPage + 1 });
  const mine =
    after === null && isWholeList(filter)
      ? await listTaskingActions(tx, reader, today, { ...filter, isMine: true }, { after, limit: mostOfMine })
      : [];
  const groups = await listTaskingGroups(tx, reader, today);
  const agencies = await listAgencies(tx);
  await recordTaskingRead(tx, actor, now, { page: "actions" });
  const shown = found.slice(0, onAPage);
  const last = shown.at(-1);
  const query = writeActionFilter(filter);
  const download = paths.tasking.actionsDownload(query.toString());
  if (last !== undefined) query.set("after", positionOf(last));
  const listed = ({ id, code, number, kind, task, agency, position, dueOn, state, publicLineState, reference }: (typeof found)[number]) => ({
    id, code, number, kind, task, agency, position, dueOn, state, publicLineState, reference,
  });
  return {
    filter,
    today,
    mine: mine.map(listed),
    actions: shown.map(listed),
    groups: groups.map(({ code, name }) => ({ code, name })),
    agencies: agencies.map(({ code, name }) => ({ code, name })),
    download,
    next: found.length > onAPage ? paths.tasking.actions(query.toString()) : null,
  };
}
