import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/actor.ts";
import { correctEnteredResident } from "#app/services/resident/correct-entered-resident.server.ts";
import { enterResident } from "#app/services/resident/enter-resident.server.ts";
import { eraseEnteredResident } from "#app/services/resident/erase-entered-resident.server.ts";
import { viewEnteredResident } from "#app/services/resident/view-entered-resident.server.ts";
import { accounts, auditEvents, residentConnections, residents } from "#db/schema/index.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest, finderFacts, testKeys as keys } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { noon } from "./code-desk.ts";

let database: TestDatabase;
let deps: { db: TestDatabase["db"]; now: Date; keys: typeof keys };
const [here = "", elsewhere = ""] = finderFacts.neighbourhoods.map(({ id }) => id);
beforeAll(async () => {
  database = await openTestDatabase();
  deps = { db: database.db, now: noon, keys };
  await database.db
    .insert(neighbourhoods)
    .values(finderFacts.neighbourhoods.map(({ id, code, slug }) => ({ id, code, slug, createdAt: noon })));
});
afterAll(() => database.close());

const constable = (neighbourhoodId: string): Actor => ({
  kind: "staff",
  accountId: "6d6e1f5e-0f57-4c57-8b53-0f2b4d4c5aff",
  sessionId: null,
  requestId: null,
  roles: [{ role: "constable", area: { neighbourhoodIds: [neighbourhoodId] }, agencyId: null }],
});
const [own, stranger] = [constable(here), constable(elsewhere)];
const partner: Actor = {
  ...own,
  kind: "member",
  roles: [{ ...own.roles[0], role: "partner", area: "force", agencyId: null }],
};

async function newResident(): Promise<string> {
  const said = { neighbourhoodId: here, connection: "live", ageBand: "18+" } as const;
  const entered = await enterResident(deps, own, said);
  if (!entered.ok) throw new Error(entered.message);
  return entered.reference;
}
async function accountOf(reference: string): Promise<string> {
  const [found] = await database.db.select().from(residents).where(eq(residents.reference, reference));
  return found?.accountId ?? "";
}
const recordOf = async (accountId: string) =>
  (await database.db.select().from(auditEvents).where(eq(auditEvents.subjectId, accountId))).map(
    ({ action, actorId, neighbourhoodId, reason, details }) => ({
      action,
      actorId,
      neighbourhoodId,
      reason,
      details,
    }),
  );
const by = { actorId: own.accountId, neighbourhoodId: here };

describe("a resident on paper", () => {
  test("is shown with the kinds of data held, and each look is recorded", async () => {
    const reference = await newResident();
    const seen = await viewEnteredResident(deps, own, reference);
    expect(seen).toMatchObject({ reference, neighbourhoodId: here, connection: "live", ageBand: "18+" });
    expect(seen?.held.map(({ entries }) => entries)).toEqual([1, 1, 1, 1]);
    expect((await recordOf(await accountOf(reference))).at(-1)).toMatchObject({
      action: "resident.read",
      ...by,
    });
  });

  test("is put right, with what changed in the record and nothing where nothing did", async () => {
    const reference = await newResident();
    const right = { reference, ageBand: "16-17", connection: "live" } as const;
    expect(await correctEnteredResident(deps, own, right)).toBe(true);
    expect(await correctEnteredResident(deps, own, right)).toBe(true);
    const seen = await viewEnteredResident(deps, own, reference);
    expect(seen).toMatchObject({ ageBand: "16-17", connection: "live" });
    const changes = (await recordOf(await accountOf(reference))).filter(
      ({ action }) => action === "resident.update",
    );
    expect(changes).toEqual([
      { action: "resident.update", ...by, reason: null, details: { ageBand: true, connection: false } },
    ]);
  });

  test("is erased once, and nothing but an empty, closed account stays", async () => {
    const reference = await newResident();
    const id = await accountOf(reference);
    const erase = () => eraseEnteredResident(deps, own, { reference, reason: "entered-by-mistake" });
    expect((await Promise.all([erase(), erase()])).sort()).toEqual([false, true]);
    expect(await viewEnteredResident(deps, own, reference)).toBeNull();
    expect(await correctEnteredResident(deps, own, { reference, ageBand: "18+", connection: "work" })).toBe(
      false,
    );
    const [account] = await database.db.select().from(accounts).where(eq(accounts.id, id));
    expect(account).toMatchObject({ status: "closed", closedAt: noon });
    expect(await database.db.select().from(residents).where(eq(residents.accountId, id))).toEqual([]);
    expect(
      await database.db.select().from(residentConnections).where(eq(residentConnections.accountId, id)),
    ).toEqual([]);
    expect((await recordOf(id)).filter(({ action }) => action === "resident.erase")).toEqual([
      { action: "resident.erase", ...by, reason: "entered-by-mistake", details: {} },
    ]);
  });

  test.each([
    ["an officer of another neighbourhood", stranger],
    ["a partner", partner],
  ])("is not there for %s", async (_, actor) => {
    const reference = await newResident();
    expect(await viewEnteredResident(deps, actor, reference)).toBeNull();
    const change = { reference, ageBand: "13-15", connection: "visit" } as const;
    expect(await correctEnteredResident(deps, actor, change)).toBe(false);
    expect(await eraseEnteredResident(deps, actor, { reference, reason: "asked" })).toBe(false);
    expect(await recordOf(await accountOf(reference))).toHaveLength(1);
  });

  test("who signs in by themselves is looked after by nobody else", async () => {
    const { account } = await signedInAs(database.db, "resident");
    await database.db
      .insert(residents)
      .values({ accountId: account.id, reference: "R-2222", ageBand: "18+" });
    await database.db
      .insert(residentConnections)
      .values({ accountId: account.id, neighbourhoodId: here, kind: "live" });
    expect(await viewEnteredResident(deps, own, "R-2222")).toBeNull();
  });
});

test("the page corrects, refuses without losing anything, and erases", async () => {
  await ensureBuilt();
  const server = await listenForTest(database.db);
  const reference = await newResident();
  const { cookie } = await signedInAs(database.db, "contact-centre");
  const send = async (form: Record<string, string> | null) => {
    const response = await fetch(`${server.url}/staff/residents/${reference.toLowerCase()}`, {
      method: form === null ? "GET" : "POST",
      redirect: "manual",
      headers: { Cookie: cookie, Origin: server.url },
      ...(form === null ? {} : { body: new URLSearchParams(form) }),
    });
    return { status: response.status, to: response.headers.get("Location"), text: await response.text() };
  };
  try {
    expect((await send(null)).text).toContain("You live there");
    expect(await send({ intent: "correct", connection: "study", ageBand: "13-15" })).toMatchObject({
      status: 302,
      to: `/staff/residents/${reference}?done=saved`,
    });
    const refused = await send({ intent: "erase" });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain("Choose why they are erased");
    // The other form still shows what is kept.
    expect(refused.text).toMatch(/<input(?=[^>]*value="study")(?=[^>]*checked)[^>]*>/);
    expect(await send({ intent: "erase", reason: "asked" })).toMatchObject({
      status: 302,
      to: "/staff/residents?done=erased",
    });
    expect((await send(null)).status).toBe(404);
    expect((await send({ intent: "erase", reason: "asked" })).status).toBe(404);
  } finally {
    await server.close();
  }
});
