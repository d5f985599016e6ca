import { randomUUID } from "node:crypto";
import type { AccountKind, AccountStatus, AreaKind } from "#app/domain/account/account.ts";
import type { Role } from "#app/domain/access.ts";
import { platform, type Actor } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { HoldingKind, PostKind } from "#app/domain/team/team.ts";
import { insertAccount } from "#db/queries/account.ts";
import { heldRolesOf } from "#db/queries/held-roles.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { openTestDatabase } from "#tests/support/database.ts";

/** The moment of these tests, and its day in London. */
export const now = new Date("2026-11-24T10:00:00Z");
export const today = londonDay(now);

// Team, section, BCU of each neighbourhood: T1 and T2 are one section, T3 another of the same BCU.
const places = [
  ["n1", "T1", "S1"],
  ["n2", "T1", "S1"],
  ["n3", "T2", "S1"],
  ["n4", "T3", "S2"],
] as const;

const posts: readonly [reference: string, kind: PostKind, team: string, allocated: readonly string[]][] = [
  ["lead", "sergeant", "T1", ["n1", "n2"]],
  ["second", "sergeant", "T1", []],
  ["pc", "pc", "T1", ["n1"]],
  ["pcso", "pcso", "T1", ["n2"]],
  ["empty", "sergeant", "T2", []],
  ["special", "special", "T3", ["n4"]],
  ["warden", "warden", "T3", ["n4"]],
];

type Holding = readonly [post: string, person: string, kind: HoldingKind, from: string, to: string | null];
const holdings: readonly Holding[] = [
  ["lead", "Archer", "substantive", "2024-01-01", null],
  ["second", "Bell", "substantive", "2024-01-01", null],
  ["pc", "Cole", "substantive", "2024-01-01", null],
  ["pcso", "Dean", "substantive", "2024-01-01", "2026-11-24"],
  ["empty", "Cole", "acting", "2026-11-25", "2026-11-30"],
  ["special", "Dean", "cover", "2026-11-25", null],
  ["warden", "Wood", "substantive", "2024-01-01", null],
];

/** A small force with its structure and teams in force, and what its tests ask of it. */
export async function openPeopleTest() {
  const { db, close } = await openTestDatabase();
  const known = new Map<string, string>();
  const id = (name: string) => {
    const given = known.get(name) ?? randomUUID();
    known.set(name, given);
    return given;
  };
  await fillForce(db, id);
  const account = (
    name: string,
    {
      person,
      kind = "staff",
      status = "active",
      agency,
    }: { person?: string; kind?: AccountKind; status?: AccountStatus; agency?: string } = {},
  ) =>
    withActor(db, platform(), (tx) =>
      insertAccount(tx, {
        id: id(name),
        kind,
        status,
        name,
        email: `${name.toLowerCase().replaceAll(" ", ".")}@force.example`,
        personId: person === undefined ? null : id(person),
        agencyId: agency === undefined ? null : id(agency),
        createdAt: now,
      }),
    );
  const appoint = (
    name: string,
    role: Role,
    { kind = "force", areaId = null }: { kind?: AreaKind; areaId?: string | null } = {},
  ) =>
    withActor(db, platform(), async (tx) => {
      await tx.insert(schema.appointments).values({
        accountId: id(name),
        role,
        areaKind: kind,
        areaId,
        startsOn: "2026-01-01",
        createdAt: now,
      });
    });
  return {
    db,
    close,
    id,
    account,
    appoint,
    deps: { db, now },
    /** Somebody as they act at the moment of these tests. */
    actor: async (name: string, kind: Actor["kind"] = "staff"): Promise<Actor> => ({
      kind,
      accountId: id(name),
      sessionId: null,
      requestId: "a-request",
      roles: await withActor(db, platform(), (tx) => heldRolesOf(tx, id(name), today)),
    }),
    rolesOf: (name: string, day = today) => withActor(db, platform(), (tx) => heldRolesOf(tx, id(name), day)),
    /** The record's actions, oldest first. */
    actions: async () =>
      (await db.select().from(schema.auditEvents).orderBy(schema.auditEvents.number)).map(
        ({ action }) => action,
      ),
  };
}

export type PeopleTest = Awaited<ReturnType<typeof openPeopleTest>>;

export async function fillForce(db: Db, id: (name: string) => string) {
  const coded = (codes: readonly string[]) => codes.map((code) => ({ id: id(code), code, name: code }));
  const editions = ["structure", "teams"] as const;
  await db.insert(schema.editions).values(
    editions.map((noun) => ({
      id: id(noun),
      noun,
      status: "whole" as const,
      source: "test",
      attribution: "",
      isIllustrative: true,
      digest: "",
      createdAt: now,
    })),
  );
  await db
    .insert(schema.editionTerms)
    .values(editions.map((noun) => ({ noun, editionId: id(noun), inForceFrom: now })));
  await db.insert(schema.bcus).values(coded(["B1"]));
  await db.insert(schema.sections).values(coded(["S1", "S2"]));
  await db.insert(schema.teams).values(coded(["T1", "T2", "T3"]));
  await db.insert(schema.partnerships).values({ id: id("P1"), code: "P1", name: "P1", slug: "p1" });
  await db
    .insert(schema.neighbourhoods)
    .values(places.map(([code]) => ({ id: id(code), code, slug: code, createdAt: now })));
  await db.insert(schema.placements).values(
    places.map(([code, team, section]) => ({
      editionId: id("structure"),
      neighbourhoodId: id(code),
      bcuId: id("B1"),
      sectionId: id(section),
      partnershipId: id("P1"),
      teamId: id(team),
      bcuName: "B1",
      sectionName: section,
      partnershipName: "P1",
      teamName: team,
    })),
  );
  await db.insert(schema.agencies).values([
    { id: id("police"), code: "police", name: "The force", kind: "police" },
    { id: id("council"), code: "council", name: "A council", kind: "district" },
  ]);
  const names = [...new Set(holdings.map(([, person]) => person))];
  await db
    .insert(schema.people)
    .values(names.map((surname) => ({ id: id(surname), reference: surname, surname })));
  await db
    .insert(schema.posts)
    .values(posts.map(([reference]) => ({ id: id(`post ${reference}`), reference })));
  await db.insert(schema.postDetails).values(
    posts.map(([reference, kind, team]) => ({
      editionId: id("teams"),
      postId: id(`post ${reference}`),
      kind,
      teamId: id(team),
      agencyId: id(kind === "warden" ? "council" : "police"),
      fullTimeEquivalent: 1,
      fundingSource: "force" as const,
    })),
  );
  await db.insert(schema.postAllocations).values(
    posts.flatMap(([reference, , , allocated]) =>
      allocated.map((code) => ({
        editionId: id("teams"),
        postId: id(`post ${reference}`),
        neighbourhoodId: id(code),
        weight: 1 / allocated.length,
      })),
    ),
  );
  await db.insert(schema.postHoldings).values(
    holdings.map(([post, person, kind, heldFrom, heldTo]) => ({
      editionId: id("teams"),
      postId: id(`post ${post}`),
      personId: id(person),
      kind,
      heldFrom,
      heldTo,
      publicNameOk: true,
      photoOk: false,
    })),
  );
}
