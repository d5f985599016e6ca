import { platform } from "#app/domain/actor.ts";
import { partOfLine, voteGoesOnLine } from "#app/domain/neighbourhood/succession-words.ts";
import type { PlannedSuccession } from "#app/services/boundary/plan-successions.server.ts";
import { paths } from "#app/paths.ts";
import { recordAudits } from "#db/queries/audit.ts";
import { insertNews, type NewsLine } from "#db/queries/news.ts";
import { listNeighbourhoodIdentities } from "#db/queries/structure-import.ts";
import {
  announceInHeirs,
  followHeirs,
  insertCycleLines,
  insertSuccessions,
  keepVotesOnBoundariesInForce,
} from "#db/queries/succession-import.ts";
import type { Db } from "#db/types.ts";
import { tellOfSplit } from "./tell-of-split.server.ts";

export interface BoundaryChange {
  editionId: string;
  gone: readonly PlannedSuccession[];
  /** Those that stay with another border, by code. */
  reshaped: readonly string[];
  /** What the new boundaries call each neighbourhood, by code. */
  nameOf: ReadonlyMap<string, string>;
}

/**
 * What must happen at the very switch of boundaries, exactly once: who succeeds whom, who follows the heirs from now on,
 * and the promise that a vote under way is finished on its old boundary. What is open is carried over afterwards.
 */
export async function succeed(tx: Db, now: Date, change: BoundaryChange): Promise<void> {
  const { editionId, gone, nameOf } = change;
  const known = new Map((await listNeighbourhoodIdentities(tx)).map((one) => [one.code, one]));
  const identityOf = (code: string) => {
    const identity = known.get(code);
    if (identity === undefined) throw new Error(`Neighbourhood ${code} is not known.`);
    return identity;
  };
  const heirNames = ({ successors }: PlannedSuccession) =>
    successors.map(({ code }) => nameOf.get(code) ?? code);
  const succeeded = gone.filter(({ successors }) => successors.length > 0);
  await insertSuccessions(
    tx,
    succeeded.flatMap(({ code, successors }) =>
      successors.map((to) => ({
        editionId,
        fromId: identityOf(code).id,
        toId: identityOf(to.code).id,
        share: to.share,
        at: now,
      })),
    ),
  );
  await followHeirs(tx, editionId, now);
  await announceInHeirs(tx, editionId);

  const changed = new Map<string, { name: string; heirs: string[] }>();
  for (const code of change.reshaped)
    changed.set(identityOf(code).id, { name: nameOf.get(code) ?? code, heirs: [] });
  for (const one of succeeded)
    changed.set(identityOf(one.code).id, { name: one.name, heirs: heirNames(one) });
  const votes = await keepVotesOnBoundariesInForce(tx, [...changed.keys()]);
  const voteLines = votes.flatMap(({ id, neighbourhoodId, stage }) => {
    const place = changed.get(neighbourhoodId);
    return place === undefined
      ? []
      : [{ cycleId: id, at: now, from: stage, to: stage, line: voteGoesOnLine(place.name, place.heirs) }];
  });
  await insertCycleLines(tx, voteLines);
  await insertNews(
    tx,
    succeeded.map((one): NewsLine => {
      const { id, slug } = identityOf(one.code);
      const line = partOfLine(one.name, heirNames(one));
      return {
        at: now,
        neighbourhoodId: id,
        kind: "neighbourhood",
        subjectId: id,
        line,
        path: paths.neighbourhood(slug),
      };
    }),
  );
  await tellOfSplit(
    tx,
    now,
    succeeded
      .filter(({ successors }) => successors.length > 1)
      .map((one) => ({ id: identityOf(one.code).id, name: one.name, heirNames: heirNames(one) })),
  );
  await recordAudits(
    tx,
    platform(),
    now,
    succeeded.map(({ code, successors }) => {
      const [main] = successors;
      return {
        action: "neighbourhood.succeed",
        subjectKind: "neighbourhood",
        subjectId: identityOf(code).id,
        neighbourhoodId: main === undefined ? null : identityOf(main.code).id,
        details: { editionId, heirs: successors.length },
      };
    }),
  );
}
