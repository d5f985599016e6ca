import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { emptyAllTables, emptyAuditRecord } from "#db/queries/backup.ts";
import * as schema from "#db/schema/index.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { ago, now, retentionOn } from "./retention-runner.ts";

const folder = mkdtempSync(join(tmpdir(), "retention-"));
let database: TestDatabase;
const { run, expectTaken } = retentionOn(() => database.db, folder);

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await database.db.transaction(async (tx) => {
    await emptyAllTables(tx);
    await emptyAuditRecord(tx);
  });
});

type Account = typeof schema.accounts.$inferInsert;
async function addAccount(values: Partial<Account> = {}): Promise<string> {
  const id = crypto.randomUUID();
  await database.db.insert(schema.accounts).values({
    id,
    kind: "resident",
    status: "active",
    email: "someone@example.org",
    emailKey: crypto.randomUUID(),
    createdAt: ago(1),
    ...values,
  });
  return id;
}
const accountOf = async (id: string) =>
  (await database.db.select().from(schema.accounts).where(eq(schema.accounts.id, id)))[0];

describe("accounts and people, just before and just after the limit", () => {
  it("staff accounts that nobody linked are closed and erased 90 days after they were last seen", async () => {
    const waiting = { kind: "staff", status: "waiting", name: "Somebody", createdAt: ago(200) } as const;
    const gone = await addAccount({ ...waiting, lastSeenAt: ago(90, 1) });
    const never = await addAccount({ ...waiting, createdAt: ago(90, 1) });
    const kept = await addAccount({ ...waiting, lastSeenAt: ago(90) });
    await database.db
      .insert(schema.identities)
      .values({ issuer: "https://idp.example", subject: "1", accountId: gone, createdAt: ago(200) });
    await expectTaken({ "waiting-accounts": 2 });
    for (const id of [gone, never])
      expect(await accountOf(id)).toMatchObject({ status: "closed", name: null, email: null, closedAt: now });
    expect(await accountOf(kept)).toMatchObject({ status: "waiting", name: "Somebody" });
    expect(await database.db.$count(schema.identities)).toBe(0);
  });

  it("residents not seen for two years are erased, unless they hold a role", async () => {
    const twoYears = new Date("2024-03-02T09:00:00Z");
    const justBefore = new Date(twoYears.getTime() - 1);
    const createdAt = ago(2_000);
    const gone = await addAccount({ createdAt, lastSeenAt: justBefore });
    const kept = await addAccount({ createdAt, lastSeenAt: twoYears });
    const onPanel = await addAccount({ createdAt, lastSeenAt: justBefore });
    const wasOnPanel = await addAccount({ createdAt, lastSeenAt: justBefore });
    const appointment = (accountId: string, endsOn: string) => ({
      accountId,
      role: "panel-member" as const,
      startsOn: "2020-01-01",
      endsOn,
      createdAt,
    });
    await database.db
      .insert(schema.appointments)
      .values([appointment(onPanel, "2026-03-02"), appointment(wasOnPanel, "2026-03-01")]);
    await database.db.insert(schema.residents).values({ accountId: gone, ageBand: "18+" });
    await expectTaken({ "absent-residents": 2 });
    expect(await accountOf(gone)).toMatchObject({ status: "closed", email: null, emailKey: null });
    expect(await accountOf(wasOnPanel)).toMatchObject({ status: "closed" });
    for (const id of [kept, onPanel]) expect(await accountOf(id)).toMatchObject({ status: "active" });
    expect(await database.db.$count(schema.residents)).toBe(0);
  });

  it("a closed account loses who it was after 30 days, and keeps its id", async () => {
    const [person] = await database.db
      .insert(schema.people)
      .values({ reference: "P1", surname: "Ashover" })
      .returning();
    const closed = { kind: "member", status: "closed", name: "Somebody", createdAt: ago(100) } as const;
    const gone = await addAccount({ ...closed, closedAt: ago(30, 1), personId: person?.id ?? null });
    const kept = await addAccount({ ...closed, closedAt: ago(30) });
    for (const accountId of [gone, kept]) {
      await database.db.insert(schema.passwords).values({ accountId, hash: "hash", changedAt: ago(100) });
      await database.db.insert(schema.passkeys).values({
        id: accountId,
        accountId,
        publicKey: "key",
        counter: 0,
        transports: [],
        isBackedUp: false,
        name: "Telephone",
        createdAt: ago(100),
      });
    }
    // The person goes with the last link to them; a dry run cannot see that yet.
    expect(await run(true)).toEqual({ "closed-accounts": 1 });
    expect(await run()).toEqual({ "closed-accounts": 1, people: 1 });
    expect(await accountOf(gone)).toMatchObject({ name: null, email: null, emailKey: null, personId: null });
    expect(await accountOf(kept)).toMatchObject({ name: "Somebody" });
    for (const table of [schema.passwords, schema.passkeys]) expect(await database.db.$count(table)).toBe(1);
  });

  it("people in no edition go; those who hold a post or have an account stay, and all during an import", async () => {
    const add = async (reference: string) =>
      (await database.db.insert(schema.people).values({ reference, surname: "Ashover" }).returning())[0]
        ?.id ?? "";
    const [holder, linked] = [await add("holder"), await add("linked")];
    await add("orphan");
    await addAccount({ kind: "staff", personId: linked });
    const [post] = await database.db.insert(schema.posts).values({ reference: "P" }).returning();
    const edition = {
      noun: "teams" as const,
      source: "test",
      attribution: "",
      isIllustrative: false,
      digest: "d",
      createdAt: now,
    };
    const [whole, staging] = await database.db
      .insert(schema.editions)
      .values([
        { ...edition, status: "whole" },
        { ...edition, status: "staging" },
      ])
      .returning();
    await database.db.insert(schema.postHoldings).values({
      editionId: whole?.id ?? "",
      postId: post?.id ?? "",
      personId: holder,
      kind: "substantive",
      heldFrom: "2025-01-01",
      publicNameOk: true,
      photoOk: false,
    });
    expect(await run()).toEqual({});
    await database.db.delete(schema.editions).where(eq(schema.editions.id, staging?.id ?? ""));
    await expectTaken({ people: 1 });
    const left = await database.db.select({ reference: schema.people.reference }).from(schema.people);
    expect(left.map(({ reference }) => reference).sort()).toEqual(["holder", "linked"]);
  });
});
