import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publicPlanFields } from "#app/domain/plan/fields.ts";
import { rowsOf } from "#db/queries/rows.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test("the policy of a plan's fields lets through the public layer and nothing else", async () => {
  const [policy] = rowsOf<{ qual: string }>(
    await database.db.execute(
      sql`select qual from pg_policies where tablename = 'plan_fields' and policyname = 'plan_fields_read'`,
    ),
  );
  const named = [...(policy?.qual ?? "").matchAll(/'([a-zA-Z]+)'::text/g)].map(([, name]) => name);
  expect(named.sort()).toEqual([...publicPlanFields].sort());
});
