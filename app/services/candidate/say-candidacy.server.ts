import type { Actor } from "#app/domain/actor.ts";
import type { CandidacyWords } from "#app/domain/concern/candidacy.ts";
import { paths } from "#app/paths.ts";
import { tellRaisersOf } from "#app/services/concern/tell-raisers.server.ts";
import type { ConcernOfCandidate } from "#db/queries/candidate-concerns.ts";
import { insertConcernEvents } from "#db/queries/concern.ts";
import { insertNews } from "#db/queries/news.ts";
import type { Db } from "#db/types.ts";

/**
 * Says of locked concerns that they became part of a candidate or no longer are: in their histories, to their followers
 * and to whoever raised them. What has moved on meanwhile was told of that, and of this nothing.
 */
export async function sayCandidacy(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  concerns: readonly ConcernOfCandidate[],
  { code, toRaiser, toAll }: CandidacyWords,
): Promise<void> {
  const waiting = concerns.filter(({ state }) => state === "published-candidate");
  await insertConcernEvents(
    tx,
    waiting.map(({ id, state }) => ({
      concernId: id,
      at: now,
      from: state,
      to: state,
      reasonCode: code,
      line: toRaiser,
      actorId: actor.accountId,
    })),
  );
  await insertNews(
    tx,
    waiting
      .filter(({ takenDownAt }) => takenDownAt === null)
      .map(({ id, neighbourhoodId, reference, publicTitle }) => ({
        at: now,
        neighbourhoodId,
        kind: "concern" as const,
        subjectId: id,
        line: `${publicTitle ?? reference}: ${toAll}`,
        path: paths.concern(reference),
      })),
  );
  await tellRaisersOf(tx, now, waiting, toRaiser);
}
