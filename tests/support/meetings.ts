import { visitor, type Actor } from "#app/domain/actor.ts";
import type { WantedMeeting } from "#app/domain/meeting/announcement.ts";
import { announceMeeting } from "#app/services/meeting/announce-meeting.server.ts";
import { reportPage } from "#app/services/page-report/report-page.server.ts";
import { findMeeting } from "#db/queries/meeting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

const hourMs = 3_600_000;

/** A drop-in a week after `now`, an hour and a half long. */
export const dropIn = (now: Date, change: Partial<WantedMeeting> = {}): WantedMeeting => ({
  kind: "drop-in",
  title: "Tea and talk",
  startsAt: new Date(now.getTime() + 168 * hourMs),
  endsAt: new Date(now.getTime() + 169.5 * hourMs),
  place: "Village Hall, Church Lane",
  joining: "",
  howToGetIn: "Side door, no steps",
  whoComes: "Your sergeant and a PCSO",
  isNamingMeant: false,
  ...change,
});

/** A sergeant of some neighbourhoods, as they act. */
export const sergeantOf = (neighbourhoodIds: readonly string[], accountId: string | null = null): Actor => ({
  kind: "staff",
  accountId,
  sessionId: null,
  requestId: null,
  roles: [{ role: "sergeant", area: { neighbourhoodIds }, agencyId: null }],
});

/** The references of a meeting that is announced, and of a report of a problem with its page. */
export async function reportedMeeting(db: Db, neighbourhoodId: string) {
  const now = new Date();
  const actor = sergeantOf([neighbourhoodId]);
  const announced = await announceMeeting({ db, now }, actor, {
    ...dropIn(now),
    neighbourhoodIds: [neighbourhoodId],
    isElectionMinded: false,
  });
  if (!announced.ok) throw new Error("The meeting was refused.");
  const meeting = await withActor(db, actor, (tx) => findMeeting(tx, announced.reference));
  const reported = await reportPage({ db, now, clientKey: "a-client" }, visitor(), {
    item: { kind: "meeting", id: meeting?.id ?? "" },
    problem: "wrong",
    words: "The hall is closed.",
  });
  if (!reported.ok) throw new Error("The report was refused.");
  return { meeting: announced.reference, pageReport: reported.reference };
}
