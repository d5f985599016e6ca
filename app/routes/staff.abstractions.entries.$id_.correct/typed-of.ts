import { typedTimesOf } from "#app/components/abstraction/typed-times-of.ts";
import type { AbstractionEntry } from "#db/queries/abstraction-entry.ts";

const text = (value: string | number | null) => (value === null ? "" : String(value));

/** A stored entry as the form shows it. */
export const typedOf = (entry: AbstractionEntry) => ({
  code: entry.code,
  responseTeamId: text(entry.responseTeamId),
  minimum: text(entry.minimum),
  actual: text(entry.actual),
  ...typedTimesOf(entry),
  isPlanned: entry.isPlanned ? "yes" : "",
  requesterUnit: text(entry.requesterUnit),
  requesterRole: text(entry.requesterRole),
  authoriserRole: text(entry.authoriserRole),
  exemptIncident: text(entry.exemptIncident),
  reason: text(entry.reason),
  neighbourhoodId: text(entry.neighbourhoodId),
  priorityId: text(entry.priorityId),
  notDone: text(entry.notDone),
  evidenceReference: text(entry.evidenceReference),
});
