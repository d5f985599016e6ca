import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { findForce } from "#db/queries/force.ts";
import { openTestFiles, type TestFiles } from "#tests/support/archives.ts";
import { threeAreas } from "#tests/support/boundary-files.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { openForce, type SuccessionForce } from "./succession-force.ts";
import { box, later, merged, split, west } from "./succession-readers.ts";

let database: TestDatabase;
let files: TestFiles;
let force: SuccessionForce;
let site: ListeningServer;
beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase();
  files = await openTestFiles();
  force = openForce(database.db, files);
  site = await listenForTest(database.db);
});
afterAll(async () => {
  await site.close();
  await database.close();
  await files.remove();
});
beforeEach(async () => {
  await force.empty();
  await force.load(threeAreas());
});

/** Puts the boundaries of the database in force on the site. */
const show = async () => {
  const { db } = database;
  await site.put({ finder: await loadFinder(db), force: await findForce(db) });
};
const open = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${site.url}${path}`, { redirect: "manual", ...init });
  const location = answer.headers.get("Location");
  return { status: answer.status, location, text: await answer.text() };
};
const pages = ["calendar.ics", "meetings", "message", "poster", "priorities", "raise", "vote"];

test("the pages of a neighbourhood that became part of one other lead on to its own, for good", async () => {
  await force.load(merged, later);
  await show();
  for (const page of pages)
    expect(await open(`/neighbourhoods/eastside/${page}`), page).toMatchObject({
      status: 308,
      location: `/neighbourhoods/middle/${page}`,
    });
  expect((await open("/follow?kind=neighbourhood&reference=eastside")).location).toBe(
    "/follow?kind=neighbourhood&reference=middle",
  );
  expect((await open("/neighbourhoods/eastside")).text).toContain("Midtown");
});

test("an heir that is gone too leads on to its own heir", async () => {
  await force.load(merged, later);
  await force.load([{ ...west, geometry: box(-1.8, -1.5) }], new Date("2026-04-01T12:00:00Z"));
  await show();
  expect((await open("/neighbourhoods/eastside/meetings")).location).toBe(
    "/neighbourhoods/westside/meetings",
  );
  expect((await open("/api/v1/neighbourhoods/eastside")).location).toBe("/api/v1/neighbourhoods/westside");
  const { status, text } = await open("/neighbourhoods/eastside");
  expect([status, text.includes('href="/neighbourhoods/westside"')]).toEqual([200, true]);
  expect(text).not.toContain('href="/neighbourhoods/middle"');
});

test("the pages of one that was split lead to the page that names its heirs, the largest first", async () => {
  await force.load(split, later);
  await show();
  for (const page of pages)
    expect(await open(`/neighbourhoods/middle/${page}`), page).toMatchObject({
      status: 308,
      location: "/neighbourhoods/middle",
    });
  expect((await open("/follow?kind=neighbourhood&reference=middle")).location).toBe("/neighbourhoods/middle");
  const { text } = await open("/neighbourhoods/middle");
  const [riverside, westside] = ["riverside", "westside"].map((slug) =>
    text.indexOf(`href="/neighbourhoods/${slug}"`),
  );
  expect(riverside).toBeGreaterThan(0);
  expect(westside).toBeGreaterThan(riverside ?? 0);
});

test("a form that was open when the boundaries changed is sent on, with what was typed, to the main heir", async () => {
  await force.load(split, later);
  await show();
  const body = new URLSearchParams({ words: "The lights are out" });
  const headers = { Origin: site.url };
  expect(await open("/neighbourhoods/middle/message", { method: "POST", headers, body })).toMatchObject({
    status: 308,
    location: "/neighbourhoods/riverside/message",
  });
});

test("programs are sent on to the one heir, and told of several", async () => {
  await force.load(merged, later);
  await show();
  expect(await open("/api/v1/neighbourhoods/eastside")).toMatchObject({
    status: 308,
    location: "/api/v1/neighbourhoods/middle",
  });
  expect((await open("/api/v1/priorities?neighbourhood=eastside")).location).toBe(
    "/api/v1/priorities?neighbourhood=middle",
  );
  await force.empty();
  await force.load(threeAreas());
  await force.load(split, later);
  await show();
  for (const path of ["/api/v1/neighbourhoods/", "/api/v1/priorities?neighbourhood="]) {
    const { status, text } = await open(`${path}middle`);
    expect(status).toBe(410);
    const { type, heirs } = z
      .object({ type: z.string(), heirs: z.array(z.object({ slug: z.string(), link: z.string() })) })
      .parse(JSON.parse(text));
    expect(type).toBe("/problems/moved-on");
    expect(heirs.map(({ slug }) => slug)).toEqual(["riverside", "westside"]);
    expect(heirs[0]?.link.endsWith(`${path}riverside`)).toBe(true);
  }
});

test("a round of a neighbourhood that is gone keeps its page, and so does its vote", async () => {
  await force.addCycle(await force.id("T3"), "voting");
  await force.addCycle(await force.id("T2"), "research");
  await force.load(merged, later);
  await show();
  for (const page of ["cycles/1", "vote"]) {
    const { status, text } = await open(`/neighbourhoods/eastside/${page}`);
    expect([status, text.includes("Eastside is now part of Midtown.")], page).toEqual([200, true]);
  }
  expect((await open("/neighbourhoods/eastside/cycles/2")).status).toBe(404);
});

test("what never was is not there", async () => {
  await force.load(merged, later);
  await show();
  for (const path of ["/neighbourhoods/nowhere/meetings", "/api/v1/neighbourhoods/nowhere"])
    expect((await open(path)).status).toBe(404);
});
