import type { ConcernTransition } from "#app/domain/concern/states.ts";
import { publicLine } from "#app/domain/concern/words.ts";
import { paths } from "#app/paths.ts";
import type { Concern } from "#db/queries/concern.ts";
import { insertNews } from "#db/queries/news.ts";
import type { Db } from "#db/types.ts";
import { tellRaisersOf } from "./tell-raisers.server.ts";

/** Who moves concerns, and when. */
interface Moving {
  now: Date;
  /** The account; null for the clock. */
  by: string | null;
}

const withdrawnLine = "Whoever raised it first has withdrawn it.";

/** Tells followers and raisers of concerns that took the same step. `line` is what their raisers read. */
export async function tellMove(
  tx: Db,
  { now, by }: Moving,
  moved: readonly Concern[],
  { isPublic, step, to }: ConcernTransition,
  line: string,
): Promise<void> {
  // What is decided of it follows: that somebody reads it was said when it came.
  if (step === "take-up") return;
  const forAll = isPublic ? publicLine(to) : null;
  const shown = moved.filter(({ publishedAt, takenDownAt }) => publishedAt !== null && takenDownAt === null);
  if (forAll !== null) {
    await insertNews(
      tx,
      shown.map(({ id, neighbourhoodId, publicTitle, reference }) => ({
        at: now,
        neighbourhoodId,
        kind: "concern",
        subjectId: id,
        line: `${publicTitle ?? reference}: ${forAll}`,
        path: paths.concern(reference),
      })),
    );
  }
  // Whoever withdrew it knows; the others read what everybody reads.
  if (step === "withdraw") await tellRaisersOf(tx, now, moved, forAll ?? withdrawnLine, by);
  else await tellRaisersOf(tx, now, moved, line);
}
