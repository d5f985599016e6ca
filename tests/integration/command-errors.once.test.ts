import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { dataCommand } from "#app/cli/command.ts";
import { runJob } from "#app/cli/run-job.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const outcomeOf = (run: (deps: JobDeps) => Promise<void>) =>
  runJob(
    dataCommand({ noun: "n", verb: "v", summary: "", arguments: [], options: [], input: z.unknown(), run }),
    {},
    testJob(database.db),
    () => undefined,
  );

test("a command that the database refuses tells the query, and no value of a row", async () => {
  const outcome = await outcomeOf(async ({ db }) => {
    await db.execute(
      sql`insert into accounts (kind, status, email, created_at) values ('staff', 'no', ${"jo@example.org"}, now())`,
    );
  });
  expect(outcome.kind).toBe("failed");
  expect(JSON.stringify(outcome)).toContain("insert into accounts");
  expect(JSON.stringify(outcome)).not.toContain("jo@");
});

test("a refusal keeps its own words", async () => {
  const outcome = await outcomeOf(() => Promise.reject(new ImportRefused("Choose another file")));
  expect(outcome).toMatchObject({ kind: "refused", summary: "Choose another file" });
});
