import { dayInWords, londonDayEnd } from "#app/domain/account/day-words.ts";
import { refused, type Refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { CalledPanel } from "#app/domain/panel/call.ts";
import type { ResolutionFormat, ResolutionKind } from "#app/domain/panel/resolution-kinds.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import { addDays, daysBetween, londonDay, type Day } from "#app/domain/team/day.ts";
import { queueMailToMany } from "#app/services/mail/queue-mail-to-many.server.ts";
import { addressesOf, insertResolution } from "#db/queries/panel.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { seatsOf } from "./seats.server.ts";

/** When and how a panel meets. */
export interface MeetingPlan {
  format: ResolutionFormat;
  heldOn: Day;
  /** Days after the meeting in which members may vote in writing; none closes the vote with the meeting's day. */
  writtenVoteDays: number;
}

export type MeetingOpened = { ok: true; id: string } | Refused;

const mostDaysAhead = 60;

/** What is wrong with when a panel is to meet; null where nothing is. */
export function problemOfPlan(
  { heldOn, writtenVoteDays }: MeetingPlan,
  today: Day,
  settings: Settings,
): Refused | null {
  const ahead = daysBetween(today, heldOn);
  if (ahead < 0) return refused("heldOn", "Enter a day that is today or later");
  if (ahead > mostDaysAhead) return refused("heldOn", `Enter a day within the next ${mostDaysAhead} days`);
  return writtenVoteDays > settings.writtenVoteDays
    ? refused("writtenVoteDays", `Members may vote in writing for at most ${settings.writtenVoteDays} days`)
    : null;
}

/** Opens a meeting with its members and motions, and invites the members. */
export async function openMeeting(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  { format, heldOn, writtenVoteDays }: MeetingPlan,
  about: {
    kind: ResolutionKind;
    neighbourhoodId: string;
    cycleId: string | null;
    round: number;
    panel: CalledPanel;
    items: readonly { candidateId?: string; priorityId?: string; place: number }[];
  },
): Promise<string> {
  const { panel, items, ...of } = about;
  const { isInterim, membersTotal, quorum } = panel;
  const seats = seatsOf(panel);
  const closesAt = londonDayEnd(addDays(heldOn, writtenVoteDays));
  const id = await insertResolution(
    tx,
    {
      ...of,
      format,
      state: "open",
      heldOn,
      isInterim,
      membersTotal,
      quorum,
      openedBy: actor.accountId,
      openedAt: now,
      closesAt,
    },
    seats,
    items,
  );
  const addresses = await addressesOf(
    tx,
    seats.map(({ accountId }) => accountId),
  );
  const body = invitation(heldOn, closesAt, format);
  await queueMailToMany(
    tx,
    now,
    { purpose: "account-notice", subject: "Your panel meets" },
    addresses.map((address) => ({ ...address, hasStopped: false, body })),
  );
  await recordAudit(tx, actor, now, {
    action: "panel.convene",
    subjectKind: "resolution",
    subjectId: id,
    neighbourhoodId: about.neighbourhoodId,
    details: { kind: about.kind, round: about.round, members: membersTotal, quorum, isInterim },
  });
  return id;
}

const heldWords: Readonly<Record<ResolutionFormat, string>> = {
  "in-person": "The panel of your neighbourhood meets in person on",
  online: "The panel of your neighbourhood meets online on",
  written: "The panel of your neighbourhood decides in writing from",
};

const invitation = (heldOn: Day, closesAt: Date, format: ResolutionFormat) =>
  [
    `${heldWords[format]} ${dayInWords(heldOn)}.`,
    `The papers are on our website: sign in and open “Your panel”. If you cannot be there, you can vote in writing until the end of ${dayInWords(addDays(londonDay(closesAt), -1))}.`,
    "If you have an interest in something that is to be decided, say so there: you need not say what it is.",
  ].join("\n\n");
