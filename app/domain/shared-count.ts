/** What one process knows of a caller in the current minute. */
export interface CallerCount {
  /** What this process let through. */
  count: number;
  /** How much of that is already in the sum of all processes. */
  shared: number;
}

/** What counts against a caller: the sum of all processes when it was last read, and what this one has let through since. */
export const wholeCount = ({ count, shared }: CallerCount, total: number | undefined): number =>
  total === undefined ? count : Math.max(count, total + count - shared);

/** A caller counts for the other processes from this part of the limit on; nearly nobody ever gets there. */
const worthSharing = 1 / 20;

/** What has to be added to the sum of all processes; 0 for a caller who asks as people and ordinary programs do. */
export const shareOf = ({ count, shared }: CallerCount, limit: number): number =>
  count >= limit * worthSharing ? count - shared : 0;

/** The sum from which on the other processes are told of a caller: before the limit, so that they stop at it. */
export const nearLimit = (limit: number): number => Math.ceil(limit / 2);

const minuteMs = 60_000;

/** When the minute of a moment ends: every process counts in the same minutes. */
export const minuteEnd = (ms: number): number => (Math.floor(ms / minuteMs) + 1) * minuteMs;
