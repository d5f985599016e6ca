import { can, type Actor } from "#app/domain/actor.ts";
import { askedByGroup, askedByPlan, partsOfAsked } from "#app/domain/tasking/asked.ts";
import { publicLineInWords } from "#app/domain/tasking/line-words.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { readMyActions } from "#app/my-actions.server.ts";
import { recordTaskingRead } from "#app/services/tasking/record-reading.server.ts";
import { openAskedOf } from "#db/queries/tasking-asked.ts";
import { listNextMeetings } from "#db/queries/tasking-own-meetings.ts";
import { lastPublicLines } from "#db/queries/tasking-public-line.ts";
import type { Db } from "#db/types.ts";

// What a telephone shows, and what any agency has open at once.
const mostAsked = { usual: 50, all: 1_000 };
const mostMeetings = 3;
const mostLines = 5;

/** All that a partner's page shows of joint work, while their agency shares; that it was read is recorded. `isAll` for the whole list of what is asked. */
export async function readHome(tx: Db, actor: Actor, now: Date, isAll: boolean) {
  const most = isAll ? mostAsked.all : mostAsked.usual;
  const today = londonDay(now);
  const reader = taskingReaderOf(actor);
  const { agencyIds } = reader;
  // One more than is shown says whether there are more.
  const found = await openAskedOf(tx, agencyIds, today, most + 1);
  const plans = can(actor, "plan:read-own-actions")
    ? await readMyActions(tx, actor, today, most)
    : { actions: [], hasMore: false };
  const asked = [
    ...found.slice(0, most).map((action) => askedByGroup(action, today)),
    ...plans.actions.map((action) => askedByPlan(action, today)),
  ];
  const meetings = await listNextMeetings(tx, reader, today, mostMeetings);
  const lines = await lastPublicLines(tx, agencyIds, mostLines);
  await recordTaskingRead(tx, actor, now, { page: "partner", agencyId: agencyIds[0] ?? null });
  return {
    parts: partsOfAsked(asked),
    hasMore: found.length > most || plans.hasMore,
    meetings,
    lines: lines.map(({ id, reference, ...line }) => ({ id, reference, words: publicLineInWords(line) })),
  };
}

export type PartnerHome = Awaited<ReturnType<typeof readHome>>;
