import { londonDayEnd } from "#app/domain/account/day-words.ts";
import { lineToRaiser, publicLine } from "#app/domain/concern/words.ts";
import type { ConcernState } from "#app/domain/concern/states.ts";
import type { Step } from "#app/domain/cycle/transition.ts";
import { paths } from "#app/paths.ts";
import type { Keys } from "#app/services/keys/keys.server.ts";
import { leaveOffUndecided } from "#db/queries/candidate.ts";
import {
  countConcernsIn,
  moveAll,
  moveNotShortlisted,
  moveShortlisted,
  rollOver,
  type MovedConcern,
} from "#db/queries/cycle-concerns.ts";
import type { Cycle, NewCycle } from "#db/queries/cycle.ts";
import { editionInForce } from "#db/queries/edition.ts";
import type { NewsLine } from "#db/queries/news.ts";
import type { Db } from "#db/types.ts";
import { makeCycleKey } from "./make-cycle-key.server.ts";

interface Stepping {
  tx: Db;
  now: Date;
  keys: Pick<Keys, "seals">;
  cycle: Cycle;
}

/** What a step does besides moving the cycle on: what else of the cycle changes, and which concerns it moved. */
export interface StepEffects {
  values: Partial<NewCycle>;
  news: NewsLine[];
}

const undecidedReason = "Nobody had decided about it when the shortlist was due.";

const newsOf = (
  { now, cycle: { neighbourhoodId } }: Pick<Stepping, "now" | "cycle">,
  moved: readonly MovedConcern[],
  line: string | null,
): NewsLine[] =>
  line === null
    ? []
    : moved.map(({ id, reference }) => ({
        at: now,
        neighbourhoodId,
        kind: "concern",
        subjectId: id,
        line: `${reference}: ${line}`,
        path: paths.concern(reference),
      }));

const notAdopted = (from: ConcernState, code: string, at: Date) => ({
  from,
  to: "not-adopted" as const,
  reasonCode: code,
  line: lineToRaiser("not-adopted", { list: "notAdopted", code }),
  at,
});

/** Before a vote, or the panel in its place: every candidate is on the list or off it, and so are the concerns. */
async function publishShortlist(stepping: Stepping): Promise<NewsLine[]> {
  const { tx, now, cycle } = stepping;
  await leaveOffUndecided(tx, cycle.id, { leftOffReason: undecidedReason, changedAt: now });
  const on = await moveShortlisted(tx, cycle.id, {
    from: "published-candidate",
    to: "shortlisted",
    reasonCode: null,
    line: lineToRaiser("shortlisted"),
    at: now,
  });
  const off = await moveNotShortlisted(
    tx,
    cycle.id,
    notAdopted("published-candidate", "not-shortlisted", now),
  );
  return [
    ...newsOf(stepping, on, publicLine("shortlisted")),
    ...newsOf(stepping, off, publicLine("not-adopted")),
  ];
}

/** What the panel left open ends with the cycle; what was not adopted goes on to the next one, once. */
export async function settleConcerns(
  stepping: Pick<Stepping, "tx" | "now" | "cycle">,
  nextCycleId: string | null,
): Promise<NewsLine[]> {
  const { tx, now, cycle } = stepping;
  const undecided = await moveAll(tx, cycle.id, notAdopted("shortlisted", "not-decided", now));
  const late = await moveAll(tx, cycle.id, notAdopted("published-candidate", "not-shortlisted", now));
  const news = newsOf(stepping, [...undecided, ...late], publicLine("not-adopted"));
  if (nextCycleId === null) return news;
  const on = await rollOver(tx, cycle.id, {
    from: "not-adopted",
    to: "published-candidate",
    reasonCode: null,
    line: "Your concern goes on to the next cycle, once.",
    // Later than what ended it here, so that its history stays in order.
    at: new Date(now.getTime() + 1),
    nextCycleId,
  });
  return [...news, ...newsOf(stepping, on, "Goes on to the next cycle.")];
}

/** Does what a step brings with it, in the step's own transaction. */
export async function takeEffect(stepping: Stepping, { from, to }: Step): Promise<StepEffects> {
  const { tx, keys, cycle } = stepping;
  if (to === "research") {
    await countConcernsIn(tx, cycle, londonDayEnd(cycle.raisingEndsOn));
    return { values: {}, news: [] };
  }
  if (to === "voting") {
    await makeCycleKey(tx, keys, cycle.id);
    const edition = await editionInForce(tx, "boundaries");
    return { values: { boundaryEditionId: edition?.id ?? null }, news: await publishShortlist(stepping) };
  }
  if (to === "panel" && from === "shortlisting")
    return { values: {}, news: await publishShortlist(stepping) };
  return { values: {}, news: [] };
}
