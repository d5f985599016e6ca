import { meetingTimeInWords } from "#app/domain/meeting/announcement.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { queueMailToMany } from "#app/services/mail/queue-mail-to-many.server.ts";
import type { Attendee } from "#db/queries/tasking-attendance.ts";
import { readersOfMinutes } from "#db/queries/tasking-circulation.ts";
import type { TaskingGroup } from "#db/queries/tasking-group.ts";
import type { TaskingMeeting } from "#db/queries/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { meetingFile } from "./meeting-file.server.ts";
import { staffReadersOf } from "./staff-readers.server.ts";

/** What people are told of a meeting. */
export type Told = "called" | "moved" | "cancelled" | "withdrawn";

const sayings: Readonly<Record<Told, { subject: string; says: (group: string, when: string) => string }>> = {
  called: {
    subject: "You are asked to a joint tasking meeting",
    says: (group, when) => `You are asked to a joint tasking meeting of ${group} on ${when}.`,
  },
  moved: {
    subject: "A joint tasking meeting has changed",
    says: (group, when) => `The joint tasking meeting of ${group} is now on ${when}.`,
  },
  cancelled: {
    subject: "A joint tasking meeting is cancelled",
    says: (group, when) => `The joint tasking meeting of ${group} on ${when} is cancelled.`,
  },
  withdrawn: {
    subject: "You are no longer asked to a joint tasking meeting",
    says: (group, when) =>
      `You have no seat in ${group} any more, and are not asked to its joint tasking meeting on ${when}.`,
  },
};

interface Asking {
  now: Date;
  publicUrl: string;
  group: TaskingGroup;
  told: Told;
}

/** Somebody who is told of a meeting. */
interface Asked extends Pick<Attendee, "accountId" | "email" | "name" | "agencyKind"> {
  meeting: TaskingMeeting;
}

/**
 * Tells people of a meeting by mail, each with a calendar file of their own: when and where, and nothing of what it
 * talks about. Where it is and how to join it are for those alone who may read it now: not for a partner whose agreement
 * has lapsed, or who left their agency. That it is off is for everybody who was asked. Guests have no address here. Call
 * it as the platform, in the transaction of what it tells of.
 */
export async function sendInvitations(
  tx: Db,
  attendees: readonly Attendee[],
  { meeting, ...asking }: Asking & { meeting: TaskingMeeting },
): Promise<void> {
  const asked = attendees.filter(({ isWithdrawn }) => !isWithdrawn).map((one) => ({ ...one, meeting }));
  if (asking.told === "cancelled") return tellOfMeetings(tx, asked, asking);
  const entitled = await readersOfMinutes(tx, meeting.id, londonDay(asking.now));
  const ids = new Set<string | null>(entitled.map(({ id }) => id));
  return tellOfMeetings(
    tx,
    asked.filter(({ accountId }) => ids.has(accountId)),
    asking,
  );
}

/** The same of several meetings, to whoever is given. */
export async function tellOfMeetings(
  tx: Db,
  asked: readonly Asked[],
  { now, publicUrl, group, told }: Asking,
): Promise<void> {
  const { subject, says } = sayings[told];
  const isOff = told === "cancelled" || told === "withdrawn";
  const officers = asked.filter(({ agencyKind }) => agencyKind === "police");
  const readers = await staffReadersOf(
    tx,
    officers.flatMap(({ accountId }) => accountId ?? []),
    londonDay(now),
  );
  await queueMailToMany(
    tx,
    now,
    { purpose: "staff-notice", subject },
    asked.flatMap(({ meeting: held, accountId, email, name }) => {
      if (accountId === null || email === null) return [];
      const meeting = isOff ? offOf(held) : held;
      const ways = readers.has(accountId) ? paths.tasking : paths.partners;
      const url = `${publicUrl}${ways.meeting(meeting.reference)}`;
      const lines = [
        says(group.name, meetingTimeInWords(meeting, londonDay(now))),
        ...(isOff
          ? []
          : [
              ...(meeting.place === null ? [] : [`Where: ${meeting.place}`]),
              ...(meeting.howToJoin === null ? [] : [`How to join: ${meeting.howToJoin}`]),
              `Say whether you come: ${url}`,
            ]),
        ...(told === "withdrawn"
          ? []
          : [`For your calendar: ${publicUrl}${ways.calendarFile(meeting.reference)}`]),
      ];
      const attendee = { name: name ?? "", email };
      return [
        {
          accountId,
          email,
          hasStopped: false,
          body: lines.join("\n\n"),
          calendar: meetingFile({ meeting, group, url, attendee }),
        },
      ];
    }),
  );
}

/** A meeting as a calendar drops it: what is off needs no place. */
const offOf = (meeting: TaskingMeeting): TaskingMeeting => ({
  ...meeting,
  state: "cancelled",
  place: null,
  howToJoin: null,
});
