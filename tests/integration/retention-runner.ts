import type { RetentionRuleId } from "#app/domain/retention/schedule.ts";
import { runRetention } from "#app/services/retention/run-retention.server.ts";
import type { Db } from "#db/types.ts";
import { expect } from "vitest";

/** When the runs of these tests are. */
export const now = new Date("2026-03-02T09:00:00Z");

const day = 86_400_000;
/** So many days before, and so many milliseconds more. */
export const ago = (days: number, ms = 0) => new Date(now.getTime() - days * day - ms);

export type Taken = Partial<Record<RetentionRuleId, number>>;

export interface RetentionRunner {
  run: (isDryRun?: boolean) => Promise<Taken>;
  /** What a dry run says, what a run then does, and that a second run finds nothing more. */
  expectTaken: (counts: Taken) => Promise<void>;
}

/** Runs the schedule on a database and says what it took, rules that took nothing left out. */
export function retentionOn(db: () => Db, sealFolder: string): RetentionRunner {
  const run = async (isDryRun = false) => {
    const { rules, problem } = await runRetention(
      { db: db(), now, sealFolder, signal: new AbortController().signal },
      { isDryRun },
    );
    expect(problem).toBeNull();
    return Object.fromEntries(
      rules.filter(({ count }) => count > 0).map(({ rule, count }) => [rule.id, count]),
    );
  };
  return {
    run,
    expectTaken: async (counts) => {
      expect(await run(true)).toEqual(counts);
      expect(await run()).toEqual(counts);
      expect(await run(true)).toEqual({});
    },
  };
}
