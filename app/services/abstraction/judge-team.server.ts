import { lastMonthToJudge } from "#app/domain/abstraction/improvement-due.ts";
import { isJudgedAnew, judgementInWords } from "#app/domain/abstraction/improvement-words.ts";
import { judge, type TeamMonth } from "#app/domain/abstraction/improvement.ts";
import { addMonths } from "#app/domain/abstraction/month.ts";
import { platform } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { lockImprovementOf, type ImprovedTeam } from "#db/queries/abstraction-improvement.ts";
import { holdTeam, judgementsOf, keepJudgements, monthsOfTeam } from "#db/queries/abstraction-judgement.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { standingOf, stateOf, takeJudgement, type Judged } from "./take-judgement.server.ts";
import { tellOfJudgement } from "./tell-of-judgement.server.ts";

/** A correction of what is older opens nothing any more. */
const monthsBack = 12;

/** Judges the months of one team that are to be judged, in order, in a transaction that holds it. */
export async function judgeTeam(tx: Db, team: ImprovedTeam, now: Date): Promise<void> {
  await holdTeam(tx, team.id);
  const last = lastMonthToJudge(londonDay(now));
  const from = addMonths(last, 1 - monthsBack);
  const figures = new Map(
    (await monthsOfTeam(tx, team.id, { from, to: last })).map((one) => [one.month, one]),
  );
  const stored = new Map((await judgementsOf(tx, team.id, from)).map((one) => [one.month, one]));
  const held = await lockImprovementOf(tx, team.id);
  const knownTo = [...stored.keys(), held.open?.judgedTo ?? held.closedAfter ?? ""].sort().at(-1) ?? "";
  let judged: Judged = { teamId: team.id, latest: held.open, closedAfter: held.closedAfter, to: knownTo };
  const before = stateOf(judged);
  const kept: TeamMonth[] = [];
  let steps = 0;
  for (const month of Array.from({ length: monthsBack }, (_, at) => addMonths(from, at))) {
    const is = figures.get(month) ?? { month, duty: 0, abstracted: 0, duties: 0, confirmed: 0 };
    const was = stored.get(month);
    if (was !== undefined && !isJudgedAnew(was, is)) continue;
    kept.push(is);
    // What was judged before its judgements were kept stays as it was judged.
    if (was === undefined && month <= knownTo) continue;
    judged = { ...judged, to: judged.to > month ? judged.to : month };
    const known = [...figures.values()].filter((one) => one.month <= judged.to);
    const judgement = judge(standingOf(judged), known, month);
    const line = judgementInWords(is, judgement, was !== undefined);
    // Steps of one run follow each other.
    const at = new Date(now.getTime() + steps);
    steps += 1;
    judged = await takeJudgement(tx, judged, judgement, { at, month, line, isCorrected: was !== undefined });
  }
  await keepJudgements(tx, team.id, now, kept);
  if (steps === 0) return;
  await tellOfJudgement(tx, team, { before, improvement: judged.latest, now });
  await recordAudit(tx, platform(), now, {
    action: "abstraction.judge",
    subjectKind: "team",
    subjectId: team.id,
    neighbourhoodId: team.neighbourhoodIds[0] ?? null,
    details: { months: steps, to: last, was: before, is: stateOf(judged) },
  });
}
