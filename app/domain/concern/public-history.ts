import { candidacyLine } from "./candidacy.ts";
import type { ConcernState } from "./states.ts";
import { publicLine } from "./words.ts";

interface Step {
  at: Date;
  from: ConcernState | null;
  to: ConcernState;
  reasonCode: string | null;
}

// What stays in its state has been told of that state already.
const lineOf = ({ from, to, reasonCode }: Step) => (from === to ? candidacyLine(reasonCode) : publicLine(to));

/** The steps of a published concern that everybody may read, in public words: none from before it was published. */
export const publicHistory = (steps: readonly Step[], publishedAt: Date): { at: Date; line: string }[] =>
  steps.flatMap((step) => {
    const line = step.at.getTime() < publishedAt.getTime() ? null : lineOf(step);
    return line === null ? [] : [{ at: step.at, line }];
  });
