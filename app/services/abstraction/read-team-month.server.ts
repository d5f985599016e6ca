import { addMonths, spanOfMonth, type Month } from "#app/domain/abstraction/month.ts";
import type { Code, CodeKind } from "#app/domain/abstraction/codes.ts";
import { postMonth } from "#app/domain/abstraction/team-month.ts";
import { scopeOf, type Actor, type Scope } from "#app/domain/actor.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { definitionAt } from "#db/queries/abstraction-definition.ts";
import { entriesWithin, type AbstractionEntry } from "#db/queries/abstraction-entry.ts";
import { listDutiesOf } from "#db/queries/duty-confirm.ts";
import { listSlippedActions } from "#db/queries/plan-slipped.ts";
import { listPosts, postsOf, type Post } from "#db/queries/post.ts";
import { listTeamPlaces, readMonthTotals } from "#db/queries/team-month.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { recordOfficersRead } from "./record-officers-read.server.ts";

// More than a team of any force has in a month; only bounds.
const mostDuties = 4_000;
const mostSlipped = 50;

interface AskedMonth {
  month: Month;
  /** Null for the actor's own, or the first of theirs. */
  teamId: string | null;
}

/**
 * The month of one of the actor's teams: each post's days, what was not done because of it, and the kept figures of the
 * team's neighbourhoods. Null where the team is none of theirs.
 */
export const readTeamMonth = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { month, teamId }: AskedMonth,
) =>
  withActor(db, actor, async (tx) => {
    const scope = scopeOf(actor, "abstraction:read-officers");
    if (scope === null) return null;
    const today = londonDay(now);
    const reached = await listPosts(tx, scope, shownDay(month, today));
    const teamIds = [...new Set(reached.map((post) => post.teamId))];
    const shown = teamId ?? (await ownTeam(tx, actor, today, teamIds));
    if (shown === null) return { team: null, teams: [], month };
    if (!teamIds.includes(shown)) return null;
    const places = await listTeamPlaces(tx, teamIds);
    const ofTeam = places.filter((place) => place.teamId === shown);
    const neighbourhoodIds = ofTeam.flatMap(({ neighbourhoodId }) => neighbourhoodId ?? []);
    const posts = reached.filter((post) => post.teamId === shown);
    const days = await readDays(tx, month, posts);
    const slipped = await listSlippedActions(tx, scopeOf(actor, "plan:read"), neighbourhoodIds, {
      from: month,
      before: addMonths(month, 1),
      today,
      limit: mostSlipped,
    });
    const totals = isWhole(scope, neighbourhoodIds)
      ? await readMonthTotals(tx, neighbourhoodIds, { month, version: days.version })
      : null;
    await recordOfficersRead(
      tx,
      { actor, now },
      {
        page: "calendar",
        subjectKind: "team",
        subjectId: shown,
        neighbourhoodId: neighbourhoodIds[0] ?? null,
      },
    );
    return {
      month,
      teams: teamsOf(places),
      team: {
        id: shown,
        name: ofTeam[0]?.team ?? "",
        places: ofTeam.flatMap(({ neighbourhoodId, name }) => (neighbourhoodId === null ? [] : [name])),
        totals,
        slipped,
        ...days,
      },
    };
  });

/** Whoever held a post at the end of a month that is over, and today in the one that runs. */
const shownDay = (month: Month, today: Day): Day => {
  const after = addMonths(month, 1);
  return after <= today ? londonDay(new Date(spanOfMonth(month).to.getTime() - 1)) : today;
};

async function ownTeam(
  tx: Db,
  { accountId }: Actor,
  today: Day,
  teamIds: readonly string[],
): Promise<string | null> {
  const own = accountId === null ? [] : await postsOf(tx, accountId, today);
  return own.find((post) => teamIds.includes(post.teamId))?.teamId ?? teamIds[0] ?? null;
}

/** The figures of neighbourhoods that the actor has all of. */
const isWhole = (scope: Scope, neighbourhoodIds: readonly string[]) =>
  scope.isForce || neighbourhoodIds.every((id) => scope.neighbourhoodIds.includes(id));

const teamsOf = (places: Awaited<ReturnType<typeof listTeamPlaces>>) =>
  [...new Map(places.map(({ teamId, team }) => [teamId, { id: teamId, name: team }])).values()].sort(
    (one, other) => one.name.localeCompare(other.name),
  );

async function readDays(tx: Db, month: Month, posts: readonly Post[]) {
  const { version, codes } = await definitionAt(tx, month);
  const span = spanOfMonth(month);
  const ids = posts.map(({ id }) => id);
  const duties = await listDutiesOf(tx, ids, span, mostDuties);
  // A duty of the last night goes on into the next month.
  const entries = await entriesWithin(tx, ids, { ...span, to: new Date(span.to.getTime() + longestDutyMs) });
  const kinds = new Map(codes.map(({ code, kind }) => [code, kind]));
  const kindOf = (code: Code): CodeKind => kinds.get(code) ?? "neighbourhood";
  return {
    version,
    codes: codes.map(({ code, words, kind }) => ({ code, words, kind })),
    posts: posts.map(({ id, reference, holder }) => ({
      id,
      reference,
      holder,
      days: postMonth(month, kindOf, {
        duties: duties.filter(({ postId }) => postId === id),
        entries: entries.filter(({ postId }) => postId === id),
      }),
    })),
    notDone: entries.filter(({ startsAt }) => startsAt < span.to).flatMap(wasNotDone),
  };
}

const longestDutyMs = 36 * 3_600_000;

const wasNotDone = ({ id, code, startsAt, notDone }: AbstractionEntry) =>
  notDone === null ? [] : [{ id, code, startsAt, notDone }];

export type TeamMonth = NonNullable<NonNullable<Awaited<ReturnType<typeof readTeamMonth>>>["team"]>;
