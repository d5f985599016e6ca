import { nextWorkingDay } from "#app/domain/calendar/bank-holidays.ts";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { timeInWords } from "#app/domain/calendar/words.ts";
import type { MailPurpose } from "#app/domain/mail/mail.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";

/** What a resident may follow. A voter who asks what comes of a vote follows the cycle. */
export const followedKinds = ["concern", "priority", "neighbourhood", "cycle"] as const;
export type FollowedKind = (typeof followedKinds)[number];

/** Message by message, or once a month. */
export const followingPaces = ["each", "monthly"] as const;
export type FollowingPace = (typeof followingPaces)[number];

/** How staff are told of what is new, late or escalated. */
export const staffPaces = ["each", "daily", "none"] as const;
export type StaffPace = (typeof staffPaces)[number];

/** What a follower's mail of a line of news is about, and so what stops it. A meeting is the team's news. */
export function purposeOfNews({ kind, path }: { kind: FollowedKind; path: string }): MailPurpose {
  if (path.startsWith("/meetings/")) return "team-news";
  return kind === "concern" ? "concern-update" : "priority-update";
}

/** Whether a line of news is what came of a priority, which everybody hears who took part in it, followers or not. */
export const isToldToAll = ({ kind, path }: { kind: FollowedKind; path: string }): boolean =>
  kind === "priority" && path.endsWith("#result");

export const followedWords: Readonly<Record<FollowedKind, string>> = {
  concern: "concern",
  priority: "priority",
  neighbourhood: "neighbourhood",
  cycle: "vote",
};

export const followingPaceWords: Readonly<Record<FollowingPace, string>> = {
  each: "As it happens",
  monthly: "Once a month, all in one email",
};

export const staffPaceWords: Readonly<Record<StaffPace, string>> = {
  each: "As it happens",
  daily: "Once a day, at 7am",
  none: "No emails: I look here",
};

const digestHour = 7;

/** When the digest of a month goes out, and up to when it tells: its first working day, at 7am in London. */
export function digestBoundary(today: Day): Date {
  const dayBefore = addDays(`${today.slice(0, 7)}-01`, -1);
  return morningOf(nextWorkingDay(dayBefore));
}

/** The instant of 7am in London on a day, whatever the clocks do in its night. */
export function morningOf(day: Day): Date {
  const asUtc = new Date(`${day}T0${digestHour}:00:00Z`);
  const inSummer = hoursAfter(asUtc, -1);
  return timeInWords(inSummer) === `${digestHour}am` ? inSummer : asUtc;
}
