import type { ConcernState } from "#app/domain/concern/states.ts";
import { stateWords } from "#app/domain/concern/words.ts";

/** A state by itself, as a label: "Waiting to be read". */
export function stateLabel(state: ConcernState): string {
  const words = stateWords[state].toStaff;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
