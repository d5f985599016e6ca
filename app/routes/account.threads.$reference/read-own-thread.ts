import { diversionRoutes, type DiversionRoute } from "#app/domain/concern/diversion.ts";
import { promiseInWords } from "#app/domain/thread/promise-words.ts";
import { promiseOf, type PromiseSettings } from "#app/domain/thread/promise.ts";
import { afterAct, threadStateWords, type ThreadAct } from "#app/domain/thread/states.ts";
import { promisedOf } from "#app/domain/thread/stored-thread.ts";
import type { Thread, ThreadEntry } from "#db/queries/thread.ts";

/** A thread as whoever wrote it reads it: never which of the team wrote, nor the platform's own notes. */
export function readOwnThread(
  thread: Thread,
  entries: readonly ThreadEntry[],
  { now, settings }: { now: Date; settings: PromiseSettings },
) {
  const delay = entries.filter(({ kind }) => kind === "delay").at(-1);
  const reading = promiseOf(promisedOf(thread, settings, delay?.words ?? null), now, settings);
  const isOpen = thread.answeredAt === null && thread.closedAt === null;
  const may = (act: ThreadAct) => afterAct(thread.state, { act, by: "resident", reason: null }).ok;
  return {
    reference: thread.reference,
    version: thread.version,
    state: threadStateWords[thread.state].resident,
    promise: isOpen
      ? promiseInWords({ ...reading, level: levelOf(thread, reading.level) }, now).resident
      : null,
    isMissed: reading.state === "missed",
    mayEscalate: reading.mayEscalate && thread.level !== "inspector",
    mayClose: may("close"),
    mayReopen: may("reopen"),
    adviceRoute: isOpen ? adviceOf(entries) : null,
    entries: entries
      .filter(({ kind }) => kind !== "note")
      .map(({ id, at, writer, kind, words }) => ({ id, at, writer, kind, words })),
  };
}

/** Whoever has it by the record has it, whatever the clock says. */
const levelOf = ({ level }: Thread, read: Thread["level"]) => (level === "inspector" ? level : read);

/** Where the platform's note on the words points; null without one. */
function adviceOf(entries: readonly ThreadEntry[]): DiversionRoute | null {
  const note = entries.find(({ kind, writer }) => kind === "note" && writer === "platform")?.words;
  return diversionRoutes.find((route) => route === note) ?? null;
}
