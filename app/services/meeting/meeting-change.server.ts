import { done, refused, type Change, type FieldError, type Refused } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { problemsOfPublished, venueContacts } from "#app/domain/concern/published-words.ts";
import type { WantedMeeting } from "#app/domain/meeting/announcement.ts";
import { officersNamedIn } from "#app/domain/meeting/named-officers.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { lockMeeting, type FoundMeeting } from "#db/queries/meeting.ts";
import { insertNews } from "#db/queries/news.ts";
import { surnamesOfTeams } from "#db/queries/surname.ts";
import type { Db } from "#db/types.ts";

/** Which meeting, as whoever changes it saw it. */
export interface SeenMeeting {
  reference: string;
  version: number;
}

/** Whether somebody may announce a meeting in every one of these neighbourhoods. */
export const mayAnnounceIn = (actor: Actor, neighbourhoodIds: readonly string[]): boolean =>
  neighbourhoodIds.length > 0 &&
  neighbourhoodIds.every((neighbourhoodId) => can(actor, "meeting:announce", { neighbourhoodId }));

type Locked = { ok: true; meeting: FoundMeeting } | Refused;

/** The meeting, held until the transaction ends, where the actor may change it and nobody did in between. */
export async function lockForChange(
  tx: Db,
  actor: Actor,
  { reference, version }: SeenMeeting,
): Promise<Locked> {
  const meeting = await lockMeeting(tx, reference);
  const ids = meeting?.neighbourhoods.map(({ id }) => id) ?? [];
  if (meeting === null || !mayAnnounceIn(actor, ids))
    return refused("form", "You cannot change this meeting: it is for neighbourhoods that are not yours too");
  if (meeting.takenDownAt !== null) return refused("form", "This meeting was taken down");
  return meeting.version === version
    ? { ok: true, meeting }
    : refused("form", "Somebody changed this meeting meanwhile. Look at it again before you change it");
}

/** Tells the followers of every neighbourhood of a meeting. */
export const tellFollowers = (
  tx: Db,
  at: Date,
  {
    reference,
    neighbourhoodIds,
    line,
  }: { reference: string; neighbourhoodIds: readonly string[]; line: string },
): Promise<void> =>
  insertNews(
    tx,
    neighbourhoodIds.map((neighbourhoodId) => ({
      at,
      neighbourhoodId,
      kind: "neighbourhood" as const,
      subjectId: neighbourhoodId,
      line,
      path: paths.meeting(reference),
    })),
  );

/** What of an announcement points at a person. */
export const namedInMeeting = ({
  title,
  whoComes,
  place,
  joining,
  howToGetIn,
}: WantedMeeting): FieldError[] => [
  ...problemsOfPublished({ title, whoComes }),
  ...problemsOfPublished({ place, joining, howToGetIn }, venueContacts),
];

/** Refuses, until it is confirmed, to say where an officer will be by name. */
export async function warnOfNames(
  tx: Db,
  now: Date,
  {
    title,
    whoComes,
    neighbourhoodIds,
    isNamingMeant,
  }: { title: string; whoComes: string; neighbourhoodIds: readonly string[]; isNamingMeant: boolean },
): Promise<Change> {
  if (isNamingMeant) return done;
  const surnames = await surnamesOfTeams(tx, neighbourhoodIds, londonDay(now));
  const [named] = officersNamedIn(`${title} / ${whoComes}`, surnames);
  return named === undefined
    ? done
    : refused(
        "isNamingMeant",
        `“${named}” is the surname of somebody in the team. Write “your sergeant” or “a PCSO” instead, or confirm that no officer is meant`,
      );
}
