import { meetingTimeInWords } from "#app/domain/meeting/announcement.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { queueMailToMany } from "#app/services/mail/queue-mail-to-many.server.ts";
import type { Attendee } from "#db/queries/tasking-attendance.ts";
import type { TaskingGroup } from "#db/queries/tasking-group.ts";
import type { TaskingMeeting } from "#db/queries/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { meetingFile } from "./meeting-file.server.ts";
import { staffReadersOf } from "./staff-readers.server.ts";

/** What people are told of a meeting. */
export type Told = "called" | "moved" | "cancelled";

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
};

interface Asking {
  now: Date;
  publicUrl: string;
  meeting: TaskingMeeting;
  group: TaskingGroup;
  told: Told;
}

/**
 * Tells people of a meeting by mail, each with a calendar file of their own: when and where, and nothing of what it
 * talks about. Guests have no address here. Call it as the platform, in the transaction of what it tells of.
 */
export async function sendInvitations(
  tx: Db,
  asked: readonly Attendee[],
  { now, publicUrl, meeting, group, told }: Asking,
): Promise<void> {
  const { subject, says } = sayings[told];
  const when = meetingTimeInWords(meeting, londonDay(now));
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
    asked.flatMap(({ accountId, email, name }) => {
      if (accountId === null || email === null) return [];
      const ways = readers.has(accountId) ? paths.tasking : paths.partners;
      const url = `${publicUrl}${ways.meeting(meeting.reference)}`;
      const lines = [
        says(group.name, when),
        ...(told === "cancelled"
          ? []
          : [
              ...(meeting.place === null ? [] : [`Where: ${meeting.place}`]),
              ...(meeting.howToJoin === null ? [] : [`How to join: ${meeting.howToJoin}`]),
              `Say whether you come: ${url}`,
            ]),
        `For your calendar: ${publicUrl}${ways.calendarFile(meeting.reference)}`,
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
