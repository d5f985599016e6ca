import type { listActivities } from "#db/queries/engagement-activity.ts";

type Held = Awaited<ReturnType<typeof listActivities>>[number];

/** An activity as the page shows it; who may not change it reads who runs it by name alone. */
export const shownActivity = (held: Held, mayWrite: boolean) => ({
  id: held.id,
  number: held.number,
  purpose: held.purpose,
  method: held.method,
  audience: held.audience,
  place: held.place,
  heldOn: held.heldOn,
  hours: held.hours,
  formatAndLanguage: held.formatAndLanguage,
  ownerId: mayWrite ? held.ownerId : null,
  agencyId: mayWrite ? held.agencyId : null,
  runBy: held.runBy,
  targetReach: held.targetReach,
  actualReach: held.actualReach,
  heard: held.heard,
  feedbackGiven: held.feedbackGiven,
  feedbackOn: held.feedbackOn,
  costPence: held.costPence,
  isCancelled: held.isCancelled,
});

export type ShownActivity = ReturnType<typeof shownActivity>;
