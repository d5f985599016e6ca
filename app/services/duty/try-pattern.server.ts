import type { Actor } from "#app/domain/actor.ts";
import { dutyInWords } from "#app/domain/roster/duty-words.ts";
import { layPattern, type PatternDay } from "#app/domain/roster/pattern.ts";
import { longDay } from "#app/domain/roster/week.ts";
import type { Day } from "#app/domain/team/day.ts";
import { overlappingDuties, type DutySpan } from "#db/queries/duty-change.ts";
import type { Db } from "#db/types.ts";
import { writtenTeams } from "./read-week.server.ts";

export interface PatternToLay {
  postIds: readonly string[];
  days: readonly PatternDay[];
  begins: Day;
  until: Day;
}

/** What a pattern would be, before anything is written. */
export interface TriedPattern {
  spans: DutySpan[];
  /** Days that cannot be laid, and duties that stand in the way; with any of them nothing is. */
  problems: string[];
}

const mostSaid = 20;

/** Every duty of a pattern for posts of the actor's, and what it would overlap. */
export async function tryPattern(
  tx: Db,
  actor: Actor,
  { postIds, days, begins, until }: PatternToLay,
  today: Day,
): Promise<TriedPattern> {
  const { posts } = await writtenTeams(tx, actor, today);
  const references = new Map(posts.map(({ id, reference }) => [id, reference]));
  const own = postIds.filter((id) => references.has(id));
  const { duties, problems } = layPattern(days, begins, until);
  const spans = own.flatMap((postId) => duties.map((duty) => ({ postId, ...duty })));
  const overlaps = spans.length === 0 ? [] : await overlappingDuties(tx, spans);
  const said = [
    ...problems.map(({ day, why }) => `${longDay(day)}: ${why}. Begin after it, or end before it`),
    ...overlaps.map(
      (duty) => `${references.get(duty.postId) ?? "A post"} is on duty then: ${dutyInWords(duty)}`,
    ),
  ];
  const more = said.length - mostSaid;
  return { spans, problems: more > 0 ? [...said.slice(0, mostSaid), `and ${more} more`] : said };
}
