import type { ConcernState } from "./states.ts";
import { publicLine } from "./words.ts";

interface Step {
  at: Date;
  to: ConcernState;
}

/** The steps of a published concern that everybody may read, in public words: none from before it was published. */
export const publicHistory = (steps: readonly Step[], publishedAt: Date): { at: Date; line: string }[] =>
  steps.flatMap(({ at, to }) => {
    const line = at.getTime() < publishedAt.getTime() ? null : publicLine(to);
    return line === null ? [] : [{ at, line }];
  });
