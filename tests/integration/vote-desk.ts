import { randomUUID } from "node:crypto";
import type { Role } from "#app/domain/access.ts";
import { platform, type Actor } from "#app/domain/actor.ts";
import type { AccountKind, AgeBand, Connection } from "#app/domain/account/account.ts";
import type { CycleStage } from "#app/domain/cycle/stages.ts";
import { defaultCycleSettings, timetableOf } from "#app/domain/cycle/timetable.ts";
import type { BallotWish } from "#app/services/ballot/cast-ballot.server.ts";
import { emailKeyOf } from "#app/services/keys/keys.server.ts";
import { insertBatch } from "#db/queries/batch.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { testKeys as keys } from "#tests/support/listening-server.ts";

/** A day on which the vote of these tests is open, and the first of its panel. */
export const noon = new Date("2026-02-20T12:00:00Z");
const startsOn = "2026-01-05";
const { voting, panel, ...others } = timetableOf(startsOn, defaultCycleSettings);
export const panelOpens = new Date(`${panel.firstDay}T09:00:00Z`);

export async function addNeighbourhood(db: Db): Promise<string> {
  const id = randomUUID();
  const name = id.slice(0, 8);
  await db.insert(schema.neighbourhoods).values({ id, code: name, slug: `n-${name}`, createdAt: noon });
  return id;
}

/** A cycle with so many candidates on its shortlist, and one left off. */
export async function addCycle(
  db: Db,
  neighbourhoodId: string,
  {
    stage = "voting",
    candidates = 5,
    number = 1,
  }: { stage?: CycleStage; candidates?: number; number?: number } = {},
): Promise<string> {
  const id = randomUUID();
  await db.insert(schema.cycles).values({
    id,
    neighbourhoodId,
    number,
    stage,
    startsOn,
    raisingEndsOn: others.raising.lastDay,
    researchEndsOn: others.research.lastDay,
    shortlistingEndsOn: others.shortlisting.lastDay,
    votingEndsOn: voting.lastDay,
    panelEndsOn: panel.lastDay,
    liveEndsOn: others.live.lastDay,
    reviewingEndsOn: others.reviewing.lastDay,
    changedAt: noon,
  });
  await db.insert(schema.candidates).values(
    Array.from({ length: candidates + 1 }, (_, at) => ({
      cycleId: id,
      number: at + 1,
      category: "other" as const,
      title: `Problem ${at + 1}`,
      statement: "What is wrong.",
      raisers: at,
      isShortlisted: at < candidates,
      leftOffReason: at < candidates ? null : "Already solved",
      changedAt: noon,
    })),
  );
  return id;
}

const roleOf = (role: Role) => [{ role, area: "force", agencyId: null } as const];

/** People without a session: what services are told of whoever acts. */
export const actorOf = (
  accountId: string,
  role: Role = "resident",
  kind: Actor["kind"] = "resident",
): Actor => ({ kind, accountId, sessionId: null, requestId: null, roles: roleOf(role) });

/** Residents who said how old they are and how they belong to a neighbourhood. */
export async function addVoters(
  db: Db,
  neighbourhoodId: string,
  count: number,
  {
    ageBand = "18+",
    connection = "live",
    kind = "resident",
    emails,
  }: {
    ageBand?: AgeBand | null;
    connection?: Connection | null;
    kind?: AccountKind;
    emails?: readonly string[];
  } = {},
): Promise<Actor[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  const emailOf = (id: string, at: number) => emails?.[at] ?? `${id}@example.org`;
  await withActor(db, platform(), async (tx) => {
    await tx.insert(schema.accounts).values(
      ids.map((id, at) => ({
        id,
        kind,
        status: "active" as const,
        emailKey: emailKeyOf(keys, emailOf(id, at)),
        createdAt: noon,
      })),
    );
    if (ageBand !== null)
      await tx.insert(schema.residents).values(ids.map((accountId) => ({ accountId, ageBand })));
    if (connection !== null)
      await tx
        .insert(schema.residentConnections)
        .values(ids.map((accountId) => ({ accountId, neighbourhoodId, kind: connection })));
  });
  return ids.map((id) => actorOf(id, kind === "member" ? "kin-member" : "resident", kind));
}

export const wish = (
  cycleId: string,
  choices: readonly number[],
  more: Partial<BallotWish> = {},
): BallotWish => ({
  cycleId,
  choices,
  ageBand: null,
  connection: null,
  part: null,
  isToBeTold: false,
  ...more,
});

export const seePlatform = <Value>(db: Db, work: (tx: Db) => Promise<Value>) =>
  withActor(db, platform(), work);

export const allBallots = (db: Db) => seePlatform(db, (tx) => tx.select().from(schema.ballots));

/** A numbered batch of papers that nobody entered yet; its id. */
export const addBatch = (db: Db, cycleId: string): Promise<string> =>
  seePlatform(db, async (tx) => (await insertBatch(tx, cycleId, "paper", noon)).id);
