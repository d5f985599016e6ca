import { seedId } from "#db/seed/seed-id.ts";
import type { TaskingRows } from "./rows.ts";

type EntryRow = TaskingRows["entries"][number];

/** What is written down in one meeting, each under its next number. */
export interface Minutes {
  entries: EntryRow[];
  /** Writes it down, and gives the moment. */
  write: (entry: Pick<EntryRow, "kind" | "itemId" | "words" | "reason" | "actionId">) => Date;
  /** The moment at which the next is written down. */
  soon: () => Date;
}

export function minutesOf(meetingId: string, by: string | null, clock: () => Date): Minutes {
  const entries: EntryRow[] = [];
  let next = clock();
  return {
    entries,
    soon: () => next,
    write: (entry) => {
      const number = entries.length + 1;
      const at = next;
      entries.push({
        ...entry,
        meetingId,
        number,
        key: seedId("tasking-entry", `${meetingId}:${number}`),
        by,
        at,
      });
      next = clock();
      return at;
    },
  };
}
