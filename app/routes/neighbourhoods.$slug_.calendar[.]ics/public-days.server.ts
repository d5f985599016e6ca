import { activityMethodWords } from "#app/domain/engagement/engagement.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import type { FeedDay } from "#app/services/meeting/calendar-feed.server.ts";
import { activityDates, roundDates, targetDates } from "#db/queries/public-dates.ts";
import type { Db } from "#db/types.ts";

/** The whole days that matter to the residents of a neighbourhood: to answer, to come, to see an aim reached. */
export async function publicDays(
  tx: Db,
  neighbourhoodId: string,
  since: Day,
  publicUrl: string,
): Promise<FeedDay[]> {
  const of = (reference: string) => ({ url: `${publicUrl}${paths.priority(reference)}`, isCancelled: false });
  const rounds = await roundDates(tx, neighbourhoodId, since);
  const activities = await activityDates(tx, neighbourhoodId, since);
  const targets = await targetDates(tx, neighbourhoodId, since);
  return [
    ...rounds.map(({ id, reference, title, kind, opensOn, closesOn, isExtended }) => ({
      ...of(reference),
      id: `feedback-${id}`,
      on: closesOn,
      summary: `Last day to say ${kind === "lasting" ? "whether it has lasted" : "whether it worked"}: ${title}`,
      description: "Anybody who lives, works or studies here can answer.",
      place: null,
      revision: isExtended ? 1 : 0,
      // A round is moved once, on the last day that it had first.
      changedAt: new Date(`${isExtended ? addDays(opensOn, 1) : opensOn}T00:00:00Z`),
    })),
    ...activities.flatMap(({ heldOn, ...one }) =>
      heldOn === null
        ? []
        : [
            {
              ...of(one.reference),
              id: `activity-${one.id}`,
              on: heldOn,
              summary: `${activityMethodWords[one.method]}: ${one.title}`,
              description: [one.hours, one.audience].filter((words) => words?.trim()).join("\n"),
              place: one.place,
              isCancelled: one.isCancelled,
              revision: one.version,
              changedAt: one.changedAt,
            },
          ],
    ),
    ...targets.map(({ id, reference, title, on, version, changedAt }) => ({
      ...of(reference),
      id: `aim-${id}`,
      on,
      summary: `The aim is to be reached: ${title}`,
      description: "See what has changed, and what was late and why.",
      place: null,
      revision: version,
      changedAt,
    })),
  ];
}
