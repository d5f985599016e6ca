import { Tag, type Tone } from "#app/components/govuk/tag.tsx";
import { improvementStateWords } from "#app/domain/abstraction/improvement-words.ts";
import type { ImprovementState } from "#app/domain/abstraction/words.ts";

const tones: Readonly<Record<ImprovementState, Tone>> = {
  within: "good",
  watch: "plain",
  "plan-required": "now",
  "plan-live": "now",
  escalated: "late",
  closed: "good",
};

/** How an improvement stands. */
export function ImprovementTag({ state }: { state: ImprovementState }) {
  return <Tag tone={tones[state]}>{improvementStateWords[state]}</Tag>;
}
