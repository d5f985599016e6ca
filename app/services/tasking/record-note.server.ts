import type { Actor } from "#app/domain/actor.ts";
import { problemsOfNote } from "#app/domain/tasking/recording.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import {
  itemRefusal,
  recordInMeeting,
  refusedRecord,
  says,
  type Recorded,
  type Recording,
} from "./record-in-meeting.server.ts";

export interface WantedNote extends Recording {
  itemId: string | null;
  words: string;
}

/** Writes down what was said in a meeting. */
export const recordNote = (
  deps: TaskingDeps,
  actor: Actor,
  { itemId, words, ...recording }: WantedNote,
): Promise<Recorded | null> => {
  const note = { kind: "note", itemId, words: words.trim() } as const;
  return recordInMeeting(deps, actor, { ...recording, isSame: says(note) }, async (tx, { meeting }) => {
    const errors = problemsOfNote(words);
    if (errors.length > 0) return refusedRecord(errors);
    return (await itemRefusal(tx, meeting.id, itemId)) ?? note;
  });
};
