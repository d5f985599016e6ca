import { refused, type Refused } from "#app/domain/account/change.ts";
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

/** Every duty of a pattern for posts of the actor's, and what it would overlap; refused for any other's post. */
export async function tryPattern(
  tx: Db,
  actor: Actor,
  { postIds, days, begins, until }: PatternToLay,
  today: Day,
): Promise<(TriedPattern & { ok: true }) | Refused> {
  const { posts } = await writtenTeams(tx, actor, today);
  const references = new Map(posts.map(({ id, reference }) => [id, reference]));
  if (!postIds.every((id) => references.has(id))) return refused("posts", "Select posts of your own teams");
  const { duties, problems, overlaps: withItself } = layPattern(days, begins, until);
  const spans = [...new Set(postIds)].flatMap((postId) => duties.map((duty) => ({ postId, ...duty })));
  const overlaps = spans.length === 0 ? [] : await overlappingDuties(tx, spans);
  const said = [
    ...problems.map(({ day, why }) => `${longDay(day)}: ${why}. Begin after it, or end before it`),
    ...withItself.map(
      (day) => `${longDay(day)}: the duty begins before the one before it ends. Change the pattern`,
    ),
    ...overlaps.map(
      (duty) => `${references.get(duty.postId) ?? "A post"} is on duty then: ${dutyInWords(duty)}`,
    ),
  ];
  const more = said.length - mostSaid;
  return { ok: true, spans, problems: more > 0 ? [...said.slice(0, mostSaid), `and ${more} more`] : said };
}
