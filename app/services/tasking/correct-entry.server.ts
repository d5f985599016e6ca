import { refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfDecision, problemsOfNote } from "#app/domain/tasking/recording.ts";
import { findEntry } from "#db/queries/tasking-record.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import {
  recordInMeeting,
  refusedRecord,
  says,
  type Recorded,
  type Recording,
} from "./record-in-meeting.server.ts";

export interface WantedCorrection extends Recording {
  /** The entry that is put right. */
  replaces: number;
  words: string;
  /** Of a decision. */
  reason: string;
}

/** Puts an entry right by one that takes its place: what was written stays, and both are read. */
export const correctEntry = (
  deps: TaskingDeps,
  actor: Actor,
  { replaces, words, reason, ...recording }: WantedCorrection,
): Promise<Recorded | null> => {
  const isSame = says({ replaces, words: words.trim() });
  return recordInMeeting(deps, actor, { ...recording, isSame }, async (tx, { meeting }) => {
    const found = await findEntry(tx, meeting.id, replaces);
    if (found === null) return refused("form", `There is no entry ${replaces} in this meeting`);
    const { entry, replacedBy } = found;
    if (replacedBy !== null)
      return refused(
        "form",
        `Entry ${replaces} was put right by entry ${replacedBy} already. Put that one right`,
      );
    if (entry.kind !== "note" && entry.kind !== "decision")
      return refused("form", "Only a note or a decision is put right here. Change an action on its own page");
    const errors = entry.kind === "decision" ? problemsOfDecision(words, reason) : problemsOfNote(words);
    if (errors.length > 0) return refusedRecord(errors);
    return {
      kind: entry.kind,
      itemId: entry.itemId,
      words: words.trim(),
      reason: entry.kind === "decision" ? reason.trim() : null,
      replaces,
    };
  });
};
