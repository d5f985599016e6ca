import { randomUUID } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import type { Role } from "#app/domain/access.ts";
import type { AreaKind } from "#app/domain/account/account.ts";
import { platform, type Actor } from "#app/domain/actor.ts";
import { addDays, londonDay, type Day } from "#app/domain/team/day.ts";
import { actingRolesOf } from "#db/queries/shared-roles.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openPeopleTest } from "./people-force.ts";
import { taskingRows } from "./tasking-rows.ts";

type Appointed = readonly [name: string, role: Role, kind: AreaKind, area: string | null];

/** Police by the posts they hold, others by appointment. */
const holders = [
  ["Sergeant", "Archer"],
  ["Constable", "Cole"],
] as const;
const staff = [
  ["Inspector", "inspector", "section", "S1"],
  ["Far sergeant", "sergeant", "neighbourhood", "n4"],
  ["Commander", "commander", "bcu", "B1"],
  ["Analyst", "analyst", "force", null],
  ["Chief officer", "chief-officer", "force", null],
  ["Records", "records", "force", null],
  ["Administrator", "administrator", "force", null],
  ["Adviser", "iag-adviser", "force", null],
] as const satisfies readonly Appointed[];
const members = [
  ["Chair", "partnership-chair", "partnership", "P1"],
  ["Council officer", "partner", "partnership", "P1"],
  ["Second council officer", "partner", "partnership", "P1"],
  ["Housing officer", "partner", "partnership", "P1"],
  ["Far officer", "partner", "partnership", "P2"],
] as const satisfies readonly Appointed[];

const agencyOf = {
  Chair: "council",
  "Council officer": "council",
  "Second council officer": "council",
  "Housing officer": "housing",
  "Far officer": "far council",
} as const;

export type TaskingPerson =
  (typeof holders)[number][0] | (typeof staff)[number][0] | (typeof members)[number][0];

/** Who sits in the group of the desk, and for which agency. "Second council officer" does not. */
const seats: readonly [name: TaskingPerson, agency: string, position: string][] = [
  ["Chair", "council", "Head of community safety"],
  ["Inspector", "police", "Section inspector"],
  ["Sergeant", "police", "Sergeant of the SNT"],
  ["Council officer", "council", "Community safety officer"],
  ["Housing officer", "housing", "Tenancy officer"],
];

const hourMs = 3_600_000;

/**
 * The force of the people tests with joint work. Partnership P1 is n1 and n2, P2 is n3 and n4. The police, the council,
 * housing and youth services; the council and housing are party to agreement "A-22222" of P1, which holds for ten months
 * more; "far council" (P2) and youth are party to none. Group "PA" of P1 is chaired by Chair, a member of the council,
 * with the inspector as deputy; its meeting "J-22222" (number 1) is called for a week from now. Group "PB" of P2 is empty.
 * The moment is the real one: row-level security asks the database's own clock.
 */
export async function openTaskingDesk() {
  const force = await openPeopleTest();
  const { db, id } = force;
  const now = new Date();
  const today = londonDay(now);
  await addPlaces();
  for (const [name, person] of holders) await force.account(name, { person });
  for (const [name, role, kind, area] of staff) {
    await force.account(name);
    await force.appoint(name, role, { kind, areaId: area === null ? null : id(area) });
  }
  for (const [name, role, kind, area] of members) {
    await force.account(name, { kind: "member", agency: agencyOf[name] });
    await force.appoint(name, role, { kind, areaId: id(area) });
  }
  const rows = taskingRows(db, id, now);
  // As a session has them: agreements hold by the real day.
  const actor = async (name: string, kind: Actor["kind"] = "staff"): Promise<Actor> => ({
    kind,
    accountId: id(name),
    sessionId: null,
    requestId: "a-request",
    roles: await withActor(db, platform(), (tx) => actingRolesOf(tx, { accountId: id(name), kind }, today)),
  });
  const desk = {
    ...force,
    ...rows,
    actor,
    now,
    today,
    deps: { db, now },
    /** Somebody as they act now. */
    as: (name: TaskingPerson) => actor(name, Object.hasOwn(agencyOf, name) ? "member" : "staff"),
    /** Ends an agreement by its review day, as time does. */
    lapse: async (reference = "A-22222", reviewBy: Day = addDays(today, -1)) => {
      await db.update(schema.agreements).set({ reviewBy }).where(eq(schema.agreements.reference, reference));
    },
    /** Lets it hold again. */
    renew: async (reference = "A-22222") => {
      await db
        .update(schema.agreements)
        .set({ reviewBy: addDays(today, 300) })
        .where(eq(schema.agreements.reference, reference));
    },
    auditOf: async (action: string) =>
      (await db.select().from(schema.auditEvents).orderBy(schema.auditEvents.number)).filter(
        (event) => event.action === action,
      ),
    mails: () => db.select().from(schema.messages).orderBy(schema.messages.createdAt, schema.messages.id),
  };
  await rows.agreement("A-22222", ["police", "council", "housing"], { partnership: "P1" });
  await rows.group("PA", {
    partnership: "P1",
    neighbourhoods: ["n1", "n2"],
    chair: "Chair",
    deputy: "Inspector",
    seats,
  });
  await rows.group("PB", { partnership: "P2", neighbourhoods: ["n3", "n4"] });
  await rows.meeting("J-22222", {
    group: "PA",
    chair: "Chair",
    startsAt: new Date(now.getTime() + 7 * 24 * hourMs),
    seats,
  });
  return desk;

  async function addPlaces() {
    await db.insert(schema.partnerships).values({ id: id("P2"), code: "P2", name: "P2", slug: "p2" });
    await db
      .update(schema.placements)
      .set({ partnershipId: id("P2"), partnershipName: "P2" })
      .where(inArray(schema.placements.neighbourhoodId, [id("n3"), id("n4")]));
    await db.insert(schema.agencies).values([
      { id: id("housing"), code: "housing", name: "A housing association", kind: "housing" },
      { id: id("youth"), code: "youth", name: "Youth services", kind: "youth justice" },
      { id: id("far council"), code: "far-council", name: "Another council", kind: "district" },
    ]);
  }
}

export type TaskingDesk = Awaited<ReturnType<typeof openTaskingDesk>>;

/** A key such as a screen makes for each thing it sends. */
export const newKey = (): string => randomUUID();
