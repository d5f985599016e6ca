import { arrived, isToSend, onItsWay, refused, type Editing } from "#app/domain/plan/editing.ts";
import type { PlanFieldName } from "#app/domain/plan/fields.ts";
import { askFields, sendFields, type Heard } from "./ask-line.ts";
import { knownOf, toSend, type Editings } from "./editings.ts";

/** Somebody who stops to think, not every key. */
const pauseMs = 2_000;
const lookEveryMs = 15_000;
// A page that nobody works at does not keep its session alive.
const restsAfterMs = 10 * 60_000;

export interface LineParts {
  reference: string;
  editings: () => Editings;
  change: (name: PlanFieldName, how: (editing: Editing) => Editing) => void;
  isInUse: (name: PlanFieldName) => boolean;
  /** Told how the line is and, where something of ours arrived, when. */
  hear: (line: Heard["line"], savedAt: string | null) => void;
}

/** Sends what is written here as it is written, and takes in what others write, one request after another. */
export function openLine({ reference, editings, change, isInUse, hear }: LineParts) {
  let isAsking = false;
  let isAskedAgain = false;
  let lastWorkedAt = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const exchange = async (isLeaving: boolean): Promise<Heard> => {
    const sent = toSend(editings());
    for (const { name } of sent) change(name, onItsWay);
    const heard = await (sent.length > 0
      ? sendFields(reference, sent, isLeaving)
      : askFields(reference, knownOf(editings())));
    if (heard.line !== "open") {
      hear(heard.line, null);
      return heard;
    }
    const stands = new Map(heard.fields.map((shown) => [shown.name, shown]));
    for (const [name, shown] of stands) change(name, (one) => arrived(one, shown, isInUse(name)));
    for (const name of new Set(heard.problems.map((one) => one.name))) {
      const messages = heard.problems.filter((one) => one.name === name).map(({ message }) => message);
      change(name, (one) => refused(one, messages));
    }
    hear("open", sent.some(({ name, value }) => stands.get(name)?.value === value) ? heard.at : null);
    return heard;
  };

  const ask = async (isLeaving = false) => {
    clearTimeout(timer);
    isAskedAgain = isAsking;
    if (isAsking) return;
    isAsking = true;
    let heard = await exchange(isLeaving);
    while (heard.line === "open" && wasAskedAgain()) heard = await exchange(false);
    isAsking = false;
  };
  const wasAskedAgain = () => {
    const was = isAskedAgain;
    isAskedAgain = false;
    return was;
  };

  const hasToSend = () => [...editings().values()].some(isToSend);
  const isAtWork = () => hasToSend() || Date.now() - lastWorkedAt < restsAfterMs;
  const look = () => {
    if (document.visibilityState === "visible" && isAtWork()) void ask();
  };
  const onVisibility = () => {
    if (document.visibilityState === "visible") look();
    else if (hasToSend()) void ask(true);
  };
  const onWork = () => {
    lastWorkedAt = Date.now();
  };
  const onOnline = () => void ask();
  const onOffline = () => {
    hear("no-connection", null);
  };

  const every = setInterval(look, lookEveryMs);
  const stop = new AbortController();
  const { signal } = stop;
  document.addEventListener("visibilitychange", onVisibility, { signal });
  document.addEventListener("pointerdown", onWork, { signal });
  document.addEventListener("keydown", onWork, { signal });
  window.addEventListener("online", onOnline, { signal });
  window.addEventListener("offline", onOffline, { signal });

  return {
    /** After a pause in which nobody types. */
    soon: () => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), pauseMs);
    },
    /** Where there is something to send. */
    now: () => {
      if (hasToSend()) void ask();
    },
    close: () => {
      clearTimeout(timer);
      clearInterval(every);
      stop.abort();
    },
  };
}

export type Line = ReturnType<typeof openLine>;
