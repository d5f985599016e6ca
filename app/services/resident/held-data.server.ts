import type { HeldPart } from "#db/queries/held-data.ts";
import { heldDisputes, heldDuties, heldEntries } from "#db/queries/held-data-abstraction.ts";
import {
  heldImprovementActions,
  heldImprovementReviews,
  heldImprovements,
  heldImprovementSteps,
} from "#db/queries/held-data-abstraction-improvement.ts";
import {
  heldAccount,
  heldResident,
  heldConnections,
  heldIdentities,
  heldInvitations,
} from "#db/queries/held-data-account.ts";
import { heldAudit } from "#db/queries/held-data-audit.ts";
import { heldConcerns, heldConcernSteps, heldSupport } from "#db/queries/held-data-concern.ts";
import { heldChoosingSteps, heldBallots, heldBatchLines } from "#db/queries/held-data-cycle.ts";
import { heldMessages, heldStops, heldFollowings } from "#db/queries/held-data-mail.ts";
import {
  heldPasskeys,
  heldPassword,
  heldAuthenticator,
  heldAgreements,
  heldLostProof,
} from "#db/queries/held-data-member.ts";
import { heldPageReports } from "#db/queries/held-data-page-report.ts";
import { heldFeedback, heldFeedbackAsks } from "#db/queries/held-data-feedback.ts";
import { heldPlanSteps } from "#db/queries/held-data-plan.ts";
import { heldPanelSeats, heldPanelVotes, heldPanelInterests } from "#db/queries/held-data-panel.ts";
import {
  heldAppointments,
  heldAbsences,
  heldCalendar,
  heldPosts,
  heldStaffPreferences,
  heldStaffNotices,
} from "#db/queries/held-data-post.ts";
import { heldSessions, heldCodes, heldAllowances, heldChallenges } from "#db/queries/held-data-session.ts";
import {
  heldImpact,
  heldTaskingMeetings,
  heldTaskingSeats,
  heldTaskingSteps,
} from "#db/queries/held-data-tasking.ts";
import { heldThreads } from "#db/queries/held-data-thread.ts";

/** One part of what is held about a person, as the file names it and the page says it. */
export interface HeldData extends HeldPart {
  key: string;
  words: string;
}

/**
 * All that is held about a person, kind by kind: what the file of one's own data holds, and what erasing goes through,
 * the account itself last. Whoever adds a table that names a person adds it here.
 */
export const heldData: readonly HeldData[] = [
  { key: "aboutYou", words: "your age band", ...heldResident },
  { key: "neighbourhoods", words: "the neighbourhoods you belong to, and how", ...heldConnections },
  { key: "concerns", words: "the concerns that you raised, in your own words", ...heldConcerns },
  { key: "concernSteps", words: "the steps that you took with concerns", ...heldConcernSteps },
  { key: "addedTo", words: "the concerns that you added yourself to", ...heldSupport },
  {
    key: "choosingSteps",
    words: "the steps that you took with votes and priorities",
    ...heldChoosingSteps,
  },
  { key: "sessions", words: "when and in which browsers you were signed in", ...heldSessions },
  { key: "codes", words: "when we sent you a code in the last day", ...heldCodes },
  { key: "limits", words: "how often a code was asked for", ...heldAllowances },
  { key: "messages", words: "messages that we sent you or are about to send", ...heldMessages },
  { key: "threads", words: "messages that you wrote to a team, and its answers", ...heldThreads },
  { key: "followings", words: "what you follow, and how often you hear of it", ...heldFollowings },
  { key: "notices", words: "notices of what was for you to do", ...heldStaffNotices },
  { key: "noticePace", words: "how you want to be told of it", ...heldStaffPreferences },
  { key: "calendar", words: "when you made the address of your calendar", ...heldCalendar },
  { key: "stoppedMessages", words: "messages that you stopped", ...heldStops },
  { key: "roles", words: "roles that you were given", ...heldAppointments },
  { key: "absences", words: "when you were away", ...heldAbsences },
  { key: "posts", words: "posts that you hold in the force", ...heldPosts },
  { key: "duties", words: "duties of your posts, and those that you confirmed", ...heldDuties },
  {
    key: "abstractions",
    words: "what your posts were used for, and what you wrote of others’",
    ...heldEntries,
  },
  { key: "disputes", words: "what you said of such entries, and what you answered", ...heldDisputes },
  { key: "identities", words: "how the force’s sign-in knows you", ...heldIdentities },
  { key: "passkeys", words: "the names of your passkeys", ...heldPasskeys },
  { key: "password", words: "when you changed your password", ...heldPassword },
  { key: "authenticator", words: "when you set up your authenticator app", ...heldAuthenticator },
  { key: "agreements", words: "agreements that you accepted", ...heldAgreements },
  { key: "lostProof", words: "that you lost a passkey or password", ...heldLostProof },
  { key: "unfinishedSteps", words: "sign-in steps that you did not finish", ...heldChallenges },
  { key: "feedback", words: "what you said of priorities", ...heldFeedback },
  { key: "feedbackAsks", words: "when you were asked about priorities", ...heldFeedbackAsks },
  { key: "planSteps", words: "steps that you took with plans", ...heldPlanSteps },
  { key: "improvements", words: "improvement plans that are yours", ...heldImprovements },
  { key: "improvementActions", words: "actions of improvements that are yours", ...heldImprovementActions },
  { key: "improvementReviews", words: "improvements that you reviewed", ...heldImprovementReviews },
  { key: "improvementSteps", words: "steps that you took with improvements", ...heldImprovementSteps },
  { key: "taskingSeats", words: "your seats in joint tasking", ...heldTaskingSeats },
  { key: "taskingMeetings", words: "joint tasking meetings that you were asked to", ...heldTaskingMeetings },
  { key: "taskingSteps", words: "what you were asked and did in joint tasking", ...heldTaskingSteps },
  { key: "impact", words: "community impact assessments that you worked on", ...heldImpact },
  { key: "panelSeats", words: "panel meetings that you were called to", ...heldPanelSeats },
  { key: "panelVotes", words: "how you voted on a panel", ...heldPanelVotes },
  { key: "panelInterests", words: "interests that you declared on a panel", ...heldPanelInterests },
  { key: "invitations", words: "invitations that were sent to you", ...heldInvitations },
  { key: "ballots", words: "your ballots, as long as we can tell them to be yours", ...heldBallots },
  { key: "paperBallots", words: "paper ballots of yours that are being entered", ...heldBatchLines },
  { key: "pageReports", words: "problems with pages that you reported", ...heldPageReports },
  { key: "record", words: "what our record says was done by you or with your account", ...heldAudit },
  { key: "account", words: "your email address and when you were last here", ...heldAccount },
];
