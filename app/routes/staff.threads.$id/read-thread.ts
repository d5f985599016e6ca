import type { Tone } from "#app/components/govuk/tag.tsx";
import { diversionRoutes, diversionWords } from "#app/domain/concern/diversion.ts";
import type { Finder } from "#app/domain/finder/finder.ts";
import { promiseInWords } from "#app/domain/thread/promise-words.ts";
import { problemsOfDelay, promiseOf, type PromiseSettings } from "#app/domain/thread/promise.ts";
import { afterAct, threadStateWords, type ThreadAct } from "#app/domain/thread/states.ts";
import { promisedOf } from "#app/domain/thread/stored-thread.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import type { Thread, ThreadEntry } from "#db/queries/thread.ts";

interface Around {
  now: Date;
  settings: PromiseSettings;
  finder: Pick<Finder, "neighbourhoods">;
}

/** A thread as the team reads it: what was written, how the clock stands and what may be done now. */
export function readThread(thread: Thread, entries: readonly ThreadEntry[], around: Around) {
  const { now, settings, finder } = around;
  const promised = promisedOf(thread, settings);
  const reading = promiseOf(promised, now, settings);
  const may = (act: ThreadAct) =>
    afterAct(thread.state, { act, by: "staff", reason: "for the sake of it" }).ok;
  const tone: Tone = reading.state === "missed" ? "late" : reading.state === "answered" ? "plain" : "now";
  // Any day would do: whether there is one at all is what a button needs to know.
  const someDay = addDays(londonDay(now), settings.mostDelayDays);
  const note = entries.find(({ kind, writer }) => kind === "note" && writer === "platform")?.words;
  const route = diversionRoutes.find((one) => one === note);
  return {
    id: thread.id,
    reference: thread.reference,
    version: thread.version,
    neighbourhood:
      finder.neighbourhoods.find(({ id }) => id === thread.neighbourhoodId)?.name ?? "A former neighbourhood",
    receivedAt: thread.receivedAt,
    isEntered: thread.enteredBy !== null,
    state: threadStateWords[thread.state].staff,
    clock: promiseInWords({ ...reading, level: thread.level }, now).staff,
    tone,
    urgency:
      route === undefined
        ? null
        : `The words may belong to another door: ${diversionWords[route]}. Whoever wrote was shown it.`,
    mayAnswer: may("answer"),
    mayDelay:
      problemsOfDelay({ until: someDay, reason: "for the sake of it" }, promised, now, settings).length === 0,
    mayRedirect: may("redirect"),
    mayClose: may("close"),
    mayReopen: may("reopen"),
    entries: entries
      .filter(({ kind }) => kind !== "note")
      .map(({ id, at, writer, kind, words }) => ({ id, at, writer, kind, words })),
  };
}

export type ReadThread = ReturnType<typeof readThread>;
