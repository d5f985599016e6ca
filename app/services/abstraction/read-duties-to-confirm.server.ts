import { lateBefore } from "#app/domain/abstraction/confirmation.ts";
import { spanOfWeek, weekOf } from "#app/domain/abstraction/week.ts";
import { scopeOf, type Actor } from "#app/domain/actor.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { definitionAt } from "#db/queries/abstraction-definition.ts";
import { listDutiesToConfirm, weeksToConfirm } from "#db/queries/duty-confirm.ts";
import { listEntriesInDuties } from "#db/queries/entries-in-duties.ts";
import { findPosts } from "#db/queries/post.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { recordOfficersRead } from "./record-officers-read.server.ts";

// A week of the largest team, twice over.
const mostShown = 200;
const mostEntries = 4_000;

/**
 * The duties that wait for the actor to account for them (of one week, or of all), with what is logged in each; which
 * ended first stands first. Null for whoever confirms nothing.
 */
export const readDutiesToConfirm = ({ db, now }: { db: Db; now: Date }, actor: Actor, week: Day | null) =>
  withActor(db, actor, async (tx) => {
    const scope = scopeOf(actor, "abstraction:confirm");
    if (scope === null) return null;
    const begun = week === null ? null : spanOfWeek(week);
    const weeks = await weeksToConfirm(tx, scope, now);
    // One more than is shown says whether there are more.
    const found = await listDutiesToConfirm(tx, scope, { now, begun, limit: mostShown + 1 });
    const duties = found.slice(0, mostShown);
    const today = londonDay(now);
    const ids = duties.map(({ id }) => id);
    const entries = await listEntriesInDuties(tx, ids, mostEntries);
    const posts = await findPosts(tx, [...new Set(duties.map(({ postId }) => postId))], today);
    const { codes } = await definitionAt(tx, today);
    if (duties.length > 0)
      await recordOfficersRead(
        tx,
        { actor, now },
        {
          page: "confirm",
          subjectKind: "team",
          subjectId: posts[0]?.teamId ?? null,
          neighbourhoodId: posts[0]?.neighbourhoodIds[0] ?? null,
        },
      );
    const late = lateBefore(now);
    return {
      weeks,
      hasMore: found.length > duties.length,
      duties: duties.map(({ id, postId, startsAt, endsAt }) => {
        const post = posts.find((one) => one.id === postId);
        return {
          id,
          postId,
          startsAt,
          endsAt,
          week: weekOf(londonDay(startsAt)),
          isLate: endsAt < late,
          post: post?.reference ?? "",
          holder: post?.holder ?? null,
          entries: entries.flatMap(({ dutyId, code, ...entry }) =>
            dutyId === id
              ? [
                  {
                    id: entry.id,
                    code,
                    words: codes.find((rule) => rule.code === code)?.words ?? "",
                    startsAt: entry.startsAt,
                    endsAt: entry.endsAt,
                  },
                ]
              : [],
          ),
        };
      }),
    };
  });

export type DutyToConfirm = NonNullable<Awaited<ReturnType<typeof readDutiesToConfirm>>>["duties"][number];
