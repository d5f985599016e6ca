import type { Day } from "#app/domain/team/day.ts";
import type { FeedbackAnswer, RoundKind, ToldAnswer } from "./answers.ts";
import type { ShownPoll } from "./shown-poll.ts";

/** What the team told residents at the end of its work. */
export type ToldOutcome = Readonly<
  Record<"done" | "changed" | "notAchieved" | "remains" | "before" | "after", string>
>;

/** The question about a priority as one reader meets it. */
export interface AskedQuestion {
  reference: string;
  title: string;
  isTakenDown: boolean;
  /** The neighbourhood's name. */
  place: string;
  kind: RoundKind;
  closesOn: Day | null;
  isOpen: boolean;
  outcome: ToldOutcome | null;
  /** Once it is closed. */
  poll: ShownPoll | null;
  /** Whether the reader is one of those who may answer. */
  isResident: boolean;
  /** What they answered already. */
  own: { answer: FeedbackAnswer; told: ToldAnswer; words: string | null } | null;
}
