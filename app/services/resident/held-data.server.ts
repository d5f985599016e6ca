import * as held from "#db/queries/held-data.ts";
import type { HeldPart } from "#db/queries/held-data.ts";

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
  { key: "aboutYou", words: "your age band", ...held.heldResident },
  { key: "neighbourhoods", words: "the neighbourhoods you belong to, and how", ...held.heldConnections },
  { key: "concerns", words: "the concerns that you raised, in your own words", ...held.heldConcerns },
  { key: "concernSteps", words: "the steps that you took with concerns", ...held.heldConcernSteps },
  { key: "addedTo", words: "the concerns that you added yourself to", ...held.heldSupport },
  {
    key: "choosingSteps",
    words: "the steps that you took with votes and priorities",
    ...held.heldChoosingSteps,
  },
  { key: "sessions", words: "when and in which browsers you were signed in", ...held.heldSessions },
  { key: "codes", words: "when we sent you a code in the last day", ...held.heldCodes },
  { key: "limits", words: "how often a code was asked for", ...held.heldAllowances },
  { key: "messages", words: "messages that we sent you or are about to send", ...held.heldMessages },
  { key: "threads", words: "messages that you wrote to a team, and its answers", ...held.heldThreads },
  { key: "followings", words: "what you follow, and how often you hear of it", ...held.heldFollowings },
  { key: "notices", words: "notices of what was for you to do", ...held.heldStaffNotices },
  { key: "noticePace", words: "how you want to be told of it", ...held.heldStaffPreferences },
  { key: "stoppedMessages", words: "messages that you stopped", ...held.heldStops },
  { key: "roles", words: "roles that you were given", ...held.heldAppointments },
  { key: "absences", words: "when you were away", ...held.heldAbsences },
  { key: "posts", words: "posts that you hold in the force", ...held.heldPosts },
  { key: "identities", words: "how the force’s sign-in knows you", ...held.heldIdentities },
  { key: "passkeys", words: "the names of your passkeys", ...held.heldPasskeys },
  { key: "password", words: "when you changed your password", ...held.heldPassword },
  { key: "authenticator", words: "when you set up your authenticator app", ...held.heldAuthenticator },
  { key: "agreements", words: "agreements that you accepted", ...held.heldAgreements },
  { key: "lostProof", words: "that you lost a passkey or password", ...held.heldLostProof },
  { key: "unfinishedSteps", words: "sign-in steps that you did not finish", ...held.heldChallenges },
  { key: "panelSeats", words: "panel meetings that you were called to", ...held.heldPanelSeats },
  { key: "panelVotes", words: "how you voted on a panel", ...held.heldPanelVotes },
  { key: "panelInterests", words: "interests that you declared on a panel", ...held.heldPanelInterests },
  { key: "invitations", words: "invitations that were sent to you", ...held.heldInvitations },
  { key: "ballots", words: "your ballots, as long as we can tell them to be yours", ...held.heldBallots },
  { key: "paperBallots", words: "paper ballots of yours that are being entered", ...held.heldBatchLines },
  { key: "pageReports", words: "problems with pages that you reported", ...held.heldPageReports },
  { key: "record", words: "what our record says was done by you or with your account", ...held.heldAudit },
  { key: "account", words: "your email address and when you were last here", ...held.heldAccount },
];
