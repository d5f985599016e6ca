import type { Flag } from "./flag.ts";

/** A run of a text, and what was found in it. */
export interface HighlightPiece {
  text: string;
  flag: Flag | null;
}

/** A text cut into runs to be shown one after another; where flags overlap, the weightier one is shown whole. */
export function highlight(text: string, flags: readonly Flag[]): HighlightPiece[] {
  const shown = weightiest(flags);
  const pieces: HighlightPiece[] = [];
  let at = 0;
  for (const { flag, start, end } of shown) {
    if (start > at) pieces.push({ text: text.slice(at, start), flag: null });
    pieces.push({ text: text.slice(start, end), flag });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), flag: null });
  return pieces;
}

interface Shown {
  flag: Flag;
  start: number;
  end: number;
}

/** One sweep from left to right: what is left of a flag beside a weightier one is shown clipped. */
function weightiest(flags: readonly Flag[]): Shown[] {
  const held = swept(flags.filter(({ severity }) => severity === "must-hold"));
  const rest = swept(flags.filter(({ severity }) => severity === "warn"));
  const shown = [...held];
  let next = 0;
  for (const { flag, start, end } of rest) {
    let at = start;
    for (; next < held.length; next += 1) {
      const blocker = held[next];
      if (blocker === undefined || blocker.start >= end) break;
      if (at < blocker.start) shown.push({ flag, start: at, end: blocker.start });
      at = Math.max(at, blocker.end);
      // It may reach under the next warning too.
      if (blocker.end > end) break;
    }
    if (at < end) shown.push({ flag, start: at, end });
  }
  return shown.sort((one, other) => one.start - other.start);
}

function swept(flags: readonly Flag[]): Shown[] {
  const shown: Shown[] = [];
  let at = 0;
  for (const flag of [...flags].sort((one, other) => one.start - other.start || other.end - one.end)) {
    const start = Math.max(flag.start, at);
    if (start >= flag.end) continue;
    shown.push({ flag, start, end: flag.end });
    at = flag.end;
  }
  return shown;
}
