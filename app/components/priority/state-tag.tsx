import { Tag, type Tone } from "#app/components/govuk/tag.tsx";
import { priorityStateWords, type PriorityState } from "#app/domain/priority/states.ts";

const tones: Partial<Readonly<Record<PriorityState, Tone>>> = {
  "in-progress": "now",
  "feedback-open": "now",
  "panel-decision": "now",
  "signed-off": "good",
  "declined-by-force": "late",
};

/** Where a priority stands, in words. */
export function StateTag({ state }: { state: PriorityState }) {
  return <Tag tone={tones[state] ?? "plain"}>{priorityStateWords[state]}</Tag>;
}
