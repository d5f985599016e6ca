import { asc, eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { platform } from "#app/domain/actor.ts";
import type { RosterMapping } from "#app/domain/roster/mapping.ts";
import { importRoster, type RosterToImport } from "#app/services/roster/import-roster.server.ts";
import { storeMapping } from "#app/services/roster/store-mapping.server.ts";
import { listRosterLines } from "#db/queries/roster.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { openTestFiles } from "#tests/support/archives.ts";
import { testJob, type TestJob } from "#tests/support/job.ts";
import { now, openPeopleTest } from "./people-force.ts";

/** How the rosters of these tests are read. */
export const mapping: RosterMapping = {
  columns: {
    post: "Post",
    start: "Day",
    startTime: "From",
    end: null,
    endTime: "To",
    duration: null,
    offset: null,
    endOffset: null,
    code: "Code",
    reference: "Ref",
  },
  days: "day-month-year",
  durations: "hours",
  clock: "london",
  twice: "refuse",
  codes: { DUTY: "duty", RD: "ignore", COURT: "L1", SICK: "U3" },
  posts: { "1042": "pc" },
  trailer: null,
};

export const header = "Post,Day,From,To,Code,Ref";

/** Adds so many constables to the first team of a force; their references. */
export async function addConstables(db: Db, id: (name: string) => string, count: number): Promise<string[]> {
  const posts = Array.from({ length: count }, (_, at) => ({ id: randomUUID(), reference: `X${at}` }));
  await db.insert(schema.posts).values(posts);
  const edition = { editionId: id("teams"), neighbourhoodId: id("n1"), weight: 1 };
  await db.insert(schema.postDetails).values(
    posts.map(({ id: postId }) => ({
      editionId: id("teams"),
      postId,
      kind: "pc" as const,
      teamId: id("T1"),
      agencyId: id("police"),
      fullTimeEquivalent: 1,
      fundingSource: "force" as const,
    })),
  );
  await db.insert(schema.postAllocations).values(posts.map(({ id: postId }) => ({ ...edition, postId })));
  return posts.map(({ reference }) => reference);
}

/** A small force and what its tests do with rosters. */
export async function openRosterDesk() {
  const [force, files] = await Promise.all([openPeopleTest(), openTestFiles()]);
  const { db } = force;
  const keepMapping = (name: string, change: Partial<RosterMapping> = {}) =>
    storeMapping({ db, now }, platform(), name, { ...mapping, ...change });
  await keepMapping("test");

  const load = (path: string, change: Partial<RosterToImport> = {}, job: TestJob = jobOf()) =>
    importRoster(job, platform(), {
      path,
      mapping: "test",
      stated: { rows: null, minutes: null },
      late: "free",
      ...change,
    });
  const jobOf = (overrides: Partial<TestJob> = {}) => testJob(db, { now: () => now, ...overrides });
  return {
    ...force,
    files,
    keepMapping,
    load,
    jobOf,
    loadRows: async (rows: readonly string[], change: Partial<RosterToImport> = {}) =>
      load(await files.write("roster.csv", [header, ...rows].join("\n")), change),
    refusals: async (id: string) =>
      (await listRosterLines(db, id, { state: "refused", after: 0, limit: 1_000 })).map(
        ({ line, reason }) => `${line}: ${reason ?? ""}`,
      ),
    /** "pc 2026-06-01T06:00 2026-06-01T14:00 roster", by post and start. */
    duties: async () => {
      const rows = await db
        .select({
          reference: schema.posts.reference,
          startsAt: schema.duties.startsAt,
          endsAt: schema.duties.endsAt,
          source: schema.duties.source,
        })
        .from(schema.duties)
        .innerJoin(schema.posts, eq(schema.posts.id, schema.duties.postId))
        .orderBy(asc(schema.posts.reference), asc(schema.duties.startsAt));
      const minute = (at: Date) => at.toISOString().slice(0, 16);
      return rows.map(
        ({ reference, startsAt, endsAt, source }) =>
          `${reference} ${minute(startsAt)} ${minute(endsAt)} ${source}`,
      );
    },
    clear: async () => {
      await db.delete(schema.duties);
      await db.delete(schema.abstractionEntries);
      await db.delete(schema.rosters);
    },
    addPosts: (count: number) => addConstables(db, force.id, count),
    countDuties: () => withActor(db, platform(), (tx) => tx.$count(schema.duties)),
    close: async () => {
      await force.close();
      await files.remove();
    },
  };
}

export type RosterDesk = Awaited<ReturnType<typeof openRosterDesk>>;
