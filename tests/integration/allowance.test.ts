import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allowanceKey, limits } from "#app/domain/limits.ts";
import { platform } from "#app/domain/actor.ts";
import { migrationsFolder } from "#app/server/package-root.ts";
import { openDatabase } from "#db/client.ts";
import { sweepAllowances, takeAllowance } from "#db/queries/allowance.ts";
import { rowsOf } from "#db/queries/rows.ts";
import { allowances } from "#db/schema/index.ts";
import type { OpenDatabase } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const three = { limit: 3, windowSeconds: 600 };
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 9) + seconds * 1_000);
const take = (key: string, seconds: number, limit = three) =>
  takeAllowance(database.db, key, limit, at(seconds));

/** The same database, opened once more as another process has it; null in memory, where there is one connection. */
async function anotherProcess(): Promise<OpenDatabase | null> {
  const server = process.env["TEST_DATABASE_URL"] ?? "";
  if (server === "") return null;
  const [own] = rowsOf<{ name: string }>(await database.db.execute(sql`select current_database() as name`));
  const url = Object.assign(new URL(server), { pathname: `/${own?.name ?? ""}` }).href;
  return openDatabase({ url, dataDir: "", migrationsFolder });
}

describe("an allowance", () => {
  test("is used up, says when to come back, and is new when its window has ended", async () => {
    expect(await take("a", 0)).toEqual({ isAllowed: true, remaining: 2, retryAfterSeconds: 0 });
    expect(await take("a", 100)).toEqual({ isAllowed: true, remaining: 1, retryAfterSeconds: 0 });
    expect(await take("a", 200)).toEqual({ isAllowed: true, remaining: 0, retryAfterSeconds: 0 });
    expect(await take("a", 300.5)).toEqual({ isAllowed: false, remaining: 0, retryAfterSeconds: 300 });
    expect(await take("b", 300)).toMatchObject({ isAllowed: true });
    // Asking again and again does not push the end away.
    expect(await take("a", 599.9)).toEqual({ isAllowed: false, remaining: 0, retryAfterSeconds: 1 });
    expect(await take("a", 600)).toEqual({ isAllowed: true, remaining: 2, retryAfterSeconds: 0 });
  });

  test("is counted for each of many callers at the same moment, on twenty connections of a server", async () => {
    const day = { limit: 10, windowSeconds: 86_400 };
    const other = await anotherProcess();
    const pools = [database.db, ...(other === null ? [] : [other.db])];
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        pools.map((db) => withActor(db, platform(), (tx) => takeAllowance(tx, "crowd", day, at(0)))),
      ).flat(),
    );
    await other?.close();
    expect(answers.filter(({ isAllowed }) => isAllowed)).toHaveLength(10);
    expect(answers.map(({ remaining }) => remaining).sort((a, b) => b - a)).toEqual([
      ...[9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
      ...Array<number>(answers.length - 10).fill(0),
    ]);
  });

  test("starts anew once only when many come as a window ends", async () => {
    const one = { limit: 1, windowSeconds: 60 };
    await take("edge", 0, one);
    const answers = await Promise.all(Array.from({ length: 40 }, () => take("edge", 60, one)));
    expect(answers.filter(({ isAllowed }) => isAllowed)).toHaveLength(1);
  });

  test("counts nothing in a transaction that is undone", async () => {
    const one = { limit: 1, windowSeconds: 60 };
    const undone = database.db.transaction(async (tx) => {
      await takeAllowance(tx, "undone", one, at(0));
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await take("undone", 0, one)).toMatchObject({ isAllowed: true });
  });

  test("is swept away when its window has ended, and no sooner", async () => {
    await database.db.delete(allowances);
    await take("old", 0);
    await take("new", 300);
    expect(await withActor(database.db, platform(), (tx) => sweepAllowances(tx, at(600)))).toBe(1);
    expect(await database.db.select({ key: allowances.key }).from(allowances)).toEqual([{ key: "new" }]);
  });
});

describe("the limits", () => {
  test.each([
    ["codesPerAddress", 3, 600],
    ["codesPerAddressDaily", 10, 86_400],
    ["codesPerClient", 20, 3_600],
    ["signInsPerClient", 25, 3_600],
    ["signInsPerAccount", 10, 3_600],
    ["postsPerClient", 120, 60],
    ["codesOfAll", 2_000, 3_600],
  ] as const)("%s: %i in %i seconds", (name, limit, windowSeconds) => {
    expect(limits[name]).toEqual({ limit, windowSeconds });
    expect(allowanceKey(name, "0af1")).toBe(`${name}:0af1`);
  });
});
