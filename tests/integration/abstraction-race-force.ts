import { randomUUID } from "node:crypto";
import type { Actor } from "#app/domain/actor.ts";
import { platform } from "#app/domain/actor.ts";
import { monthsOf } from "#app/domain/abstraction/month.ts";
import { renewFigures } from "#db/queries/abstraction-figures.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export interface RaceForce {
  teams: readonly { actor: Actor; posts: readonly string[] }[];
}

/** The time at which these forces log. */
export const logNow = new Date("2026-11-24T10:00:00Z");

const postsOfTeam = 3;
const dutyDays = 10;
const hourMs = 3_600_000;

/** So many sergeants with a neighbourhood and posts each; each post serves the next neighbourhood by a quarter too. */
export async function fillRaceForce(
  db: Db,
  { teams: count, now }: { teams: number; now: Date },
): Promise<RaceForce> {
  const editionId = randomUUID();
  const agencyId = randomUUID();
  const teams = Array.from({ length: count }, (_, number) => ({
    number,
    id: randomUUID(),
    neighbourhoodId: randomUUID(),
    accountId: randomUUID(),
    posts: Array.from({ length: postsOfTeam }, () => randomUUID()),
  }));
  const next = (number: number) => teams[(number + 1) % count]?.neighbourhoodId ?? "";
  await db.insert(schema.editions).values({
    id: editionId,
    noun: "teams",
    status: "whole",
    source: "test",
    attribution: "",
    isIllustrative: true,
    digest: "",
    createdAt: now,
  });
  await db
    .insert(schema.editionTerms)
    .values({ noun: "teams", editionId, inForceFrom: new Date("2026-01-01T00:00:00Z") });
  await db
    .insert(schema.agencies)
    .values({ id: agencyId, code: "police", name: "The force", kind: "police" });
  await db
    .insert(schema.teams)
    .values(teams.map(({ id, number }) => ({ id, code: `T${number}`, name: `T${number}` })));
  await db.insert(schema.neighbourhoods).values(
    teams.map(({ neighbourhoodId, number }) => ({
      id: neighbourhoodId,
      code: `N${number}`,
      slug: `n${number}`,
      createdAt: now,
    })),
  );
  await db.insert(schema.accounts).values(
    teams.map(({ accountId, number }) => ({
      id: accountId,
      kind: "staff" as const,
      status: "active" as const,
      name: `Sergeant ${number}`,
      createdAt: now,
    })),
  );
  const posts = teams.flatMap((team) => team.posts.map((postId) => ({ postId, team })));
  await db.insert(schema.posts).values(posts.map(({ postId }) => ({ id: postId, reference: postId })));
  await db.insert(schema.postDetails).values(
    posts.map(({ postId, team }) => ({
      editionId,
      postId,
      kind: "pc" as const,
      teamId: team.id,
      agencyId,
      fullTimeEquivalent: 1,
      fundingSource: "force" as const,
    })),
  );
  await db.insert(schema.postAllocations).values(
    posts.flatMap(({ postId, team }) => [
      { editionId, postId, neighbourhoodId: team.neighbourhoodId, weight: 0.75 },
      { editionId, postId, neighbourhoodId: next(team.number), weight: 0.25 },
    ]),
  );
  const duties = posts.flatMap(({ postId }) =>
    Array.from({ length: dutyDays }, (_, day) => {
      const startsAt = new Date(now.getTime() - (day * 24 + 10) * hourMs);
      return {
        postId,
        startsAt,
        endsAt: new Date(startsAt.getTime() + 8 * hourMs),
        source: "manual" as const,
      };
    }),
  );
  await withActor(db, platform(), async (tx) => {
    await tx.insert(schema.duties).values(duties);
    const from = new Date(now.getTime() - 12 * 24 * hourMs);
    await renewFigures(tx, { months: monthsOf({ from, to: now }), neighbourhoodIds: null });
  });
  return {
    teams: teams.map(({ accountId, neighbourhoodId, posts: own }) => ({
      posts: own,
      actor: {
        kind: "staff",
        accountId,
        sessionId: null,
        requestId: null,
        roles: [{ role: "sergeant", area: { neighbourhoodIds: [neighbourhoodId] }, agencyId: null }],
      },
    })),
  };
}
