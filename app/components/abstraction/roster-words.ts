import type { RosterState } from "#app/domain/abstraction/words.ts";
import type { Tone } from "#app/components/govuk/tag.tsx";

/** What became of an import, as its page says it. */
export const rosterStateWords: Readonly<Record<RosterState, readonly [words: string, tone: Tone]>> = {
  staging: ["Being read", "now"],
  "in-force": ["In force", "good"],
  refused: ["Refused", "late"],
  stopped: ["Stopped", "late"],
};
