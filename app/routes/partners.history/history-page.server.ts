import { z } from "zod";
import { londonMidnight } from "#app/domain/account/day-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { ClosedPosition } from "#db/queries/tasking-asked.ts";

const schema = z.tuple([z.coerce.number().int().positive().max(8.64e15), z.uuid()]);

/** A place in the history as an address holds it: a moment and an id. */
export const positionOf = ({ closedAt, id }: ClosedPosition): string => `${closedAt.getTime()}.${id}`;

/** Reads one; null for anything else, which is the beginning. */
export function readPosition(text: string | null): ClosedPosition | null {
  const parsed = schema.safeParse(text?.split("."));
  return parsed.success ? { closedAt: new Date(parsed.data[0]), id: parsed.data[1] } : null;
}

/** The years of a history that began at a moment, the last first. */
export function yearsOf(first: Date | null, now: Date): number[] {
  const to = Number(londonDay(now).slice(0, 4));
  const from = first === null ? to : Number(londonDay(first).slice(0, 4));
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, ago) => to - ago);
}

/** A year that an address names, where it is one of these. */
export const readYear = (typed: string | null, years: readonly number[]): number | null =>
  years.find((year) => String(year) === typed) ?? null;

/** When a year begins in London, and when the next does. */
export const spanOf = (year: number): { from: Date; to: Date } => ({
  from: londonMidnight(`${year}-01-01`),
  to: londonMidnight(`${year + 1}-01-01`),
});
