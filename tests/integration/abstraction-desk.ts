import { randomUUID } from "node:crypto";
import { platform } from "#app/domain/actor.ts";
import type { Code } from "#app/domain/abstraction/codes.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import { now, openPeopleTest } from "./people-force.ts";

/** Who acts in these tests: the name of an account, the person who holds its post, or a role in an area. */
const holders = [
  ["Sergeant", "Archer"],
  ["Second sergeant", "Bell"],
  ["Constable", "Cole"],
  ["Other sergeant", "Elms"],
  ["Other constable", "Ford"],
] as const;
const appointed = [
  ["Inspector", "inspector", "section", "S1"],
  ["Other inspector", "inspector", "section", "S2"],
  ["Duty inspector", "duty-inspector", "bcu", "B1"],
  ["Commander", "commander", "bcu", "B1"],
  ["Analyst", "analyst", "force", null],
  ["Chief officer", "chief-officer", "force", null],
  ["Oversight", "oversight", "force", null],
  ["Administrator", "administrator", "force", null],
] as const;

export type DeskPerson = (typeof holders)[number][0] | (typeof appointed)[number][0];

/** How many minutes after the moment of these tests, as an instant. */
export const inMinutes = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

/**
 * The force of the people tests with two teams of its own and their accounts. Team T1: "post lead" (a sergeant, half in
 * n1, half in n2), "post pc" (n1), "post pcso" (n2). Team T2: "post head", "post beat" (both n3). Sections S1 (n1 to
 * n3) and S2 (n4). Response teams "team early" (minimum 8) and "team late" (minimum 6). The moment is Tuesday 24
 * November 2026 at 10am.
 */
export async function openAbstractionDesk() {
  const force = await openPeopleTest();
  await addSecondTeam(force.db, force.id);
  for (const [name, person] of holders) await force.account(name, { person });
  for (const [name, role, kind, code] of appointed) {
    await force.account(name);
    await force.appoint(name, role, { kind, areaId: code === null ? null : force.id(code) });
  }
  const { db, id } = force;
  return {
    ...force,
    /** Somebody as they act at the moment of these tests. */
    as: (name: DeskPerson) => force.actor(name),
    /** A duty of a post, by default from 8am to 4pm of the day; its id. */
    duty: (
      post: string,
      {
        from = inMinutes(-120),
        to = inMinutes(360),
        ...more
      }: { from?: Date; to?: Date } & Partial<
        Pick<
          typeof schema.duties.$inferInsert,
          "confirmedAs" | "confirmedAt" | "confirmedBy" | "isConfirmedInTime" | "source" | "sourceReference"
        >
      > = {},
    ): Promise<string> =>
      withActor(db, platform(), (tx) =>
        keepFigures(tx, [{ postId: id(post), from, to }], async () => {
          const dutyId = randomUUID();
          await tx
            .insert(schema.duties)
            .values({ id: dutyId, postId: id(post), startsAt: from, endsAt: to, source: "manual", ...more });
          return dutyId;
        }),
      ),
    /** The first version of an entry of a post, by default directed response for the last hour; its id. */
    entry: (
      post: string,
      {
        code = "R2",
        from = inMinutes(-60),
        to = now,
        ...more
      }: { code?: Code; from?: Date; to?: Date } & Partial<
        Omit<typeof schema.abstractionEntries.$inferInsert, "code" | "postId" | "startsAt" | "endsAt">
      > = {},
    ): Promise<string> =>
      withActor(db, platform(), (tx) =>
        keepFigures(tx, [{ postId: id(post), from, to }], async () => {
          const entryId = more.id ?? randomUUID();
          await tx.insert(schema.abstractionEntries).values({
            id: entryId,
            version: 1,
            postId: id(post),
            startsAt: from,
            endsAt: to,
            code,
            source: "log",
            enteredAt: now,
            ...more,
          });
          return entryId;
        }),
      ),
    /** Every version of an entry, the first one first. */
    versionsOf: (entryId: string) =>
      db.query.abstractionEntries.findMany({
        where: (t, { eq }) => eq(t.id, entryId),
        orderBy: (t, { asc }) => asc(t.version),
      }),
    dutiesOf: (post: string) =>
      db.query.duties.findMany({
        where: (t, { eq }) => eq(t.postId, id(post)),
        orderBy: (t, { asc }) => asc(t.startsAt),
      }),
  };
}

export type AbstractionDesk = Awaited<ReturnType<typeof openAbstractionDesk>>;

async function addSecondTeam(db: Db, id: (name: string) => string) {
  const second = [
    ["head", "sergeant", "Elms"],
    ["beat", "pc", "Ford"],
  ] as const;
  const edition = { editionId: id("teams") };
  await db
    .insert(schema.people)
    .values(second.map(([, , surname]) => ({ id: id(surname), reference: surname, surname })));
  await db
    .insert(schema.posts)
    .values(second.map(([reference]) => ({ id: id(`post ${reference}`), reference })));
  await db.insert(schema.postDetails).values(
    second.map(([reference, kind]) => ({
      ...edition,
      postId: id(`post ${reference}`),
      kind,
      teamId: id("T2"),
      agencyId: id("police"),
      fullTimeEquivalent: 1,
      fundingSource: "force" as const,
    })),
  );
  await db.insert(schema.postAllocations).values(
    second.map(([reference]) => ({
      ...edition,
      postId: id(`post ${reference}`),
      neighbourhoodId: id("n3"),
      weight: 1,
    })),
  );
  await db.insert(schema.postHoldings).values(
    second.map(([reference, , person]) => ({
      ...edition,
      postId: id(`post ${reference}`),
      personId: id(person),
      kind: "substantive" as const,
      heldFrom: "2024-01-01",
      publicNameOk: true,
      photoOk: false,
    })),
  );
  await db.insert(schema.responseTeams).values([
    { id: id("team early"), code: "E1", name: "Early turn", minimum: 8 },
    { id: id("team late"), code: "L1", name: "Late turn", minimum: 6 },
  ]);
}
