import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { rawRequest } from "#tests/support/raw-request.ts";
import { realForceSettings } from "#tests/support/real-force.ts";
import { ensureBuilt } from "../../app/server/build.js";

let database: TestDatabase;
let server: ListeningServer;
beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase();
  server = await listenForTest(database.db, { MAP_TILES_URL: "https://{s}.tiles.example/{z}/{x}/{y}.png" });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const get = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);
const assetOf = (html: string) => /\/assets\/[\w.-]+\.css/.exec(html)?.[0] ?? "";

describe("headers", () => {
  it.each([
    ["/", 200],
    ["/no-such-page", 404],
    ["/neighbourhoods/westly", 200],
    ["/assets/no-such-file.js", 404],
  ])("%s carries them all", async (path, status) => {
    const { headers, status: given } = await get(path);
    expect(given).toBe(status);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("X-Frame-Options")).toBe("DENY");
    expect(headers.get("Referrer-Policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("Permissions-Policy")).toMatch(/^geolocation=\(self\), camera=\(\)/);
    expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
    expect(headers.get("X-Robots-Tag")).toBe("noindex, nofollow");
    expect(headers.get("X-Request-Id")).toMatch(/^[\da-f]{8}-\w+$/);
    expect(headers.get("X-Powered-By")).toBeNull();
    expect(headers.get("Strict-Transport-Security")).toBeNull();
  });

  it("has a policy that lets our script run, and nobody else's", async () => {
    const response = await get("/");
    const policy = response.headers.get("Content-Security-Policy") ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(policy).toBe(
      `default-src 'self';script-src 'self' 'nonce-${nonce}';style-src 'self';` +
        "img-src 'self' data: https://*.tiles.example;connect-src 'self';object-src 'none';base-uri 'none';" +
        "frame-ancestors 'none';form-action 'self';report-uri /csp-reports",
    );
    const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    const next = (await get("/")).headers.get("Content-Security-Policy");
    expect(next).not.toContain(nonce);
  });

  it("promises https, and lets robots in, only where a real force has it", async () => {
    const real = await listenForTest(database.db, realForceSettings);
    const { headers } = await fetch(`${real.url}/`);
    expect(headers.get("Strict-Transport-Security")).toBe("max-age=63072000; includeSubDomains");
    expect(headers.get("X-Robots-Tag")).toBeNull();
    await real.close();
  });
});

describe("files", () => {
  it("keeps built files for ever and others for an hour", async () => {
    const css = await get(assetOf(await (await get("/")).text()));
    expect(css.status).toBe(200);
    expect(css.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect((await get("/favicon.svg")).headers.get("Cache-Control")).toBe("public, max-age=3600");
  });
  it.each(["/../package.json", "/assets/..%2f..%2fserver/index.js", "/.vite/manifest.json", "/%00"])(
    "%s gives nothing away",
    async (path) => {
      const answer = await rawRequest(server.port, `GET ${path} HTTP/1.1\r\nHost: ${server.host}\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 40[04]/);
    },
  );
});

describe("the cross-site guard", () => {
  const own = () => ({ Origin: server.url });
  it.each([
    ["a form of ours", () => ({ ...own(), "Sec-Fetch-Site": "same-origin" }), true],
    ["a form of ours on plain http", own, true],
    [
      "a form of another site",
      () => ({ Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" }),
      false,
    ],
    ["another site on plain http", () => ({ Origin: "http://evil.example" }), false],
    ["no word of where from", () => ({}), false],
    ["a hidden origin", () => ({ Origin: "null" }), false],
  ])("%s", async (_, headers, isAccepted) => {
    const body = new URLSearchParams({ postcode: "SK17 1AA" });
    const response = await get("/find", { method: "POST", body, headers: headers(), redirect: "manual" });
    expect(response.status === 403).toBe(!isAccepted);
    if (!isAccepted) expect(await response.text()).toContain("We could not accept this form");
    else expect(response.status).toBeLessThan(400);
  });

  it("compares with the public address of a real force, not with Host", async () => {
    const publicUrl = realForceSettings.PUBLIC_URL;
    const real = await listenForTest(database.db, realForceSettings);
    const post = async (origin: string) =>
      (await fetch(`${real.url}/help`, { method: "POST", headers: { Origin: origin } })).status;
    expect(await post(real.url)).toBe(403);
    expect(await post(publicUrl)).not.toBe(403);
    await real.close();
  });
});

describe("limits", () => {
  const head = (rest: string) =>
    `POST /find HTTP/1.1\r\nHost: ${server.host}\r\nOrigin: ${server.url}\r\n${rest}`;
  const form = "Content-Type: application/x-www-form-urlencoded\r\n";

  it("refuses a body that announces too much", async () => {
    const answer = await rawRequest(server.port, head(`${form}Content-Length: 9999999\r\n`), "postcode=");
    expect(answer).toMatch(/^HTTP\/1\.1 413/);
    expect(answer).toContain("That is too much to send at once");
  });
  it("refuses a body that announces nothing and goes on", async () => {
    const chunk = `10000\r\n${"x".repeat(65_536)}\r\n`;
    const answer = await rawRequest(
      server.port,
      head(`${form}Transfer-Encoding: chunked\r\n`),
      `${chunk.repeat(20)}0\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413/);
  });
  it("reads a small body that announces nothing", async () => {
    const body = "postcode=SK17+1AA";
    const chunked = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
    const answer = await rawRequest(server.port, head(`${form}Transfer-Encoding: chunked\r\n`), chunked);
    expect(answer).toMatch(/^HTTP\/1\.1 30[23]/);
  });
  it("refuses a Host that is none", async () => {
    expect(await rawRequest(server.port, "GET / HTTP/1.1\r\nHost: a b/c\r\n")).toMatch(/^HTTP\/1\.1 400/);
  });
});

describe("health", () => {
  it("is well, and ready, and not to be kept", async () => {
    const health = await get("/health");
    expect([health.status, await health.json()]).toEqual([200, { status: "ok", database: "ok" }]);
    expect(health.headers.get("Cache-Control")).toBe("no-store");
    expect((await get("/ready")).status).toBe(200);
  });
  it("says within two seconds that the database is gone", async () => {
    const lost = await openTestDatabase();
    const own = await listenForTest(lost.db);
    await lost.close();
    const health = await fetch(`${own.url}/health`, { signal: AbortSignal.timeout(2_000) });
    expect([health.status, await health.json()]).toEqual([
      503,
      { status: "failing", database: "unreachable" },
    ]);
    await own.close();
  });
});

it("logs one line a request, with the pattern of the address and nothing typed", async () => {
  await (await get("/neighbourhoods/westly?from=SK17+1AA")).arrayBuffer();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(server.log()).toContain('"route":"/neighbourhoods/:slug"');
  expect(server.log()).not.toMatch(/westly|SK17/);
});
