import { getTableName, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { visitor, type Actor } from "#app/domain/actor.ts";
import { exportHeldData } from "#app/services/resident/export-held-data.server.ts";
import { rowsOf } from "#db/queries/rows.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testKeys } from "#tests/support/listening-server.ts";
import { leaked, personIn, readers, type Reader } from "./tasking-tenants-readers.ts";
import { allOf, restricted } from "./tasking-tenants-rows.ts";
import { word, wordsOf, type Tenant } from "./tasking-tenants-words.ts";
import { actorIn, fillTenantWorld, systemIn, type TenantWorld } from "./tasking-tenants-world.ts";

let database: TestDatabase;
let world: TenantWorld;
beforeAll(async () => {
  database = await openTestDatabase();
  world = await fillTenantWorld(database.db);
});
afterAll(() => database.close());

/** As they would act if the application let them in: an agreement that lapsed is for the database to find. */
async function actorOf({ person, name }: Reader): Promise<Actor> {
  if (person !== null) return actorIn(world, person);
  const agency = /^key (\w+)$/.exec(name)?.[1];
  return agency === undefined ? visitor() : systemIn(world, agency);
}

// The register of agreements and keys is the force's, kept by its own staff: their pages ask for a role.
const ofTheForce = ["agreements", "agreement_parties", "agency_keys", "agency_leads", "tasking_escalations"];

// An agreement is of all that are party to it, also when it has lapsed; a group is known to whom it gave something.
const ofAgreement = (tenant: Tenant) =>
  ["title", "purpose", "dataitems", "security", "retention", "dpia"].map((column) => word(tenant, column));
const ofGrey = [...ofAgreement("red"), word("red", "programme")];
const ofAmber = [...ofAgreement("amber"), word("amber", "signatory"), word("amber", "signatoryposition")];
const knownBesides: Readonly<Record<string, readonly string[]>> = {
  "former attendee": ofGrey,
  "key grey": ofGrey,
  lapsed: ofAmber,
  "lapsed chair": ofAmber,
  "key amber": ofAmber,
};

describe("with every condition of the application away, row-level security alone gives nothing of another’s to", () => {
  test.each(readers.map((reader) => [reader.name, reader] as const))("%s", async (_, reader) => {
    const actor = await actorOf(reader);
    const wrong: string[] = [];
    for (const table of restricted) {
      const name = getTableName(table);
      if (actor.kind === "staff" && ofTheForce.includes(name)) continue;
      const rows = await withActor(database.db, actor, (tx) => allOf(tx, table));
      const knows = knownBesides[reader.name] ?? [];
      const found = leaked(reader, JSON.stringify(rows)).filter((one) => !knows.includes(one));
      wrong.push(...found.map((one) => `${name}: ${one}`));
    }
    expect(wrong).toEqual([]);
  });

  test("and to whoever it belongs to, what is theirs", async () => {
    const seen = async (name: string) => {
      const reader = readers.find((one) => one.name === name);
      if (reader === undefined) throw new Error(`There is no ${name}.`);
      const actor = await actorOf(reader);
      const rows = await withActor(database.db, actor, (tx) => allOf(tx, schema.taskingActions));
      return wordsOf(JSON.stringify(rows), "red");
    };
    for (const name of ["officer red", "chair red", "sergeant red", "key red"])
      expect(await seen(name)).toContain(word("red", "task"));
  });
});

describe("with every condition of the application away, nothing of another’s is changed by", () => {
  test.each(readers.map((reader) => [reader.name, reader] as const))("%s", async (_, reader) => {
    const actor = await actorOf(reader);
    const wrong: string[] = [];
    for (const table of restricted) {
      const name = getTableName(table);
      if (actor.kind === "staff" && ofTheForce.includes(name)) continue;
      for (const statement of [sql`delete from ${table}`, touch(name)]) {
        if (statement === null) continue;
        const changed = await tried(actor, statement);
        wrong.push(...leaked(reader, changed).map((found) => `${name}: ${found}`));
      }
    }
    expect(wrong).toEqual([]);
  });

  test("and by whoever it belongs to, what is theirs", async () => {
    const chair = await actorIn(world, personIn("chair red"));
    const changed = await tried(chair, sql`update tasking_actions set task = task`);
    expect(wordsOf(changed, "red")).toContain(word("red", "task"));
  });

  /** Sets a column of every row there is to what it holds; null where there is none to set so. */
  const columns: Readonly<Record<string, string>> = {
    tasking_groups: "name",
    tasking_members: "position",
    tasking_meetings: "place",
    tasking_attendances: "position",
    tasking_items: "title",
    tasking_carried: "note",
    tasking_actions: "task",
    tasking_action_events: "words",
    impact_assessments: "what",
    impact_consultations: "question",
    impact_reviews: "words",
    impact_actions: "task",
    agreements: "title",
    agreement_parties: "signatory",
    agency_keys: "name",
  };
  const touch = (name: string) => {
    const column = columns[name];
    const [table, set] = [sql.identifier(name), sql.identifier(column ?? "")];
    return column === undefined ? null : sql`update ${table} set ${set} = ${set}`;
  };

  /** What a statement would change, which is taken back; nothing where it is refused. */
  async function tried(actor: Actor, statement: ReturnType<typeof sql>): Promise<string> {
    let changed = "";
    await withActor(database.db, actor, async (tx) => {
      changed = JSON.stringify(rowsOf(await tx.execute(sql`${statement} returning *`)));
      throw new Error("Taken back.");
    }).catch(() => undefined);
    return changed;
  }
});

describe("the file of what is held about somebody holds nothing of another’s, for", () => {
  const people = readers.filter(({ person }) => person !== null);
  test.each(people.map((reader) => [reader.name, reader] as const))("%s", async (_, reader) => {
    const actor = await actorOf(reader);
    const held = await exportHeldData({ db: database.db, now: world.now, keys: testKeys }, actor);
    expect(held).not.toBeNull();
    const knew = heldBesides[reader.name] ?? [];
    expect(leaked(reader, JSON.stringify(held)).filter((found) => !knew.includes(found))).toEqual([]);
  });

  // What a person is, and where they sat, is about them: the names of it are told, also once they may read no more.
  const ofSeat = (tenant: Tenant) =>
    ["groupname", "seatposition", "attendeeposition"].map((one) => word(tenant, one));
  const heldBesides: Readonly<Record<string, readonly string[]>> = {
    "former attendee": ofSeat("red"),
    lapsed: ofSeat("red"),
    "taken member": ofSeat("red"),
    changed: ofSeat("red"),
  };
});
