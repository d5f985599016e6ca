import { attachmentDays, attachmentGapDays } from "./codes.ts";
import { intersection, type Interval } from "./intervals.ts";

// Days of twenty-four hours: an attachment over a change of the clocks lasts as long as any other.
const dayMinutes = 1_440;

/** From first to last, of what may have been logged in several entries. */
const attachmentsOf = (entries: readonly Interval[]): Interval[] => {
  const attachments: Interval[] = [];
  for (const { from, to } of [...entries].sort((a, b) => a.from - b.from)) {
    const last = attachments.at(-1);
    if (last === undefined || from > last.to + attachmentGapDays * dayMinutes) attachments.push({ from, to });
    else last.to = Math.max(last.to, to);
  }
  return attachments;
};

/**
 * When a post is vacant because its holder is attached elsewhere for longer than an attachment lasts: of all
 * attachments (P1) of one post. Begun again within a week it is the same attachment; the days between are duty.
 */
export const vacancyOf = (entries: readonly Interval[]): Interval[] =>
  intersection(
    entries,
    attachmentsOf(entries).map(({ from, to }) => ({ from: from + attachmentDays * dayMinutes, to })),
  );
