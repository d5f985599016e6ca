import { z } from "zod";

const schema = z.tuple([z.iso.date(), z.uuid()]);

/** A place in the list as an address holds it: a day and the cycle's id. */
export const positionOf = ({ endsOn, id }: { endsOn: string; id: string }): string => `${endsOn}.${id}`;

/** Reads one; null for anything else, which is the beginning of the list. */
export function readPosition(text: string | null): { endsOn: string; id: string } | null {
  const parsed = schema.safeParse(text?.split("."));
  return parsed.success ? { endsOn: parsed.data[0], id: parsed.data[1] } : null;
}
