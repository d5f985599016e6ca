import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { eq, ne, notInArray, sql } from "drizzle-orm";
import { expect } from "vitest";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { importPostcodes } from "#app/services/postcode/import-postcodes.server.ts";
import { listEditions } from "#db/queries/edition.ts";
import { editions, editionTerms, outsidePostcodes, postcodes } from "#db/schema/index.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import type { Db } from "#db/types.ts";
import { openTestFiles } from "#tests/support/archives.ts";
import { testJob } from "#tests/support/job.ts";
import { builtCommandLine } from "../../app/server/build.js";

export const archive = "../shared/data/postcodes/codepo_gb_2025.4.0_raw.tar.gz";
export const withoutArchive = existsSync(archive) ? "" : ` (needs the open data: no ${archive})`;
/** Rows of the archive that are the force's. */
const archivePostcodes = 26_465;

/** Edition A: what must go on answering, as it answered. */
export interface EditionA {
  postcodes: readonly string[];
  /** As JSON, by postcode. */
  answers: ReadonlyMap<string, string>;
  terms: Awaited<ReturnType<typeof listEditions>>;
}

const answersOf = async (db: Db, asked: readonly string[]) => {
  const finder = await loadFinder(db);
  return new Map(asked.map((postcode) => [postcode, JSON.stringify(finder?.answerPostcode(postcode))]));
};

/** Fills a demonstration and puts 1,545 postcodes in force over it, in every neighbourhood, under DE90, which Royal Mail does not use. */
export async function loadEditionA(db: Db): Promise<EditionA> {
  const job = testJob(db, { now: () => new Date() });
  await fillDemonstration(db, job.now(), () => undefined);
  const letters = "ABDEFGHJLNPQRSTUWXYZ";
  const points = (await loadFinder(db))?.neighbourhoods.map(({ centre }) => centre) ?? [];
  const lines = Array.from({ length: points.length * 15 }, (_, at) => {
    const [lng, lat] = points[at % points.length] ?? [0, 0];
    const inward = `${at % 10}${letters[Math.floor(at / 10) % 20] ?? ""}${letters[Math.floor(at / 200)] ?? ""}`;
    return { postcode: `DE90 ${inward}`, line: `DE90 ${inward},${lat},${lng}` };
  });
  const files = await openTestFiles();
  const path = await files.write("a.csv", ["postcode,lat,lng", ...lines.map(({ line }) => line)].join("\n"));
  const options = { format: null, districts: null, isDryRun: false, isSmallerAllowed: false };
  await importPostcodes(job, { ...options, path, sourceDate: null, attribution: null });
  await files.remove();
  const asked = lines.map(({ postcode }) => postcode);
  return {
    postcodes: asked,
    answers: await answersOf(db, asked),
    terms: await listEditions(db, "postcodes"),
  };
}

/** Whether another edition than A is in force. */
export const isSwitched = async (db: Db, a: EditionA): Promise<boolean> =>
  (await listEditions(db, "postcodes", 1))[0]?.id !== a.terms[0]?.id;

/** Fails unless edition A is whole and in force, its term untouched; returns how many rows a killed import left. */
export async function expectEditionA(db: Db, a: EditionA): Promise<number> {
  expect(await listEditions(db, "postcodes")).toEqual(a.terms);
  expect(await answersOf(db, a.postcodes)).toEqual(a.answers);
  const open = await db
    .select({ noun: editionTerms.noun })
    .from(editionTerms)
    .where(sql`${editionTerms.inForceTo} is null`);
  expect(open.map(({ noun }) => noun).sort()).toEqual([
    "boundaries",
    "places",
    "postcodes",
    "structure",
    "teams",
  ]);
  const staging = db.select({ id: editions.id }).from(editions).where(eq(editions.status, "staging"));
  expect((await staging).length).toBeLessThanOrEqual(1);
  const ofA = a.terms[0]?.id ?? "";
  return (
    (await db.$count(postcodes, ne(postcodes.editionId, ofA))) +
    (await db.$count(outsidePostcodes, ne(outsidePostcodes.editionId, ofA)))
  );
}

/** Fails unless the archive's edition is whole and in force, A is kept, and nothing is left of any other. */
export async function expectArchiveWon(db: Db, a: EditionA): Promise<void> {
  const [latest, ...before] = await listEditions(db, "postcodes");
  expect(latest?.source).toBe("OS Code-Point Open 2025.4.0");
  expect(before.map(({ id }) => id)).toEqual(a.terms.map(({ id }) => id));
  expect(await db.$count(postcodes, eq(postcodes.editionId, latest?.id ?? ""))).toBe(archivePostcodes);
  expect(await db.$count(editions, eq(editions.status, "staging"))).toBe(0);
  const kept = [latest, ...before].map((edition) => edition?.id ?? "");
  expect(await db.$count(postcodes, notInArray(postcodes.editionId, kept))).toBe(0);
  expect(await db.$count(outsidePostcodes, notInArray(outsidePostcodes.editionId, kept))).toBe(0);
  expect(await db.$count(postcodes, eq(postcodes.editionId, a.terms[0]?.id ?? ""))).toBe(a.postcodes.length);
}

/** A run of the built command line. */
export interface CommandRun {
  kill: () => void;
  /** Null where a signal ended it. */
  ended: Promise<{ code: number | null; output: string; tookMs: number }>;
}

/** Runs `npm run data -- …` as built, in a process of its own. */
export function runData(words: readonly string[], env: Readonly<Record<string, string>>): CommandRun {
  const own = Object.entries(process.env).filter(([name]) => !["DATABASE_URL", "DEMO"].includes(name));
  const startedAt = performance.now();
  const child = spawn(process.execPath, [builtCommandLine, ...words], {
    env: { ...Object.fromEntries(own), NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
  return {
    kill: () => void child.kill("SIGKILL"),
    ended: new Promise((resolve) =>
      child.once("close", (code) => {
        resolve({ code, output, tookMs: performance.now() - startedAt });
      }),
    ),
  };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number from 0 to 1 in each of `count` equal parts of that range, at random within it, ascending. */
export const spreadMoments = (count: number, random: () => number): number[] =>
  Array.from({ length: count }, (_, part) => (part + random()) / count);
