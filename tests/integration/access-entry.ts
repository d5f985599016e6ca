import type { Role } from "#app/domain/access.ts";
import type { Permission } from "#app/domain/permissions.ts";

/** What stands in the database of the matrix test: in the area and agency that every role there has, and elsewhere. */
export interface Things {
  person: string;
  member: string;
  memberElsewhere: string;
  cycle: string;
  cycleElsewhere: string;
  batch: string;
  batchElsewhere: string;
  agencyCode: string;
  /** The reference of an information-sharing agreement. */
  agreement: string;
  message: string;
  /** References of residents on paper. */
  resident: string;
  residentElsewhere: string;
  /** To the team of their neighbourhood. */
  thread: string;
  threadReference: string;
  threadElsewhere: string;
  /** References. */
  meeting: string;
  pageReport: string;
  elsewhereReported: { meeting: string; pageReport: string };
  /** References: one on everybody's page, one that its raiser alone sees. */
  concern: string;
  unpublishedConcern: string;
  /** A concern that waits for somebody to decide. */
  waitingConcern: string;
  waitingElsewhere: string;
  /** Its candidates are being chosen, and it has one. */
  /** A cycle whose candidates are being chosen, with one numbered 91. */
  preparing: string;
  preparingElsewhere: string;
  /** An open meeting, its cycle, and a priority. */
  panel: string;
  panelCycle: string;
  priority: string;
  measure: string;
  panelElsewhere: { panel: string; panelCycle: string; priority: string; measure: string };
  /** Actions of the agency that every role there has, and of another. */
  partnerAction: string;
  partnerActionElsewhere: string;
  /** Of what a post was used for. */
  entry: string;
  entryElsewhere: string;
  /** Requests for officers. */
  officerRequest: string;
  officerRequestElsewhere: string;
  /** Escalated, so that a chief officer writes in it as well; and one of elsewhere with an action. */
  improvement: string;
  improvementElsewhere: string;
  improvementActionElsewhere: string;
  /** Duties of posts of that area and of another, and an import. */
  duty: string;
  dutyElsewhere: string;
  roster: string;
  /** References of joint tasking meetings, to which none of the roles that ask was asked. */
  jointMeeting: string;
  jointMeetingElsewhere: string;
  /** Items of their agendas. */
  jointItem: string;
  jointItemElsewhere: string;
  /** Actions of joint tasking: of the agency that every role there has, and of another in another area. */
  jointAction: string;
  jointActionElsewhere: string;
  /** References of community impact assessments. */
  impact: string;
  impactElsewhere: string;
}

export type Opener =
  | "anyone"
  | "signed-in"
  | "resident"
  | "staff"
  | "member"
  | "demonstration"
  // Whoever may be given a seat in joint meetings.
  | "seat"
  // A key of an agency, which no session is.
  | "agency-key"
  | Permission
  | readonly Permission[];

/** Who may open an address (any of several permissions, where they are a list), and who may send its form where that is somebody else. */
export interface Entry {
  opens: Opener | readonly Permission[];
  changes?: Opener;
  /** Whoever has one of these opens what is their own there: what fills it is another's. */
  opensOwn?: readonly Permission[];
  /** Asks for a proof of the last ten minutes as well. */
  isFreshOnly?: true;
  /** Its parameters filled with something that is there. */
  at?: (things: Things) => string;
  /** The same of another area or agency: not there for a role that is given for an area. Asked for where a role is. */
  elsewhere?: (things: Things) => string;
  /** Somebody's own: what fills it is there, and for none of the roles that ask. */
  isAnothers?: true;
  /** Roles to whom it is there all the same. */
  isTheirs?: readonly Role[];
}
