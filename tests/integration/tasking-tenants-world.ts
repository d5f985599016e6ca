import { createHash, randomUUID } from "node:crypto";
import { inArray } from "drizzle-orm";
import type { AreaKind } from "#app/domain/account/account.ts";
import type { Role } from "#app/domain/access.ts";
import { platform, type Actor } from "#app/domain/actor.ts";
import { addDays, londonDay, type Day } from "#app/domain/team/day.ts";
import { insertAccount } from "#db/queries/account.ts";
import { heldRolesOf } from "#db/queries/held-roles.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { fillForce } from "./people-force.ts";
import { plantMeetings } from "./tasking-tenants-meetings.ts";
import { keyOf, referenceIn, sides, tenants, word, type Side, type Tenant } from "./tasking-tenants-words.ts";

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

/** The one neighbourhood of each, which is its own slug. */
export const hoodOf = { red: "n1", green: "n2", blue: "n3" } as const;
export type TenantWorld = Awaited<ReturnType<typeof fillTenantWorld>>;

/**
 * Of each area: a partnership of one neighbourhood, its council, an agreement of both with the police, a tasking group
 * with meetings called, open, finished and cancelled, its actions, a priority with its plan, an impact assessment. In
 * red sat two more agencies: grey, who was asked once and is no more, and amber, whose agreement lapsed today.
 */
export async function fillTenantWorld(db: Db) {
  const known = new Map<string, string>();
  const id = (name: string): string => {
    const given = known.get(name) ?? randomUUID();
    known.set(name, given);
    return given;
  };
  const now = new Date();
  const today = londonDay(now);
  await fillForce(db, id);
  await db.insert(schema.agencies).values(
    tenants.map((tenant) => ({
      id: id(tenant),
      code: `${tenant}-agency`,
      name: `Council ${tenant}`,
      kind: "district" as const,
    })),
  );
  for (const side of sides) await addPartnership(side);
  await addPeople();
  const world = { db, id, now, today };
  for (const side of sides) {
    await addAgreements(side);
    await addKey(side, `key ${side}`);
    await addKey(side, `ended key ${side}`, { endedAt: now });
    await addImpact(side);
    await plantMeetings(world, side);
  }
  await addKey("grey", "key grey");
  await addKey("amber", "key amber");
  return world;

  async function addPartnership(side: Side) {
    const row = { id: id(`partnership ${side}`), code: side, name: `Partnership ${side}`, slug: side };
    await db.insert(schema.partnerships).values(row);
    await db
      .update(schema.placements)
      .set({ partnershipId: row.id, partnershipName: row.name })
      .where(inArray(schema.placements.neighbourhoodId, [id(hoodOf[side])]));
    known.set(`hood ${side}`, id(hoodOf[side]));
  }

  /** Somebody whose own name is a word of a tenant, with a role that ended yesterday where it was taken. */
  async function person(
    name: string,
    of: Tenant,
    role: Role,
    area: readonly [AreaKind, string | null],
    { agency, endsOn = null }: { agency?: Tenant; endsOn?: Day | null } = {},
  ) {
    const kind = agency === undefined ? "staff" : "member";
    const email = `${name.replaceAll(" ", ".")}@force.example`;
    await withActor(db, platform(), async (tx) => {
      await insertAccount(tx, {
        id: id(name),
        kind,
        status: "active",
        name: word(of, "name"),
        email,
        emailKey: email,
        agencyId: agency === undefined ? null : id(agency),
        createdAt: now,
      });
      const [areaKind, areaId] = area;
      await tx.insert(schema.appointments).values({
        accountId: id(name),
        role,
        areaKind,
        areaId,
        startsOn: "2026-01-01",
        endsOn,
        createdAt: now,
      });
    });
  }

  async function addPeople() {
    for (const side of sides) {
      const hood = ["neighbourhood", id(`hood ${side}`)] as const;
      const place = ["partnership", id(`partnership ${side}`)] as const;
      const agency = { agency: side };
      await person(`officer ${side}`, side, "partner", place, agency);
      await person(`chair ${side}`, side, "partnership-chair", place, agency);
      await person(`sergeant ${side}`, side, "sergeant", hood);
      await person(`inspector ${side}`, side, "inspector", hood);
      await person(`adviser ${side}`, side, "iag-adviser", hood);
    }
    const red = ["partnership", id("partnership red")] as const;
    const green = ["partnership", id("partnership green")] as const;
    const yesterday = addDays(today, -1);
    await person("former attendee", "grey", "partner", red, { agency: "grey" });
    await person("lapsed", "amber", "partner", red, { agency: "amber" });
    await person("lapsed chair", "amber", "partnership-chair", red, { agency: "amber" });
    await person("taken member", "red", "partner", red, { agency: "red", endsOn: yesterday });
    await person("taken sergeant", "red", "sergeant", ["neighbourhood", id("hood red")], {
      endsOn: yesterday,
    });
    await person("changed", "green", "partner", green, { agency: "green" });
    await person("trainer", "grey", "training", ["force", null]);
    await person("administrator", "grey", "administrator", ["force", null]);
  }

  async function addAgreements(side: Side) {
    const reference = referenceIn(side, "A");
    const of = (tenant: Tenant) => ({
      partnershipId: id(`partnership ${side}`),
      title: word(tenant, "title"),
      purpose: word(tenant, "purpose"),
      gateway: "crime-and-disorder-115" as const,
      dataItems: word(tenant, "dataitems"),
      security: word(tenant, "security"),
      retention: word(tenant, "retention"),
      dpia: word(tenant, "dpia"),
      state: "signed" as const,
      startsOn: addDays(today, -60),
      reviewBy: addDays(today, 300),
      signedAt: now,
      madeAt: now,
      changedAt: now,
    });
    const rows: (typeof schema.agreements.$inferInsert)[] = [
      { ...of(side), id: id(`agreement ${side}`), reference },
      {
        ...of(side),
        id: id(`over ${side}`),
        reference: referenceIn(side, "A", "3"),
        state: "terminated",
        terminatedAt: now,
        terminatedReason: word(side, "terminated"),
      },
    ];
    const parties: [agreement: string, tenant: Tenant][] = [
      [`agreement ${side}`, side],
      [`over ${side}`, side],
    ];
    if (side === "red") {
      parties.push([`agreement ${side}`, "grey"], ["lapsed agreement", "amber"]);
      const lapsed = { id: id("lapsed agreement"), reference: "A-44444", reviewBy: addDays(today, -1) };
      rows.push({ ...of("amber"), ...lapsed });
    }
    await db.insert(schema.agreements).values(rows);
    await db.insert(schema.agreementParties).values(
      parties.map(([agreement, tenant]) => ({
        agreementId: id(agreement),
        agencyId: id(tenant),
        signatory: word(tenant, "signatory"),
        signatoryPosition: word(tenant, "signatoryposition"),
        signedOn: addDays(today, -60),
      })),
    );
  }

  async function addKey(tenant: Tenant, name: string, more: { endedAt?: Date } = {}) {
    await db.insert(schema.agencyKeys).values({
      id: id(name),
      agencyId: id(tenant),
      name: `${word(tenant, "keyname")} ${name}`,
      hash: hash(keyOf(name)),
      madeAt: now,
      endsOn: addDays(today, 100),
      ...more,
    });
  }

  async function addImpact(side: Side) {
    const w = (column: string) => word(side, column);
    const row = {
      trigger: "event" as const,
      what: w("what"),
      communities: w("communities"),
      moodNow: w("moodnow"),
      moodExpected: w("moodexpected"),
      tension: "low" as const,
      experienced: w("experienced"),
      evidenced: w("evidenced"),
      potential: w("potential"),
      isProportionate: true,
      proportionality: w("proportionality"),
      communications: w("communications"),
      openedBy: id(`inspector ${side}`),
      openedAt: now,
      changedAt: now,
    };
    const open = { id: id(`impact ${side}`), reference: referenceIn(side, "K"), reviewDueAt: now };
    const closed = { id: id(`closed impact ${side}`), reference: referenceIn(side, "K", "3") };
    await db.insert(schema.impactAssessments).values([
      { ...row, ...open },
      { ...row, ...closed, closedAt: now, closingWords: w("closing") },
    ]);
    const assessmentId = open.id;
    await db
      .insert(schema.impactNeighbourhoods)
      .values([open, closed].map((one) => ({ assessmentId: one.id, neighbourhoodId: id(`hood ${side}`) })));
    const asked = { assessmentId, kind: "iag" as const, who: w("who"), askedAt: now };
    const adviserId = id(`adviser ${side}`);
    await db.insert(schema.impactConsultations).values([
      { ...asked, id: id(`question ${side}`), adviserId, question: w("question") },
      {
        ...asked,
        id: id(`other question ${side}`),
        question: w("otherquestion"),
        advice: w("advice"),
        advisedAt: now,
      },
    ]);
    await db
      .insert(schema.impactReviews)
      .values({ assessmentId, at: now, dueAt: now, tension: "low", words: w("review") });
    const due = { assessmentId, dueOn: today, addedAt: now, position: w("impactposition") };
    await db.insert(schema.impactActions).values([
      { ...due, id: id(`impact action ${side}`), task: w("impacttask") },
      { ...due, task: w("impacttask"), result: w("impactresult"), doneAt: now },
    ]);
  }
}

/** Somebody of that world by the roles they hold, whether or not an agreement carries them. */
export const actorIn = async (
  { db, id, today }: Pick<TenantWorld, "db" | "id" | "today">,
  { name, kind }: { name: string; kind: "staff" | "member" },
): Promise<Actor> => ({
  kind,
  accountId: id(name),
  sessionId: null,
  requestId: null,
  roles: await withActor(db, platform(), (tx) => heldRolesOf(tx, id(name), today)),
});

/** The system of an agency, whether or not an agreement lets it in. */
export const systemIn = ({ id }: Pick<TenantWorld, "id">, agency: string): Actor => ({
  kind: "member",
  accountId: null,
  sessionId: null,
  requestId: null,
  roles: [{ role: "partner", area: { neighbourhoodIds: [] }, agencyId: id(agency) }],
});
