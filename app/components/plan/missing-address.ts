import type { Missing } from "#app/domain/plan/gate.ts";
import { slugOfField } from "#app/domain/plan/parts.ts";
import { paths } from "#app/paths.ts";

/** Where what a stage still needs is written. */
export function missingAddress(reference: string, missing: Missing): string {
  const { field } = missing;
  if (field !== null) return paths.staff.planField(reference, slugOfField(field), `field-${field}`);
  return missing.beside === "actions"
    ? paths.staff.planActions(reference)
    : paths.staff.planInvolvement(reference);
}
