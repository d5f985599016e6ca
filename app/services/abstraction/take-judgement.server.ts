import type { Judgement, Standing } from "#app/domain/abstraction/improvement.ts";
import { monthOf, type Month } from "#app/domain/abstraction/month.ts";
import type { ImprovementState } from "#app/domain/abstraction/words.ts";
import {
  insertImprovement,
  insertImprovementEvent,
  updateImprovement,
  updateJudgedTo,
  type Improvement,
} from "#db/queries/abstraction-improvement.ts";
import type { Db } from "#db/types.ts";

/** How a team stands while its months are judged. */
export interface Judged {
  teamId: string;
  /** What is open, or was closed just now. */
  latest: Improvement | null;
  /** The last month that was judged before something of the team was closed. */
  closedAfter: Month | null;
  /** The last month that was judged; empty before the first. */
  to: Month;
}

interface Step {
  at: Date;
  month: Month;
  line: string;
  isCorrected: boolean;
}

export const stateOf = ({ latest, closedAfter }: Judged): ImprovementState =>
  latest?.state ?? (closedAfter === null ? "within" : "closed");

export const standingOf = (judged: Judged): Standing => ({
  state: stateOf(judged),
  openedFor: judged.latest?.openedFor ?? null,
  liveIn: judged.latest?.liveAt == null ? null : monthOf(judged.latest.liveAt),
  closedAfter: judged.closedAfter,
});

/** Does what a judgement says: opens an improvement, moves it on, closes it, or leaves it as it is. */
export async function takeJudgement(
  tx: Db,
  judged: Judged,
  { to }: Judgement,
  { at, month, line, isCorrected }: Step,
): Promise<Judged> {
  const { teamId, latest, to: judgedTo } = judged;
  const from = stateOf(judged);
  const say = (improvementId: string, before: ImprovementState) =>
    insertImprovementEvent(tx, { improvementId, at, from: before, to, line, actorId: null });
  if (latest?.closedAt !== null) {
    if (to === from) return judged;
    const opened = await insertImprovement(tx, {
      teamId,
      state: to,
      openedAt: at,
      openedFor: month,
      judgedTo,
    });
    await say(opened.id, "within");
    return { ...judged, latest: opened };
  }
  if (to === from) {
    await updateJudgedTo(tx, latest.id, judgedTo);
    if (isCorrected) await say(latest.id, from);
    return { ...judged, latest: { ...latest, judgedTo } };
  }
  const moved = await updateImprovement(tx, latest.id, {
    state: to,
    judgedTo,
    changedAt: at,
    ...(from === "within" ? { openedAt: at, openedFor: month } : {}),
    ...(to === "escalated" ? { escalatedAt: at } : {}),
    ...(to === "closed" ? { closedAt: at } : {}),
  });
  await say(latest.id, from);
  return { ...judged, latest: moved, closedAfter: to === "closed" ? judgedTo : judged.closedAfter };
}
