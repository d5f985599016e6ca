import type { SaveResult, SentField } from "#app/domain/plan/save.ts";
import type { Trouble } from "./editings.ts";

/** What was sent and not written, as it was typed, with why. */
export const troublesOf = (sent: readonly SentField[], { conflicts, problems }: SaveResult): Trouble[] =>
  sent.flatMap((one) => {
    const isConflict = conflicts.some(({ name }) => name === one.name);
    const wrong = problems.filter(({ name }) => name === one.name).map(({ message }) => message);
    return isConflict || wrong.length > 0 ? [{ ...one, isConflict, problems: wrong }] : [];
  });
