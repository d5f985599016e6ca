import type { Tone } from "#app/components/govuk/tag.tsx";
import type { Finder } from "#app/domain/finder/finder.ts";
import { promiseInWords } from "#app/domain/thread/promise-words.ts";
import { promiseOf, type PromiseLevel, type PromiseSettings } from "#app/domain/thread/promise.ts";
import { threadStateWords } from "#app/domain/thread/states.ts";
import { promisedOf } from "#app/domain/thread/stored-thread.ts";
import type { Thread } from "#db/queries/thread.ts";

/** A thread as the list shows it. */
export interface ListedThread {
  id: string;
  reference: string;
  neighbourhood: string;
  clock: string;
  tone: Tone;
  level: PromiseLevel;
  isMine: boolean;
  state: string;
}

interface Around {
  now: Date;
  settings: PromiseSettings;
  mine: readonly PromiseLevel[];
  finder: Pick<Finder, "neighbourhoods">;
}

export function listedThread(thread: Thread, { now, settings, mine, finder }: Around): ListedThread {
  const reading = promiseOf(promisedOf(thread, settings), now, settings);
  const isSettled = reading.state === "answered";
  return {
    id: thread.id,
    reference: thread.reference,
    neighbourhood:
      finder.neighbourhoods.find(({ id }) => id === thread.neighbourhoodId)?.name ?? "A former neighbourhood",
    clock: promiseInWords({ ...reading, level: thread.level }, now).staff,
    tone: reading.state === "missed" ? "late" : isSettled ? "plain" : "now",
    level: thread.level,
    isMine: !isSettled && mine.includes(thread.level),
    state: threadStateWords[thread.state].staff,
  };
}
