import { z } from "zod";
import type { ActionPosition } from "#db/queries/tasking-action-list.ts";

const schema = z.tuple([z.iso.date(), z.uuid()]);

/** A place in the list as an address holds it: the day an action is due, and its id. */
export const positionOf = ({ dueOn, id }: ActionPosition): string => `${dueOn}.${id}`;

/** Reads one; null for anything else, which is the beginning of the list. */
export function readPosition(text: string | null): ActionPosition | null {
  const parsed = schema.safeParse(text?.split("."));
  return parsed.success ? { dueOn: parsed.data[0], id: parsed.data[1] } : null;
}
