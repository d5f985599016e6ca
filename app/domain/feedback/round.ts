import type { PriorityState } from "#app/domain/priority/states.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { RoundKind } from "./answers.ts";

/** Which question residents are asked of a priority in this state. */
export const roundKindOf = (state: PriorityState): RoundKind =>
  state === "signed-off" ? "lasting" : "sign-off";

/** Whether a round takes answers: after its last day it does not, also while it waits to be counted. */
export const isTakingAnswers = (
  { opensOn, closesOn, closedAt }: { opensOn: Day; closesOn: Day; closedAt: Date | null },
  today: Day,
): boolean => closedAt === null && opensOn <= today && today <= closesOn;
