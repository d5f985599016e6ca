import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "#app/domain/team/day.ts";
import { allOf } from "#app/domain/roster/account.ts";
import { duties } from "#db/schema/index.ts";
import { header, openRosterDesk, type RosterDesk } from "./roster-desk.ts";

const isPostgres = (process.env.TEST_DATABASE_URL ?? "") !== "";
const wanted = isPostgres ? 200_000 : 6_000;
const everyBad = 100;

let desk: RosterDesk;
let posts: string[];
beforeAll(async () => {
  desk = await openRosterDesk();
  posts = await desk.addPosts(isPostgres ? 374 : 60);
});
afterAll(() => desk.close());

const written = (day: string) => day.split("-").reverse().join("/");

/** A row that is refused, of each kind in turn, for a post and a day that have a good one before it. */
const badRows: readonly ((post: string, day: string) => string)[] = [
  (_, day) => `nobody,${written(day)},07:00,15:00,DUTY,`,
  (_, day) => `warden,${written(day)},07:00,15:00,DUTY,`,
  (post, day) => `${post},${written(day)},07:00,15:00,DUTY,again`,
  (post, day) => `${post},${written(day)},09:00,12:00,DUTY,`,
  (post, day) => `${post},${written(day)},15:00Z,23:00,DUTY,`,
  (post, day) => `${post},${written(day)},15:00,23:00,WHAT,`,
  (post) => `${post},31/04/2026,07:00,15:00,DUTY,`,
  (post) => `${post},29/03/2026,01:30,05:00,DUTY,`,
  (post) => `${post},25/10/2026,01:30,05:00,DUTY,`,
  (post) => `${post},01/06/2062,07:00,15:00,DUTY,`,
  (_, day) => `=cmd|'/C'!A0,${written(day)},07:00,15:00,DUTY,`,
  (post, day) => `${post},${written(day)},07:00`,
];

function makeRows() {
  const rows: string[] = [];
  let [good, ignored, refused] = [0, 0, 0];
  for (let at = 0; rows.length < wanted; at += 1) {
    const post = posts[at % posts.length] ?? "";
    const day = addDays("2025-06-01", Math.floor(at / posts.length));
    rows.push(`${post},${written(day)},07:00,15:00,DUTY,${at}`);
    good += 1;
    if (at % everyBad === 0) {
      rows.push(badRows[(at / everyBad) % badRows.length]?.(post, day) ?? "");
      rows.push(`${post},${written(day)},00:00,06:00,RD,`);
      refused += 1;
      ignored += 1;
    }
  }
  return { rows, good, ignored, refused };
}

test("every row of a large roster is accounted for, half of it is never seen, and again it changes nothing", async () => {
  const { rows, good, ignored, refused } = makeRows();
  const path = await desk.files.write("large.csv", Buffer.from([header, ...rows].join("\r\n"), "latin1"));
  const seen = new Set<number>();
  const loaded = new AbortController();
  const reader = (async () => {
    while (!loaded.signal.aborted) {
      seen.add(await desk.countDuties());
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  const began = performance.now();
  const { state, account, id } = await desk.load(path, { stated: { rows: rows.length, minutes: null } });
  const tookMs = performance.now() - began;
  loaded.abort();
  await reader;
  expect([state, account.taken.rows, account.ignored.rows, account.refused.rows]).toEqual([
    "in-force",
    good,
    ignored,
    refused,
  ]);
  expect(allOf(account).rows).toBe(rows.length);
  expect([...seen].filter((count) => count !== 0 && count !== good)).toEqual([]);
  expect((await desk.refusals(id)).length).toBe(Math.min(refused, 1_000));
  const before = await desk.db.$count(duties);

  const againBegan = performance.now();
  const again = await desk.load(path);
  const againMs = performance.now() - againBegan;
  expect(again.account).toMatchObject({ taken: { rows: 0 }, unchanged: { rows: good } });
  expect(await desk.db.$count(duties)).toBe(before);
  console.info(
    `a roster of ${rows.length} rows: ${Math.round(tookMs)} ms, the same again ${Math.round(againMs)} ms`,
  );
});
