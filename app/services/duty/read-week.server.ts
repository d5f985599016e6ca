import { londonInstant } from "#app/domain/calendar/london-time.ts";
import { scopeOf, type Actor } from "#app/domain/actor.ts";
import { addDays, londonDay, type Day } from "#app/domain/team/day.ts";
import { recordOfficersRead } from "#app/services/abstraction/record-officers-read.server.ts";
import { listDutiesBegun, type ListedDuty } from "#db/queries/duty-change.ts";
import { listPosts, type Post } from "#db/queries/post.ts";
import { placementsInForce } from "#db/queries/structure.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export interface TeamOfPosts {
  id: string;
  name: string;
}

/** The teams whose duties an actor writes, one of them, its posts and what they are rostered for in a week. */
export interface DutyWeek {
  teams: TeamOfPosts[];
  team: TeamOfPosts | null;
  posts: Pick<Post, "id" | "reference">[];
  duties: ListedDuty[];
}

export async function writtenTeams(
  tx: Db,
  actor: Actor,
  today: Day,
): Promise<{ teams: TeamOfPosts[]; posts: Post[] }> {
  const scope = scopeOf(actor, "duty:write");
  const posts = scope === null ? [] : await listPosts(tx, scope, today);
  const placements = await placementsInForce(tx);
  const nameOf = new Map(placements.map(({ neighbourhoodId, team }) => [neighbourhoodId, team.name]));
  const names = new Map<string, string>();
  for (const { teamId, neighbourhoodIds } of posts)
    for (const id of neighbourhoodIds) names.set(teamId, names.get(teamId) ?? nameOf.get(id) ?? "A team");
  const teams = [...names].map(([id, name]) => ({ id, name }));
  return { teams: teams.sort((one, other) => one.name.localeCompare(other.name)), posts };
}

/** A team's week, which the record says was looked at: when an officer is on duty is their own record. */
export const readDutyWeek = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { teamId, monday }: { teamId: string | null; monday: Day },
): Promise<DutyWeek> =>
  withActor(db, actor, async (tx) => {
    const { teams, posts } = await writtenTeams(tx, actor, londonDay(now));
    const team = teams.find(({ id }) => id === teamId) ?? teams[0] ?? null;
    const own = posts.filter((post) => post.teamId === team?.id);
    const week = { from: londonInstant(monday, 0), to: londonInstant(addDays(monday, 7), 0) };
    const postIds = own.map(({ id }) => id);
    const duties = await listDutiesBegun(tx, postIds, week);
    if (team !== null)
      await recordOfficersRead(
        tx,
        { actor, now },
        {
          page: "duties",
          subjectKind: "team",
          subjectId: team.id,
          neighbourhoodId: own[0]?.neighbourhoodIds[0] ?? null,
        },
      );
    return { teams, team, posts: own.map(({ id, reference }) => ({ id, reference })), duties };
  });
