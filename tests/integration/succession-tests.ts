import { afterAll, beforeAll, beforeEach } from "vitest";
import { carryOver } from "#app/services/neighbourhood/carry-over.server.ts";
import { openTestFiles, type TestFiles } from "#tests/support/archives.ts";
import { threeAreas } from "#tests/support/boundary-files.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { openForce, type SuccessionForce } from "./succession-force.ts";
import { later, openReaders } from "./succession-readers.ts";

/** Set before the first test of a file that called `useSuccessionTests`. */
export let database: TestDatabase;
export let force: SuccessionForce;
export let read: ReturnType<typeof openReaders>;

/** Gives a test file a force of three neighbourhoods, as it was before each test. */
export function useSuccessionTests() {
  let files: TestFiles;
  beforeAll(async () => {
    database = await openTestDatabase();
    files = await openTestFiles();
    force = openForce(database.db, files);
    read = openReaders(database.db);
  });
  afterAll(async () => {
    await database.close();
    await files.remove();
  });
  beforeEach(async () => {
    await force.empty();
    await force.load(threeAreas());
  });
}

/** What the background work does of itself. */
export const run = (now = later) => carryOver({ db: database.db, now, signal: new AbortController().signal });
