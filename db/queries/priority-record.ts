import { eq, sql } from "drizzle-orm";
import {
  completeScore,
  fullScore,
  marks,
  type Criterion,
  type Mark,
  type Marks,
} from "#app/domain/candidate/score.ts";
import type { Trace } from "#app/domain/priority/trace.ts";
import type { Day } from "#app/domain/team/day.ts";
import { tallies } from "#db/schema/ballot.ts";
import { candidates } from "#db/schema/candidate.ts";
import { cycles } from "#db/schema/cycle.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { resolutionItems, resolutions } from "#db/schema/panel.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";
import { progressColumns } from "./priority-progress.ts";

const londonDayOf = (instant: ReturnType<typeof sql>) =>
  sql<Day | null>`to_char((${instant}) at time zone 'Europe/London', 'YYYY-MM-DD')`;

/** The columns of a priority that everybody may read, and of what it came from. Nothing else leaves the database. */
const columns = {
  id: priorities.id,
  reference: priorities.reference,
  slug: neighbourhoods.slug,
  code: neighbourhoods.code,
  origin: priorities.origin,
  state: priorities.state,
  category: priorities.category,
  title: priorities.title,
  statement: priorities.statement,
  isLowParticipation: priorities.isLowParticipation,
  isInterim: priorities.isInterim,
  adoptedOn: priorities.adoptedOn,
  lapsesOn: priorities.lapsesOn,
  isConfirmed: sql<boolean>`${priorities.confirmedAt} is not null`,
  urgentReason: priorities.urgentReason,
  acceptedAt: priorities.acceptedAt,
  declinedAt: priorities.declinedAt,
  declineCode: priorities.declineCode,
  declineReason: priorities.declineReason,
  reviewDueOn: priorities.reviewDueOn,
  reviewedAt: priorities.reviewedAt,
  reviewOutcome: priorities.reviewOutcome,
  reviewReason: priorities.reviewReason,
  endedAt: priorities.endedAt,
  takenDownAt: priorities.takenDownAt,
  isCurrent: sql<boolean>`${priorities.slot} is not null`,
  /** The neighbourhood that chose it, where boundaries changed afterwards. */
  chosenIn: sql<
    string | null
  >`(select slug from neighbourhoods chosen where chosen.id = ${priorities.chosenInId})`,
  stateSince: londonDayOf(
    sql`select max(e.at) from priority_events e where e.priority_id = ${priorities.id} and e.to = ${priorities.state}`,
  ),
  lastPublicOn: londonDayOf(sql`select greatest(
    (select max(e.at) from priority_events e where e.priority_id = ${priorities.id}),
    (select max(n.at) from news n where n.kind = 'priority' and n.subject_id = ${priorities.id}))`),
  lastLineOn: londonDayOf(
    sql`select max(e.at) from priority_events e where e.priority_id = ${priorities.id}`,
  ),
  lastLine: sql<string | null>`(select e.line from priority_events e where e.priority_id = ${priorities.id}
    order by e.at desc, e.id limit 1)`,
  cycleNumber: cycles.number,
  ...progressColumns,
  candidate: {
    raisers: candidates.raisers,
    support: candidates.scoreSupport,
    evidence: candidates.scoreEvidence,
    harm: candidates.scoreHarm,
    underHeard: candidates.scoreUnderHeard,
    changeable: candidates.scoreChangeable,
    notInHand: candidates.scoreNotInHand,
  },
  tally: {
    ballots: tallies.counted,
    isIndicative: tallies.isLowParticipation,
    votes: sql<
      number | null
    >`(select (line->>'votes')::int from jsonb_array_elements(${tallies.result}->'rows') line
      where line->>'id' = ${priorities.candidateId}::text limit 1)`,
  },
  item: {
    id: resolutionItems.id,
    problem: resolutionItems.problem,
    voteWords: resolutionItems.voteWords,
    evidence: resolutionItems.evidence,
    whyOverOthers: resolutionItems.whyOverOthers,
    success: resolutionItems.success,
    votesFor: resolutionItems.votesFor,
    votesAgainst: resolutionItems.votesAgainst,
    abstentions: resolutionItems.abstentions,
  },
  resolution: {
    heldOn: resolutions.heldOn,
    membersTotal: resolutions.membersTotal,
    quorum: resolutions.quorum,
    present: resolutions.present,
    isInterim: resolutions.isInterim,
  },
};

/** Priorities with where they came from; the caller says which and how many. */
export const selectPriorities = (db: Db) =>
  db
    .select(columns)
    .from(priorities)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, priorities.neighbourhoodId))
    .leftJoin(cycles, eq(cycles.id, priorities.cycleId))
    .leftJoin(candidates, eq(candidates.id, priorities.candidateId))
    .leftJoin(tallies, eq(tallies.cycleId, priorities.cycleId))
    .leftJoin(resolutionItems, eq(resolutionItems.id, priorities.resolutionItemId))
    .leftJoin(resolutions, eq(resolutions.id, resolutionItems.resolutionId))
    .$dynamic();

type Selected = Awaited<ReturnType<typeof selectPriorities>>[number];

/** The marks of a candidate, as the methodology names them. */
export interface StoredMarks {
  support: number | null;
  evidence: number | null;
  harm: number | null;
  underHeard: number | null;
  changeable: number | null;
  notInHand: number | null;
}

/** The marks that were given, as the score takes them. */
export function marksOf(stored: StoredMarks): Marks {
  const given: Partial<Record<Criterion, Mark>> = {};
  const columns: readonly [Criterion, number | null][] = [
    ["support", stored.support],
    ["evidence", stored.evidence],
    ["harm", stored.harm],
    ["under-heard", stored.underHeard],
    ["within-reach", stored.changeable],
    ["not-in-hand", stored.notInHand],
  ];
  for (const [criterion, value] of columns) {
    const mark = marks.find((one) => one === value);
    if (mark !== undefined) given[criterion] = mark;
  }
  return given;
}

/** A priority as everybody may read it, with how it came to be. */
export type PriorityRecord = Omit<Selected, "candidate" | "tally" | "resolution" | "urgentReason"> & {
  trace: Trace;
  quorum: { needed: number; present: number | null } | null;
};

export function recordOf({ candidate, tally, resolution, urgentReason, ...row }: Selected): PriorityRecord {
  const score = candidate === null ? null : completeScore(marksOf(candidate));
  const { item, origin, adoptedOn } = row;
  return {
    ...row,
    trace: {
      raisers: candidate?.raisers ?? null,
      vote:
        tally?.votes == null
          ? null
          : { votes: tally.votes, ballots: tally.ballots, isIndicative: tally.isIndicative },
      score: score === null ? null : { sum: score, outOf: fullScore },
      panel:
        resolution === null || item === null
          ? null
          : {
              decidedOn: resolution.heldOn,
              members: resolution.membersTotal,
              motion: {
                for: item.votesFor ?? 0,
                against: item.votesAgainst ?? 0,
                abstain: item.abstentions ?? 0,
              },
              isInterim: resolution.isInterim,
            },
      departures: [],
      urgent:
        origin === "snt-urgent" && adoptedOn !== null && urgentReason !== null
          ? { addedOn: adoptedOn, reason: urgentReason }
          : null,
      partner: origin === "partner" ? "a partner agency" : null,
    },
    quorum: resolution === null ? null : { needed: resolution.quorum, present: resolution.present },
  };
}
