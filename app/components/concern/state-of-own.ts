import type { Tone } from "#app/components/govuk/tag.tsx";
import type { ConcernState } from "#app/domain/concern/states.ts";
import { stateInPublic } from "./state-in-public.ts";

const states: Partial<Readonly<Record<ConcernState, { words: string; tone: Tone }>>> = {
  submitted: { words: "Waiting to be read", tone: "plain" },
  triage: { words: "Being read", tone: "plain" },
  changed: { words: "Being read again", tone: "plain" },
  "returned-for-rewording": { words: "Waiting for you", tone: "now" },
  rejected: { words: "Not taken further", tone: "plain" },
  appealed: { words: "Being looked at again", tone: "plain" },
  upheld: { words: "Not taken further", tone: "plain" },
};

/** Where a concern stands, for whoever raised it. A diverted one says no more than that it was passed on. */
export const stateOfOwn = (state: ConcernState) =>
  states[state] ??
  (state.startsWith("diverted-") ? { words: "Passed on", tone: "plain" as const } : stateInPublic(state));
