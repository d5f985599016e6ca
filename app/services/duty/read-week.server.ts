import { londonInstant } from "#app/domain/calendar/london-time.ts";
import { scopeOf, type Actor } from "#app/domain/actor.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { listDutiesBegun, type ListedDuty } from "#db/queries/duty-change.ts";
import { listPosts, type Post } from "#db/queries/post.ts";
import { placementsInForce } from "#db/queries/structure.ts";
import type { Db } from "#db/types.ts";

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

export async function readDutyWeek(
  tx: Db,
  actor: Actor,
  { teamId, monday, today }: { teamId: string | null; monday: Day; today: Day },
): Promise<DutyWeek> {
  const { teams, posts } = await writtenTeams(tx, actor, today);
  const team = teams.find(({ id }) => id === teamId) ?? teams[0] ?? null;
  const own = posts.filter((post) => post.teamId === team?.id);
  const week = { from: londonInstant(monday, 0), to: londonInstant(addDays(monday, 7), 0) };
  return {
    teams,
    team,
    posts: own.map(({ id, reference }) => ({ id, reference })),
    duties: await listDutiesBegun(
      tx,
      own.map(({ id }) => id),
      week,
    ),
  };
}
