import { momentInWords } from "#app/components/moment-in-words.ts";
import type { Comparison } from "#app/components/plan/compared-versions.tsx";
import { changedNames, engagementDifferences } from "#app/domain/engagement/compare-versions.ts";
import { emptyPlan } from "#app/domain/engagement/version.ts";
import { staffNames } from "#db/queries/concern-triage.ts";
import {
  listEngagementVersions,
  runnerNames,
  type EngagementVersion,
} from "#db/queries/engagement-version.ts";
import type { Db } from "#db/types.ts";

/** A version of an engagement plan in words. */
interface ShownVersion {
  version: number;
  /** The one that it was made of; 0 for the empty plan. */
  before: number;
  /** When, and by whom. */
  words: string;
  names: readonly string[];
}

const mostShown = 20;

const wordsOf = ({ at, by }: Pick<EngagementVersion, "at" | "by">, names: ReadonlyMap<string, string>) =>
  `${momentInWords(at)}, ${(by === null ? undefined : names.get(by)) ?? "somebody whose name is not kept"}`;

/** A page of the versions of an engagement plan, the latest first, each with what was written in it. */
export async function readVersions(tx: Db, planId: string, below: number | null) {
  // And the one before the last, which it is compared with.
  const read = await listEngagementVersions(tx, planId, { below, limit: mostShown + 1 });
  const names = await staffNames(
    tx,
    read.map(({ by }) => by),
  );
  const versions = read.slice(0, mostShown).map((one, place): ShownVersion => {
    const before = read[place + 1];
    return {
      version: one.version,
      before: before?.version ?? 0,
      words: wordsOf(one, names),
      names: changedNames(before?.words ?? emptyPlan, one.words),
    };
  });
  return { versions, below: read.length > mostShown ? (versions.at(-1)?.version ?? null) : null };
}

/** Two versions of an engagement plan beside one another; the earlier one first. */
export async function compareEngagement(
  tx: Db,
  planId: string,
  versions: readonly number[],
): Promise<Comparison> {
  const [from = 0, to = 0] = versions.toSorted((one, other) => one - other);
  const [before] = await listEngagementVersions(tx, planId, { below: from + 1, limit: 1 });
  const [after] = await listEngagementVersions(tx, planId, { below: to + 1, limit: 1 });
  const names = await staffNames(tx, [before?.by ?? null, after?.by ?? null]);
  const words = (version: EngagementVersion | undefined) =>
    version === undefined ? "before anything was written" : wordsOf(version, names);
  const [old, now] = [before?.words ?? emptyPlan, after?.words ?? emptyPlan];
  return {
    from: words(before),
    to: words(after),
    differences: engagementDifferences(old, now, await runnerNames(tx, [old, now])),
  };
}
