import { z } from "zod";
import type { DayPosition } from "#db/queries/plan-due.ts";

// A review's id is its plan's with the reviewer behind it.
const id = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:sergeant|inspector)?$/);
const schema = z.tuple([z.iso.date(), id]);

/** A place in a list as an address holds it. */
export const positionOf = ({ day, id: of }: DayPosition): string => `${day}.${of}`;

/** Reads one; null for anything else, which is the beginning of the list. */
export function readPosition(text: string | null): DayPosition | null {
  const parsed = schema.safeParse(text?.split("."));
  return parsed.success ? { day: parsed.data[0], id: parsed.data[1] } : null;
}
