import type { AuditFinding } from "#app/domain/audit/finding.ts";
import type { CheckedRows } from "#db/queries/audit-check.ts";

/** What a checked page has wrong with it, row by row. */
export function findingsOf({ flawed }: Pick<CheckedRows, "flawed">): AuditFinding[] {
  return flawed.flatMap(({ number, numberBefore, isEdited, isUnlinked }): AuditFinding[] => {
    const isGap = number > numberBefore + 1;
    return [
      ...(isGap ? [{ kind: "missing" as const, number: numberBefore + 1, last: number - 1 }] : []),
      ...(isEdited ? [{ kind: "edited" as const, number }] : []),
      // After a gap nothing can follow from the row before.
      ...(isUnlinked && !isGap && !isEdited ? [{ kind: "unlinked" as const, number }] : []),
    ];
  });
}
