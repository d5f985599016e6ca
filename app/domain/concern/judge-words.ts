import { detect } from "./detection/detect.ts";
import type { FlagKind } from "./detection/flag.ts";
import { alarmAt, isThreatToLife, isUrgent, suggestedRoute, type DiversionRoute } from "./diversion.ts";

/** All that a resident wrote about one concern. */
export interface WrittenWords {
  words: string;
  placeWords: string | null;
  whenWords: string | null;
  effectWords: string | null;
}

/** What was written in one box alone. */
export const wordsOnly = (words: string): WrittenWords => ({
  words,
  placeWords: null,
  whenWords: null,
  effectWords: null,
});

/** What detection makes of a resident's words, before a person has read them. */
export interface Judgement {
  /** What was found, by kind, each once. */
  flags: FlagKind[];
  /** The door that it may belong to; null where it belongs here. */
  route: DiversionRoute | null;
  isUrgent: boolean;
  /** The hand-off to make at once; null where nobody has to be woken. */
  handOff: { route: DiversionRoute; alarmAt: Date } | null;
}

/**
 * Judges what a resident wrote, all of it together: what is said under "when" may be what matters. The alarm goes
 * after the minutes that the force set.
 */
export function judgeWords(
  { words, placeWords, whenWords, effectWords }: WrittenWords,
  at: Date,
  alarmMinutes?: number,
): Judgement {
  const found = [words, placeWords, whenWords, effectWords].flatMap((text) =>
    text === null ? [] : detect(text),
  );
  const route = suggestedRoute(found);
  const isPressing = isUrgent(route);
  const clock = { raisedAt: at, isThreatToLife: isThreatToLife(found), acknowledgedAt: null };
  return {
    flags: [...new Set(found.map(({ kind }) => kind))],
    route,
    isUrgent: isPressing,
    handOff: isPressing && route !== null ? { route, alarmAt: alarmAt(clock, alarmMinutes) } : null,
  };
}
