import type { Day } from "#app/domain/team/day.ts";
import type { Problem } from "../problems/problem.ts";
import type { Random } from "../random.ts";
import type { Life } from "./life.ts";
import type { Played } from "./play-life.ts";
import type { HistoryRows } from "./rows.ts";

/** What the rows about one priority are told from. */
export interface Story {
  priority: HistoryRows["priorities"][number] & { id: string };
  planId: string;
  engagementId: string;
  problem: Problem;
  place: string;
  life: Life;
  played: Played;
  random: Random;
  figures: Figures;
}

/** The figures of a plan: those that its words name are those that its charts show. */
export interface Figures {
  /** Each month's, from a year before it began. */
  months: readonly { on: Day; value: number }[];
  baselineMonths: readonly [first: Day, last: Day];
  baseline: number;
  target: number;
  /** What was found at the end of each stretch of work that was assessed, the last last. */
  assessments: readonly Assessed[];
  survey: { before: Share; after: Share | null };
  comparison: { before: number; after: number };
}

export interface Assessed {
  value: number;
  months: readonly [first: Day, last: Day];
  yearEarlier: number | null;
  isEnough: boolean;
}

export interface Share {
  on: Day;
  percent: number;
  asked: number;
}
