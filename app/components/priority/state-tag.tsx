import { Tag, type Tone } from "#app/components/govuk/tag.tsx";
import { priorityStateWords, type PriorityState } from "#app/domain/priority/states.ts";

const tones: Partial<Readonly<Record<PriorityState, Tone>>> = {
  "in-progress": "now",
  "feedback-open": "now",
  "panel-decision": "now",
  "signed-off": "good",
  "declined-by-force": "late",
};

/** Where a priority stands, in words: `words` where more is known of its end than its state. */
export function StateTag({ state, words }: { state: PriorityState; words?: string }) {
  return <Tag tone={tones[state] ?? "plain"}>{words ?? priorityStateWords[state]}</Tag>;
}
