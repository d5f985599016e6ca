import { memberKindWords } from "#app/domain/member/member.ts";
import { invitationDays } from "#app/domain/member/invitation.ts";
import type { MemberKind } from "#app/domain/account/account.ts";
import type { Mail } from "#app/services/mail/queue-mail.server.ts";

type Letter = Pick<Mail, "purpose" | "subject" | "body" | "isSecret">;

const paragraphs = (...lines: readonly string[]) => lines.join("\n\n");

/** The link is in it, so its text goes as soon as it was sent. */
export const invitationMail = (kind: MemberKind, inviter: string, url: string): Letter => ({
  purpose: "invitation",
  isSecret: true,
  subject: "Your invitation to Safer Neighbourhoods",
  body: paragraphs(
    `${inviter} invites you to Safer Neighbourhoods as ${memberKindWords[kind].as}.`,
    `To accept, open this link within ${invitationDays} days:`,
    url,
    "If you did not expect this, do nothing. The link stops working by itself.",
  ),
});

export const wayBackMail = (inviter: string, url: string): Letter => ({
  purpose: "invitation",
  isSecret: true,
  subject: "A new way to sign in to Safer Neighbourhoods",
  body: paragraphs(
    `${inviter} sends you a link to set up a new way to sign in. It replaces your passkeys and your password.`,
    `Open it within ${invitationDays} days:`,
    url,
    "If you did not ask for this, do nothing and tell the person who invited you.",
  ),
});

export const roleAddedMail = (kind: MemberKind): Letter => ({
  purpose: "account-notice",
  subject: "Your Safer Neighbourhoods account",
  body: `You are now also here as ${memberKindWords[kind].as}. Sign in as before.`,
});

/** @param what as it follows "your", in the past: "password was changed" */
export const proofChangedMail = (what: string, securityUrl: string): Letter => ({
  purpose: "account-notice",
  subject: "Your sign-in details were changed",
  body: paragraphs(
    `On Safer Neighbourhoods, ${what}.`,
    "If that was you, there is nothing to do.",
    `If it was not, sign in and look at your sign-in details, and tell the person who invited you: ${securityUrl}`,
  ),
});

export const wrongCodesMail = (securityUrl: string): Letter => ({
  purpose: "account-notice",
  subject: "Somebody may know your password",
  body: paragraphs(
    "Somebody gave your right password on Safer Neighbourhoods, and then several wrong codes. They were not let in.",
    "If that was you, there is nothing to do.",
    `If it was not, change your password: ${securityUrl}`,
  ),
});

/** To staff: the name stands on the page behind the link, not in the mail. */
export const lostProofMail = (membersUrl: string): Letter => ({
  purpose: "staff-notice",
  subject: "Somebody you invited cannot sign in",
  body: paragraphs(
    "A member you invited says that they lost their passkey or password.",
    "Check who they are in person, or by ringing a number you already had. Then send them a way back:",
    membersUrl,
  ),
});

export const endedMail = (): Letter => ({
  purpose: "account-notice",
  subject: "Your Safer Neighbourhoods account was closed",
  body: "Your access to Safer Neighbourhoods has ended. If you think this is a mistake, ask the person who invited you.",
});
