import { momentInWords } from "#app/components/moment-in-words.ts";
import type { Comparison } from "#app/components/plan/compared-versions.tsx";
import { differencesOf } from "#app/domain/plan/compare.ts";
import type { PlanFieldName } from "#app/domain/plan/fields.ts";
import { mostChangesRead, pageOfMoments, type PlanChange } from "#app/domain/plan/moments.ts";
import { staffNames } from "#db/queries/concern-triage.ts";
import { listPlanChanges, planValuesAfter } from "#db/queries/plan-history.ts";
import type { Db } from "#db/types.ts";

/** A version of a plan in words. */
interface ShownMoment {
  first: number;
  last: number;
  /** When, and by whom. */
  words: string;
  names: readonly PlanFieldName[];
}

const wordsOf = ({ at, by }: Pick<PlanChange, "at" | "by">, names: ReadonlyMap<string, string>) =>
  `${momentInWords(at)}, ${(by === null ? undefined : names.get(by)) ?? "somebody who has left"}`;

/** A page of the versions of a plan, the latest first. */
export async function readMoments(tx: Db, planId: string, below: number | null) {
  const changes = await listPlanChanges(tx, planId, { below, limit: mostChangesRead });
  const page = pageOfMoments(changes);
  const names = await staffNames(
    tx,
    page.moments.map(({ by }) => by),
  );
  const moments: ShownMoment[] = page.moments.map((moment) => ({
    first: moment.first,
    last: moment.last,
    words: wordsOf(moment, names),
    names: moment.names,
  }));
  return { moments, below: page.below };
}

/** Two versions of a plan beside one another, each by the place of its last change; the earlier one first. */
export async function compareVersions(
  tx: Db,
  planId: string,
  places: readonly number[],
): Promise<Comparison> {
  const [from = 0, to = 0] = places.toSorted((one, other) => one - other);
  const [before] = await listPlanChanges(tx, planId, { below: from + 1, limit: 1 });
  const [after] = await listPlanChanges(tx, planId, { below: to + 1, limit: 1 });
  const names = await staffNames(tx, [before?.by ?? null, after?.by ?? null]);
  const words = (change: PlanChange | undefined) =>
    change === undefined ? "before anything was written" : wordsOf(change, names);
  return {
    from: words(before),
    to: words(after),
    differences: differencesOf(
      await planValuesAfter(tx, planId, from),
      await planValuesAfter(tx, planId, to),
    ),
  };
}
