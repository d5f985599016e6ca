import { z } from "zod";

interface Place {
  enteredAt: Date;
  accountId: string;
}

/** A place in the list as an address holds it: milliseconds and the account's id. */
export const placeOf = ({ enteredAt, accountId }: Place): string => `${enteredAt.getTime()}.${accountId}`;

const schema = z.tuple([z.coerce.number().int().min(0).max(8.64e15), z.uuid()]);

/** Reads one; null for anything else, which is the beginning of the list. */
export function readPlace(text: string | null): Place | null {
  const parsed = schema.safeParse(text?.split("."));
  return parsed.success ? { enteredAt: new Date(parsed.data[0]), accountId: parsed.data[1] } : null;
}
