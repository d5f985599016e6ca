/** The details of an audited act: words of ours, numbers, opaque ids. Never a name, an address or anybody's words. */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;

/** One act to record. `action` is `noun.verb`, as "session.start". */
export interface AuditEntry {
  action: `${string}.${string}`;
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
