import type { Mark } from "#app/domain/candidate/score.ts";
import type { CandidateToCount } from "#app/domain/ballot/certified.ts";
import type { CycleStage } from "#app/domain/cycle/stages.ts";
import type { PlannedCycle } from "./cycle-plan.ts";
import { leftOffReasons } from "./outcomes.ts";
import type { HistoryRows } from "./rows.ts";
import { atHour, pick, type Telling } from "./telling.ts";
import type { Theme } from "./themes.ts";

/** A candidate of the history, with what the vote and the panel need of it. */
export interface ToldCandidate extends CandidateToCount {
  readonly theme: Theme;
  readonly place: string;
  readonly concernKey: string;
  readonly isShortlisted: boolean | null;
  /** The chance that a ballot chooses it. */
  readonly popularity: number;
}

const source = "Force records and council reports, invented for the demonstration";
const undecided: readonly CycleStage[] = ["research", "shortlisting"];

const mark = (random: Telling["random"]): Mark => {
  const at = 1 + random.index(4);
  return at === 1 || at === 2 || at === 3 ? at : 4;
};

/** What a cycle chooses from: a candidate for each of the concerns that go together. */
export function tellCandidates(
  { id, random }: Telling,
  cycle: PlannedCycle,
  leads: readonly { key: string; theme: Theme; place: string; raisers: number }[],
): ToldCandidate[] {
  return leads.map(({ key, theme, place, raisers }, at) => ({
    id: id("candidate", `${cycle.number}:${at + 1}`),
    number: at + 1,
    raisers,
    marks: {
      evidence: mark(random),
      harm: mark(random),
      "under-heard": mark(random),
      "within-reach": mark(random),
      "not-in-hand": mark(random),
    },
    theme,
    place,
    concernKey: key,
    isShortlisted: undecided.includes(cycle.stage) ? null : at < 3 || at < leads.length - 1,
    popularity: 0.15 + random.next() * 0.45,
  }));
}

export function candidateRow(
  { random }: Telling,
  { id: cycleId, timetable, stage }: PlannedCycle,
  candidate: ToldCandidate,
  support: Mark | null,
): HistoryRows["candidates"][number] {
  const { id, number, theme, place, raisers, marks, isShortlisted } = candidate;
  const isScored = stage !== "research";
  return {
    id,
    cycleId,
    number,
    category: theme.category,
    title: theme.title.replaceAll("{place}", place),
    statement: theme.summary.replaceAll("{place}", place),
    raisers,
    trendWords: theme.trend,
    trendSource: source,
    partnersWords: theme.partners,
    harmWords: isScored ? theme.harm : null,
    underHeardWords: isScored ? "Older people, and young people without a car" : null,
    scoreSupport: support,
    ...(isScored
      ? {
          scoreEvidence: marks.evidence ?? null,
          scoreHarm: marks.harm ?? null,
          scoreUnderHeard: marks["under-heard"] ?? null,
          scoreChangeable: marks["within-reach"] ?? null,
          scoreNotInHand: marks["not-in-hand"] ?? null,
        }
      : {}),
    isShortlisted,
    leftOffReason: isShortlisted === false ? pick(random, leftOffReasons) : null,
    changedAt: atHour(timetable.research.firstDay, 14),
  };
}
