import { afterAll, beforeAll, expect, test } from "vitest";
import { addMonths, monthOf } from "#app/domain/abstraction/month.ts";
import { firstCodeTable } from "#app/domain/abstraction/codes.ts";
import { countingOf } from "#app/domain/abstraction/adoption.ts";
import { paths } from "#app/paths.ts";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";

let database: TestDatabase;
let site: ListeningServer;
let chief = "";
let sergeant = "";
beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase();
  const { db } = database;
  await fillDemonstration(db, new Date(), () => undefined);
  chief = (await signedInAs(db, "chief-officer")).cookie;
  sergeant = (await signedInAs(db, "sergeant")).cookie;
  site = await listenForTest(db, {}, { finder: await loadFinder(db), force: null });
});
afterAll(async () => {
  await site.close();
  await database.close();
});

const next = addMonths(monthOf(new Date()), 1);
const read = async (path: string, Cookie: string) => {
  const response = await fetch(`${site.url}${path}`, { headers: { Cookie }, redirect: "manual" });
  return { status: response.status, text: await response.text() };
};
const send = async (fields: Readonly<Record<string, string>>, Cookie = chief) => {
  const typed = new URLSearchParams({
    words: "An abstraction is work that is not for the neighbourhood.",
    notes: "Leave is no duty at all.",
    change: "Training for the role counts as well.",
    effectiveFrom: next,
    agreedBy: "The force\nThe Police and Crime Commissioner\n",
    "agreedOn.day": "1",
    "agreedOn.month": "10",
    "agreedOn.year": "2025",
    ...fields,
  });
  for (const [at, rule] of firstCodeTable.entries()) {
    typed.set(`codes[${at}].code`, rule.code);
    typed.set(`codes[${at}].words`, rule.words);
    typed.set(`codes[${at}].counts`, rule.code === "T1" ? "both" : countingOf(rule));
    typed.set(`codes[${at}].note`, rule.note);
  }
  for (const [name, value] of Object.entries(fields)) typed.set(name, value);
  const response = await fetch(`${site.url}${paths.abstractions.newDefinition()}`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie, Origin: site.url, "Content-Type": "application/x-www-form-urlencoded" },
    body: typed.toString(),
  });
  return {
    status: response.status,
    location: response.headers.get("Location"),
    text: await response.text(),
  };
};

test("a sergeant reads the definition, and is not offered to change it", async () => {
  const { status, text } = await read(paths.abstractions.definition(), sergeant);
  expect(status).toBe(200);
  expect(text).toContain("Response minimum-staffing cover");
  expect(text).not.toContain(paths.abstractions.newDefinition());
  expect((await read(paths.abstractions.newDefinition(), sergeant)).status).toBe(403);
  expect((await send({}, sergeant)).status).toBe(403);
});

test("what is wrong is said where it is, and nothing typed is lost", async () => {
  const { status, text } = await send({ agreedBy: " ", "codes[14].counts": "unavailable" });
  expect(status).toBe(400);
  expect(text).toContain("<title>Error: ");
  for (const said of [
    "Enter who agreed it, one body on each line",
    "N1 must stay neighbourhood duty",
    "Training for the role counts as well.",
    "An abstraction is work that is not for the neighbourhood.",
  ])
    expect(text).toContain(said);
});

test("a chief officer adopts a version, and everybody reads that it begins", async () => {
  const { status, location } = await send({});
  expect([status, location]).toEqual([302, paths.abstractions.definition("adopted")]);
  const { text } = await read(paths.abstractions.definition("adopted"), chief);
  expect(text).toContain("The new version is adopted.");
  expect(text).toContain("not yet in force");
  const everybody = await read(paths.abstraction(), "");
  expect(everybody.text).toContain("Training for the role counts as well.");
  expect(everybody.text).toContain(
    "Agreed by The force and The Police and Crime Commissioner on 1 October 2025.",
  );
});
