import type { Day } from "#app/domain/team/day.ts";

/** What somebody asks of the audit record; null narrows nothing. */
export interface AuditFilter {
  /** Both days included. */
  fromDay: Day | null;
  toDay: Day | null;
  action: string | null;
  /** The id of an account. */
  actorId: string | null;
  /** An opaque id or a reference that everybody may know. */
  subjectId: string | null;
  neighbourhoodId: string | null;
}

/** One row of the record, ready to be shown. */
export interface AuditLine {
  number: number;
  at: Date;
  action: string;
  actorKind: string;
  actorId: string | null;
  /** Null where the account has no name any more, or it is not for the reader. */
  actorName: string | null;
  subjectKind: string;
  subjectId: string | null;
  subjectName: string | null;
  neighbourhoodId: string | null;
  neighbourhoodName: string | null;
  reason: string | null;
  requestId: string | null;
  details: Readonly<Record<string, string | number | boolean | null>>;
}

const idOrReference = /^(?=.*\d)[A-Za-z0-9-]{2,64}$/;

/** Whether what was typed can be the id or reference of a subject. A name has no digit: it must not reach an address or the record. */
export const isSubjectId = (typed: string): boolean => idOrReference.test(typed);
