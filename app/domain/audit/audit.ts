import type { AuditAction } from "./actions.ts";

/** The details of an audited act: words of ours, numbers, opaque ids. Never a name, an address or anybody's words. */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;

/** One act to record. */
export interface AuditEntry {
  action: AuditAction;
  subjectKind: string;
  /** An opaque id, or a reference that everybody may know. */
  subjectId: string | null;
  /** Where it belongs to, for those who may read the record of their own area only. */
  neighbourhoodId?: string | null;
  agencyId?: string | null;
  /** A reason code, never free text. */
  reason?: string | null;
  details?: AuditDetails;
}
