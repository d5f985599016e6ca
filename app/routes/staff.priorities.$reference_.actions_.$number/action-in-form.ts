import type { PlanAction } from "#db/queries/plan-action.ts";

/** An action as the forms of its page need it. */
export const actionInForm = ({
  number,
  version,
  state,
  kind,
  task,
  publicLine,
  publicReason,
  agencyId,
  ownerId,
  startsOn,
  dueOn,
  costPence,
}: PlanAction) => ({
  number,
  version,
  state,
  kind,
  task,
  publicLine,
  publicReason,
  agencyId,
  ownerId,
  startsOn,
  dueOn,
  costPence,
});
