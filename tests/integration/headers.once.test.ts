import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFinder } from "#app/domain/finder/create-finder.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { finderFacts, listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { rawRequest } from "#tests/support/raw-request.ts";
import { realForceSettings } from "#tests/support/real-force.ts";
import { ensureBuilt } from "../../app/server/build.js";
import routeList from "../architecture/route-list.json" with { type: "json" };

const settings = { ...realForceSettings, API_LIMIT_PER_MINUTE: "1000000" };

let database: TestDatabase;
let server: ListeningServer;
/** One whose facts cannot be read without an error. */
let broken: ListeningServer;
/** One with nothing loaded, and without a database. */
let lost: ListeningServer;
/** One that a caller may ask ten times a minute. */
let limited: ListeningServer;
let administrator: string;

beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase();
  server = await listenForTest(database.db, settings);
  const finder = createFinder(finderFacts);
  const failing = new Proxy(finder, {
    get: () => {
      throw new Error("not for jo@example.org of SK17 1AA");
    },
  });
  broken = await listenForTest(database.db, settings, { finder: failing, force: null });
  const gone = await openTestDatabase();
  await gone.close();
  lost = await listenForTest(gone.db, settings, { finder: null, force: null });
  limited = await listenForTest(database.db, { ...settings, API_LIMIT_PER_MINUTE: "10" });
  administrator = `__Host-${(await signedInAs(database.db, "administrator")).cookie}`;
});
afterAll(async () => {
  for (const each of [server, broken, lost, limited]) await each.close();
  await database.close();
});

const own = { Origin: settings.PUBLIC_URL, "Sec-Fetch-Site": "same-origin" };
const ask = (where: ListeningServer, path: string, init: RequestInit = {}) =>
  fetch(`${where.url}${path}`, { redirect: "manual", ...init });

/** What every answer carries, whatever it is. */
const everywhere: Record<string, RegExp> = {
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^strict-origin-when-cross-origin$/,
  "permissions-policy": /^geolocation=\(self\), camera=\(\), microphone=\(\)/,
  "strict-transport-security": /^max-age=63072000; includeSubDomains$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "x-request-id": /^[\da-f]{8}-\w+$/,
};
const ofPages: Record<string, RegExp> = {
  ...everywhere,
  "cross-origin-resource-policy": /^same-origin$/,
  "content-security-policy": new RegExp(
    "^default-src 'self';script-src 'self' 'nonce-[\\w+/=]{24}';style-src 'self';img-src 'self' data:;" +
      "connect-src 'self';object-src 'none';base-uri 'none';frame-ancestors 'none';" +
      "form-action 'self' https://login\\.force\\.example;report-uri /csp-reports$",
  ),
};
const ofTheApi: Record<string, RegExp> = {
  ...everywhere,
  "cross-origin-resource-policy": /^cross-origin$/,
  "access-control-allow-origin": /^\*$/,
  "content-security-policy": /^default-src 'none';frame-ancestors 'none'$/,
};
const bare: Record<string, RegExp> = {
  ...everywhere,
  "cross-origin-resource-policy": /^cross-origin$/,
  "content-security-policy": /^default-src 'none';frame-ancestors 'none'$/,
};

function expectHeaders(headers: Headers, expected: Record<string, RegExp>) {
  const wrong = Object.entries(expected).filter(([name, pattern]) => !pattern.test(headers.get(name) ?? ""));
  expect(wrong.map(([name]) => `${name}: ${headers.get(name) ?? "missing"}`)).toEqual([]);
  for (const name of ["x-powered-by", "server", "x-robots-tag"]) expect(headers.get(name), name).toBeNull();
}

/** A page whose address is a key: nobody is told it. */
const ofKeys = { ...ofPages, "referrer-policy": /^no-referrer$/ };
const isKey = (path: string) => path.startsWith("/feedback/");
/** What is worked with a key is no other site's to read. */
const ofTheAgencyApi = { ...ofTheApi, "access-control-allow-origin": /^$/ };
const kindOf = (path: string) => {
  if (path.startsWith("/api/v1/tasking/")) return ofTheAgencyApi;
  return path.startsWith("/api/") ? ofTheApi : isKey(path) ? ofKeys : ofPages;
};

/** The address of a pattern, of something that is there where the test has it. */
const addressOf = (pattern: string) =>
  pattern
    .replace(":slug", "westly")
    .replace(":id", "6d6e1f5e-0f57-4c57-8b53-0f2b4d4c5a01")
    .replace(/:\w+/g, "x".repeat(43))
    .replace("*", "no-such-thing");

const isApi = (path: string) => path.startsWith("/api/");
/** It goes on to the identity provider, which is not there. */
const needsProvider = (path: string) => path === "/staff/sign-in/start";
const isFile = (path: string) => /\.\w+$/.test(path);

describe.each(routeList.map(addressOf))("%s", (path) => {
  test("carries them all, to a visitor", async () => {
    const response = await ask(server, path);
    if (needsProvider(path)) expect(response.status).toBe(503);
    else expect(response.status).toBeLessThan(500);
    expectHeaders(response.headers, kindOf(path));
    expect(response.headers.get("cache-control")).toMatch(
      isApi(path) || isFile(path) ? /./ : /^private|no-store/,
    );
  });

  test("is kept nowhere for somebody signed in", async () => {
    const response = await ask(server, path, { headers: { Cookie: administrator } });
    if (needsProvider(path)) expect(response.status).toBe(503);
    else expect(response.status).toBeLessThan(500);
    expectHeaders(response.headers, kindOf(path));
    const isForAnyone =
      isApi(path) || path === "/map/lines.geojson" || /\/(?:calendar\.ics|changes\.atom)$/.test(path);
    if (!isForAnyone) expect(response.headers.get("cache-control")).toContain("no-store");
  });
});

const pages = routeList.map(addressOf).filter((path) => !isApi(path) && !isFile(path));

describe.each(pages)("%s as data", (path) => {
  test("carries them all", async () => {
    const response = await ask(server, path === "/" ? "/_root.data" : `${path}.data`);
    if (needsProvider(path)) expect(response.status).toBe(503);
    else expect(response.status).toBeLessThan(500);
    expectHeaders(response.headers, kindOf(path));
    expect(response.headers.get("cache-control")).toMatch(/^private|no-store/);
  });
});

const form = (fields: Record<string, string>): RequestInit => ({
  method: "POST",
  body: new URLSearchParams(fields),
  headers: own,
});
const evil = { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };

describe("every other kind of answer carries them too", () => {
  test.each<[string, number, () => Promise<Response>, Record<string, RegExp>]>([
    ["a form that is answered", 302, () => ask(server, "/find", form({ postcode: "SK17 1AA" })), ofPages],
    ["a form that is refused", 400, () => ask(server, "/find", form({ postcode: "no" })), ofPages],
    ["an address that cannot be read", 400, () => ask(server, "/%E0%A4%A"), ofPages],
    ["another site's form", 403, () => ask(server, "/find", { method: "POST", headers: evil }), ofPages],
    ["another site's call", 403, () => ask(server, "/find.data", { method: "POST", headers: evil }), ofPages],
    ["a page that is not there", 404, () => ask(server, "/no/such/page"), ofPages],
    ["a file that is not there", 404, () => ask(server, "/assets/none.js"), ofPages],
    ["something the API has not", 404, () => ask(server, "/api/v1/none"), ofTheApi],
    ["a page that takes no form", 405, () => ask(server, "/help", form({})), ofPages],
    [
      "writing to the API",
      405,
      () => ask(server, "/api/v1/places", { method: "PUT", headers: own }),
      ofTheApi,
    ],
    [
      "writing to the fast path",
      405,
      () => ask(server, "/api/v1/postcodes/SK171AA", { method: "PUT", headers: own }),
      ofTheApi,
    ],
    ["too long a form", 413, () => ask(server, "/find", form({ postcode: "x".repeat(1_100_000) })), ofPages],
    ["a report", 204, () => ask(server, "/csp-reports", report()), ofPages],
    ["a report that is none", 400, () => ask(server, "/csp-reports", { method: "POST", body: "x" }), ofPages],
    ["a file", 200, () => ask(server, "/favicon.svg"), ofPages],
    ["health", 200, () => ask(server, "/health"), ofPages],
    ["readiness", 200, () => ask(server, "/ready"), ofPages],
    ["the metrics", 200, () => ask(server, "/metrics"), ofPages],
    [
      "the metrics through a proxy",
      404,
      () => ask(server, "/metrics", { headers: { "X-Forwarded-For": "192.0.2.1" } }),
      ofPages,
    ],
    ["an answer of the fast path", 200, () => ask(server, "/api/v1/postcodes/SK171AA"), ofTheApi],
    ["a preflight", 204, () => ask(server, "/api/v1/places", { method: "OPTIONS" }), ofTheApi],
    ["a page that fails", 500, () => ask(broken, "/neighbourhoods"), ofPages],
    ["data that fails", 500, () => ask(broken, "/neighbourhoods.data"), ofPages],
    ["an answer of the API that fails", 500, () => ask(broken, "/api/v1/neighbourhoods"), ofTheApi],
    ["a fast path that fails", 500, () => ask(broken, "/api/v1/postcodes/SK171AA"), ofTheApi],
    ["a page before anything is loaded", 503, () => ask(lost, "/neighbourhoods"), ofPages],
    ["the API before anything is loaded", 503, () => ask(lost, "/api/v1/neighbourhoods"), ofTheApi],
    ["the fast path before anything is loaded", 503, () => ask(lost, "/api/v1/postcodes/SK171AA"), ofTheApi],
    ["ill health", 503, () => ask(lost, "/health"), ofPages],
    ["not ready", 503, () => ask(lost, "/ready"), ofPages],
  ])("%s (%i)", async (_, status, answer, expected) => {
    const response = await answer();
    expect(response.status).toBe(status);
    expectHeaders(response.headers, expected);
    if (status === 429 || (status === 503 && !/health|ready/.test(response.url)))
      expect(response.headers.get("retry-after")).toMatch(/^\d+$/);
    if (status >= 500) expect(await response.text()).not.toMatch(/example\.org|SK17| {4}at /);
  });

  const repeat = async (path: string, init: () => RequestInit = () => ({})) => {
    let response = await ask(limited, path, init());
    for (let count = 0; count < 40 && response.status !== 429; count += 1)
      response = await ask(limited, path, init());
    return response;
  };
  test.each<[string, () => Promise<Response>, Record<string, RegExp>]>([
    ["the API", () => repeat("/api/v1/places?q=buxton"), ofTheApi],
    ["the fast path", () => repeat("/api/v1/postcodes/SK171AA"), ofTheApi],
    ["the reports", () => repeat("/csp-reports", report), ofPages],
  ])("%s asked too often (429)", async (_, answer, expected) => {
    const response = await answer();
    expect(response.status).toBe(429);
    expectHeaders(response.headers, expected);
    expect(response.headers.get("retry-after")).toMatch(/^\d+$/);
  });

  test.each([
    ["a Host that is none", "GET / HTTP/1.1\r\nHost: a b/c\r\n", 400, ofPages],
    ["what is no HTTP", "GET / HTTP/1.1\r\nno header at all\r\n", 400, bare],
    ["headers without end", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n`, 431, bare],
  ] as const)("%s", async (_, head, status, expected) => {
    const answer = await rawRequest(server.port, head);
    const [line = "", ...lines] = (answer.split("\r\n\r\n")[0] ?? "").split("\r\n");
    expect(line).toContain(` ${status} `);
    expectHeaders(
      new Headers(
        lines.map((each): [string, string] => [
          each.split(": ")[0] ?? "",
          each.slice(each.indexOf(": ") + 2),
        ]),
      ),
      expected,
    );
  });
});

test("a request names itself to nobody", async () => {
  const response = await ask(server, "/help", { headers: { "X-Request-Id": "chosen-by-the-caller" } });
  expect(response.headers.get("x-request-id")).toMatch(/^[\da-f]{8}-\w+$/);
  expect(await response.text()).not.toContain("chosen-by-the-caller");
  expect(server.log()).not.toContain("chosen-by-the-caller");
});

describe("a report of a browser", () => {
  test("is logged without an address, and what is no report is not", async () => {
    await ask(server, "/csp-reports", report());
    const line = server
      .log()
      .split("\n")
      .find((each) => each.includes("breach of the policy"));
    expect(JSON.parse(line ?? "{}")).toMatchObject({
      directive: "script-src-elem",
      blocked: "evil.example",
      route: "/neighbourhoods/:slug",
    });
    expect(server.log()).not.toContain("SK17");
    const before = server.log().match(/breach of the policy/g)?.length;
    for (const body of ["", "{}", "[1]", `{"csp-report":{"document-uri":"${"x".repeat(20_000)}"}}`])
      expect((await ask(server, "/csp-reports", { method: "POST", body })).status).toBe(400);
    expect(server.log().match(/breach of the policy/g)?.length).toBe(before);
  });
});

function report(): RequestInit {
  const body = JSON.stringify({
    "csp-report": {
      "document-uri": "https://force.example/neighbourhoods/westly?from=SK17+1AA",
      "effective-directive": "script-src-elem",
      "blocked-uri": "https://evil.example/steal.js?SK17",
    },
  });
  return { method: "POST", body, headers: { "Content-Type": "application/csp-report" } };
}
