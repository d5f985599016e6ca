import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFinder } from "#app/domain/finder/create-finder.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { finderFacts, listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { rawRequest } from "#tests/support/raw-request.ts";
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

const get = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);
const westly = { slug: "westly", code: "W1", name: "Westly", district: "High Peak" };
const eastly = { slug: "eastly", code: "E1", name: "Eastly", district: "High Peak" };
const edition = { id: "postcodes", source: "postcodes", date: "2025-11-01" };

describe("GET /api/v1/postcodes/:postcode", () => {
  it("answers whole", async () => {
    const response = await get("/api/v1/postcodes/sk171aa");
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
    expect(await response.json()).toEqual({
      postcode: "SK17 1AA",
      neighbourhood: westly,
      answeredBy: "boundary",
      alternatives: [],
      askFirst: false,
      edition,
      point: { lng: -1.55, lat: 53.05 },
    });
  });

  it.each([
    [
      "SK17%201AB",
      200,
      { neighbourhood: westly, askFirst: false, alternatives: [{ ...eastly, distanceMetres: 80 }] },
    ],
    ["SK17+1AD", 400, { type: "/problems/not-a-postcode" }],
    ["SK171AD", 200, { neighbourhood: westly, askFirst: true }],
    ["SK171AE", 200, { neighbourhood: eastly, answeredBy: "nearest" }],
    ["SK221AA", 200, { neighbourhood: eastly, answeredBy: "postcode", edition: { id: "boundaries" } }],
    ["SK171AG", 200, { neighbourhood: null, answeredBy: "outward", alternatives: [eastly, westly] }],
    ["SK171AF", 410, { type: "/problems/terminated", terminatedIn: "2019-06", alternatives: [eastly] }],
    ["S12HE", 404, { type: "/problems/outside-force", otherForce: { name: "South Yorkshire Police" } }],
    ["ZZ999ZZ", 404, { type: "/problems/unknown", postcode: "ZZ99 9ZZ" }],
    ["hello", 400, { type: "/problems/not-a-postcode", reason: "not-a-postcode", suggestion: null }],
    ["SK17", 400, { type: "/problems/not-a-postcode", reason: "outward-only" }],
    ["SK17%2OAA", 400, { type: "/problems/bad-request" }],
    [`SK17${"A".repeat(600)}`, 414, { type: "/problems/address-too-long" }],
    ["SK17/1AA", 404, { type: "/problems/not-found" }],
    ["SK171AA?x=1", 200, { neighbourhood: westly }],
  ])("%s → %i", async (typed, status, body) => {
    const response = await get(`/api/v1/postcodes/${typed}`);
    expect(response.status).toBe(status);
    const answer: unknown = await response.json();
    expect(answer).toMatchObject(body);
    if (status >= 400) {
      expect(response.headers.get("Content-Type")).toMatch(/^application\/problem\+json/);
      expect(answer).toMatchObject({ status, title: expect.any(String) as string });
      expect(response.headers.get("Cache-Control")).toMatch(/^(public, max-age=60|no-store)$/);
    }
  });

  it("offers what was meant", async () => {
    expect(await (await get("/api/v1/postcodes/SKI7%201AA")).json()).toMatchObject({
      suggestion: "SK17 1AA",
    });
  });
});

describe("GET /api/v1/locate", () => {
  it.each([
    ["lat=53.05&lng=-1.55", 200, { neighbourhood: westly, answeredBy: "boundary", alternatives: [] }],
    ["lat=53.05&lng=-1.5001", 200, { neighbourhood: westly, askFirst: true, alternatives: [eastly] }],
    ["lat=53.05&lng=-1.39", 404, { type: "/problems/outside-force", nearest: eastly }],
    ["lat=53.05", 400, { type: "/problems/not-a-position" }],
    ["", 400, { type: "/problems/not-a-position" }],
    ["lat=53.05&lng=", 400, { type: "/problems/not-a-position" }],
    ["lat=-1.55&lng=190", 400, { type: "/problems/not-a-position" }],
    ["lat=5e1&lng=-1.55", 400, { type: "/problems/not-a-position" }],
  ])("?%s → %i", async (query, status, body) => {
    const response = await get(`/api/v1/locate?${query}`);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject(body);
  });
});

describe("as HTTP", () => {
  it("is read by anyone's page, and kept", async () => {
    const { headers } = await get("/api/v1/postcodes/SK171AA");
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(headers.get("Cache-Control")).toBe("public, max-age=300, stale-while-revalidate=600");
    expect(headers.get("RateLimit")).toMatch(/^"api";r=\d+;t=\d+$/);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Content-Security-Policy")).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get("X-Robots-Tag")).toBe("noindex, nofollow");
  });

  it("gives an entity tag, and 304 with it and no body", async () => {
    const path = "/api/v1/postcodes/SK171AA";
    const etag = (await get(path)).headers.get("ETag") ?? "";
    expect(etag).toMatch(/^W\/"[\w.-]+"$/);
    const again = await get(path, { headers: { "If-None-Match": `"other", ${etag}` } });
    expect(again.status).toBe(304);
    expect(again.headers.get("ETag")).toBe(etag);
    expect(await again.text()).toBe("");
    expect((await get(path, { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
  });

  it("answers HEAD as GET, without the body", async () => {
    const path = "/api/v1/locate?lat=53.05&lng=-1.55";
    const whole = await (await get(path)).text();
    const head = await get(path, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(head.headers.get("Content-Length")).toBe(String(Buffer.byteLength(whole)));
    expect(await head.text()).toBe("");
  });

  it("answers a preflight, and refuses to be written to", async () => {
    const preflight = await get("/api/v1/postcodes/SK171AA", { method: "OPTIONS" });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("Access-Control-Allow-Methods")).toBe("GET, HEAD, OPTIONS");
    for (const method of ["POST", "PUT", "DELETE"]) {
      const refused = await get("/api/v1/postcodes/SK171AA", { method });
      expect(refused.status).toBe(405);
      expect(refused.headers.get("Allow")).toBe("GET, HEAD, OPTIONS");
    }
  });

  it("logs patterns of addresses with counts, never a postcode, the last ones when it stops", async () => {
    const own = await listenForTest(database.db);
    for (const path of ["postcodes/SK171AB", "postcodes/SK171AA", "locate?lat=53.012345&lng=-1.55"]) {
      await fetch(`${own.url}/api/v1/${path}`);
    }
    await own.close();
    expect(own.log()).toMatch(/"route":"\/api\/v1\/postcodes\/:postcode","status":200,"count":2,/);
    expect(own.log()).toMatch(/"route":"\/api\/v1\/locate","status":200,"count":1,/);
    expect(own.log()).not.toMatch(/SK17|53\.012345/i);
  });

  it("survives an address that is no address", async () => {
    expect(await rawRequest(server.port, "GET /api/v1/postcodes/%FF HTTP/1.1\r\nHost: a\r\n")).toMatch(
      /^HTTP\/1.1 400/,
    );
  });
});

describe("limits", () => {
  it("refuses beyond the limit, says when to come back, and lets the rest of the API go on", async () => {
    const small = await listenForTest(database.db, { API_LIMIT_PER_MINUTE: "10" });
    const statuses: number[] = [];
    let last: Response | null = null;
    for (let count = 0; count < 11; count += 1) {
      last = await fetch(`${small.url}/api/v1/postcodes/SK171AA`);
      statuses.push(last.status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(200), 429]);
    expect(Number(last?.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(last?.headers.get("Cache-Control")).toBe("no-store");
    expect(await last?.json()).toMatchObject({ type: "/problems/too-many-requests" });
    expect((await fetch(`${small.url}/api/v1/places?q=buxton`)).status).toBe(200);
    expect((await fetch(`${small.url}/api/v1/places?q=buxton`)).status).toBe(429);
    await small.close();
  });

  it("counts by the forwarded address only where a proxy is trusted", async () => {
    const asked = async (settings: Record<string, string>) => {
      const small = await listenForTest(database.db, { API_LIMIT_PER_MINUTE: "10", ...settings });
      let status = 0;
      for (let count = 0; count < 11; count += 1) {
        const headers = { "X-Forwarded-For": `192.0.2.${count}` };
        status = (await fetch(`${small.url}/api/v1/postcodes/SK171AA`, { headers })).status;
      }
      await small.close();
      return status;
    };
    expect(await asked({})).toBe(429);
    expect(await asked({ TRUST_PROXY: "1" })).toBe(200);
  });
});

describe("editions", () => {
  it("answers 503 until something is loaded, and from the new edition at once", async () => {
    const own = await listenForTest(database.db, {}, { finder: null, force: null });
    const path = `${own.url}/api/v1/postcodes/SK171AA`;
    const early = await fetch(path);
    expect(early.status).toBe(503);
    expect(early.headers.get("Retry-After")).toBe("60");
    expect((await fetch(`${own.url}/api/v1/neighbourhoods`)).status).toBe(503);
    expect((await fetch(`${own.url}/ready`)).status).toBe(503);

    await own.put({ finder: createFinder(finderFacts), force: null });
    const first = await fetch(path);
    expect(first.status).toBe(200);
    expect((await fetch(`${own.url}/ready`)).status).toBe(200);
    await own.put({ finder: createFinder({ ...finderFacts, version: "2" }), force: null });
    expect((await fetch(path)).headers.get("ETag")).not.toBe(first.headers.get("ETag"));
    await own.close();
  });
});
