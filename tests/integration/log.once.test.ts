import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFinder } from "#app/domain/finder/create-finder.ts";
import { createLogTo } from "#app/server/log.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { finderFacts, listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";

let database: TestDatabase;
let server: ListeningServer;
beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase();
  server = await listenForTest(database.db);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const email = "jo.bloggs@example.org";
const secrets = {
  email: /jo\.bloggs|example\.org/i,
  postcode: /SK17|SK22/i,
  word: /my neighbour/i,
  query: /next=|q=/,
  address: /127\.0\.0\.1|192\.0\.2\.7/,
};
const heard = (log: string) =>
  Object.entries(secrets).flatMap(([name, pattern]) => {
    const line = log.split("\n").find((each) => pattern.test(each));
    return line === undefined ? [] : [`${name}: ${line}`];
  });

test("a whole journey leaves no address, email, postcode, cookie, token, query or body in the log", async () => {
  const { cookie } = await signedInAs(database.db, "inspector");
  const own = { Origin: server.url, "X-Forwarded-For": "192.0.2.7" };
  const visit = async (
    path: string,
    fields?: Record<string, string>,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(`${server.url}${path}`, {
      redirect: "manual",
      headers: { ...own, ...headers },
      ...(fields === undefined ? {} : { method: "POST", body: new URLSearchParams(fields) }),
    });
    await response.arrayBuffer();
    return response;
  };
  const typed = { postcode: "SK17 1AA", email, code: "123456", words: "my neighbour" };
  await visit("/find", typed);
  await visit("/find", { postcode: `no ${email}` });
  await visit("/api/v1/postcodes/SK171AA");
  await visit(`/places?q=${encodeURIComponent(email)}`);
  await visit(`/neighbourhoods/${encodeURIComponent(email)}`);
  await visit(`/no/such/page/SK17%201AA?email=${email}`);
  await visit(`/sign-in?next=${encodeURIComponent("/account?of=SK17")}`);
  const asked = await visit("/sign-in", typed);
  const browser = asked.headers.getSetCookie().map((each) => each.split(";")[0] ?? "");
  await visit("/sign-in/code", typed, { Cookie: browser.join("; ") });
  await visit("/account", undefined, { Cookie: cookie });
  await visit("/staff/people", undefined, { Cookie: cookie });
  await visit(`/unsubscribe/${"t".repeat(20)}9${"t".repeat(30)}`);
  await visit("/csp-reports", typed);

  const log = server.log();
  expect(log.split("\n").length).toBeGreaterThan(10);
  expect(heard(log)).toEqual([]);
  const references = [cookie, ...browser].map((each) => each.slice(each.indexOf("=") + 1));
  for (const reference of references.filter((each) => each.length > 8)) expect(log).not.toContain(reference);
  expect(log).not.toMatch(/t{20}/);
});

test("nor does what fails on the way", async () => {
  const failing = new Proxy(createFinder(finderFacts), {
    get: () => {
      throw new Error(`nothing for ${email} of SK17 1AA at https://force.example/find?next=SK17`);
    },
  });
  const broken = await listenForTest(database.db, {}, { finder: failing, force: null });
  for (const path of ["/neighbourhoods", "/api/v1/neighbourhoods", "/api/v1/postcodes/SK171AA"])
    await (await fetch(`${broken.url}${path}`)).arrayBuffer();
  await broken.close();
  expect(broken.log().match(/\[email\] of \[postcode\]/g)?.length).toBe(3);
  expect(heard(broken.log())).toEqual([]);
});

test.each([
  ["a value that is none", sql`select ${email}::uuid`],
  ["a double", sql`insert into allowances values (${email}, 1, now()), (${email}, 1, now())`],
  ["a query that is wrong", sql`select * from no_such_table where email = ${email}`],
])("the database's own words of %s are told without the value", async (_, query) => {
  let logged = "";
  const log = createLogTo({ write: (line) => void (logged += line) }, "info");
  const error: unknown = await database.db.execute(query).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).not.toBeNull();
  log.error({ err: error }, "a page failed");
  expect(heard(logged)).toEqual([]);
  expect(logged).toMatch(/"code":"(22P02|23505|42P01)"/);
  expect(logged).toContain("    at ");
});
