import type { JobDeps, Progress } from "#app/services/edition/import.server.ts";
import type { Db } from "#db/types.ts";

export interface TestJob extends JobDeps {
  said: string[];
  progressed: Progress[];
}

/** What a job is given, remembering what it said. The clock stands at a Monday noon unless told otherwise. */
export function testJob(db: Db, overrides: Partial<JobDeps> = {}): TestJob {
  const said: string[] = [];
  const progressed: Progress[] = [];
  return {
    db,
    now: () => new Date("2026-06-01T12:00:00Z"),
    progress: (progress) => progressed.push(progress),
    say: (line) => said.push(line),
    signal: new AbortController().signal,
    ...overrides,
    said,
    progressed,
  };
}
