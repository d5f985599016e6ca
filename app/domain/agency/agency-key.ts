import type { FieldError } from "#app/domain/account/change.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { yearAfter, type Day } from "#app/domain/team/day.ts";

/** A key of an agency as it is asked for. */
export interface WantedKey {
  /** What it is for, in the words of whoever makes it. */
  name: string;
  /** The last day it opens anything. */
  endsOn: Day;
}

const mostName = 60;

/** What is wrong with a key that is asked for on a day. `names` are those of the agency's keys that still open something. */
export function problemsOfKey(
  { name, endsOn }: WantedKey,
  names: readonly string[],
  today: Day,
): FieldError[] {
  const written = name.trim();
  const latest = yearAfter(today);
  return [
    ...(written === "" ? [{ field: "name", message: "Say what the key is for" }] : []),
    ...(written.length > mostName
      ? [{ field: "name", message: `Shorten it to ${mostName} characters or fewer` }]
      : []),
    ...(names.includes(written)
      ? [{ field: "name", message: "Another key of this agency has this name. Choose another one" }]
      : []),
    ...(endsOn < today ? [{ field: "endsOn", message: "Enter today or a later day" }] : []),
    ...(endsOn > latest
      ? [
          {
            field: "endsOn",
            message: `Enter ${dayInWords(latest)} or an earlier day: a key works for 12 months at most`,
          },
        ]
      : []),
  ];
}

/** How a key stands on a day, in words; null while it opens something. */
export function keyEndInWords(
  { endsOn, endedAt }: { endsOn: Day; endedAt: Date | null },
  today: Day,
): string | null {
  if (endedAt !== null) return "Ended";
  return endsOn < today ? "Run out" : null;
}
