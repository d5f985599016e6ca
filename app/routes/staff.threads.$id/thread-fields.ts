import type { DayParts } from "#app/domain/account/day-parts.ts";

// An interface would want an index for every other name.
/** The fields of all forms of a thread, each of its own name: a mistake in one says nothing about another. */
export type ThreadFields = {
  answer: string;
  until: DayParts | undefined;
  reason: string;
  elsewhere: string;
  again: string;
};
