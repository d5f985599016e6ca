import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { ensureBuilt } from "../../app/server/build.js";

let database: TestDatabase;
let server: ListeningServer;
beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase();
  await fillDemonstration(database.db, new Date(), () => undefined);
  server = await listenForTest(database.db, {}, { finder: await loadFinder(database.db), force: null });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const get = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);

const named = z.object({ code: z.string(), name: z.string() });
const edition = z.object({ id: z.string(), source: z.string(), date: z.string().nullable() });
const listed = z.object({
  slug: z.string(),
  code: z.string(),
  name: z.string(),
  district: z.string(),
  bcu: named,
  section: named,
  team: named,
  centre: z.object({ lat: z.number().min(52).max(54), lng: z.number().min(-3).max(-1) }),
  links: z.object({ self: z.url(), page: z.url() }),
});

describe("GET /api/v1/neighbourhoods", () => {
  it("lists all 103, each with its place in the force", async () => {
    const body = z
      .object({ neighbourhoods: z.array(listed), edition })
      .parse(await (await get("/api/v1/neighbourhoods")).json());
    expect(body.neighbourhoods).toHaveLength(103);
    expect(new Set(body.neighbourhoods.map(({ bcu }) => bcu.code)).size).toBe(4);
    expect(new Set(body.neighbourhoods.map(({ team }) => team.code)).size).toBe(23);
  });

  it("links to addresses that answer", async () => {
    const { neighbourhoods } = z
      .object({ neighbourhoods: z.array(listed) })
      .parse(await (await get("/api/v1/neighbourhoods")).json());
    for (const url of Object.values(neighbourhoods[0]?.links ?? {})) {
      const response = await get(new URL(url).pathname);
      expect([url, response.status]).toEqual([url, 200]);
      await response.arrayBuffer();
    }
  });
});

describe("GET /api/v1/neighbourhoods/:slug", () => {
  it("says what the public page says, and nothing that it does not", async () => {
    const response = await get("/api/v1/neighbourhoods/gamesley");
    expect(response.status).toBe(200);
    const text = await response.text();
    const body = z
      .object({
        name: z.literal("Gamesley"),
        partnership: named,
        saferNeighbourhoodsTeam: named,
        team: z.array(z.object({ title: z.string(), words: z.string(), isVacant: z.boolean() })).min(3),
        contact: z.object({ email: z.string(), telephone: z.string() }),
        bases: z.array(z.object({ name: z.string() })),
        neighbours: z.array(z.object({ slug: z.string() })).min(1),
        edition: edition.extend({ isIllustrative: z.literal(true) }),
      })
      .parse(JSON.parse(text));
    expect(body.team[0]?.title).toBe("Sgt");
    expect(text).not.toMatch(/reference|photoOk|publicNameOk|isPublic|fundingSource/);
  });

  it("is 404 as a problem for another slug", async () => {
    const response = await get("/api/v1/neighbourhoods/atlantis");
    expect(response.status).toBe(404);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ type: "/problems/not-found", status: 404 });
  });
});

const collectionSchema = z.object({
  type: z.literal("FeatureCollection"),
  attribution: z.string(),
  edition,
  features: z.array(
    z.object({
      type: z.literal("Feature"),
      id: z.string(),
      properties: z.object({ slug: z.string(), code: z.string(), name: z.string() }),
      geometry: z.object({
        type: z.enum(["Polygon", "MultiPolygon"]),
        coordinates: z.array(z.unknown()).min(1),
      }),
    }),
  ),
});

describe("GET /api/v1/neighbourhoods.geojson", () => {
  it.each(["", "?detail=exact", "?detail=5", "?detail=9", "?detail=16"])(
    "%s holds every area",
    async (query) => {
      const response = await get(`/api/v1/neighbourhoods.geojson${query}`);
      expect(response.status).toBe(200);
      expect(response.headers.get("Content-Type")).toBe("application/geo+json; charset=utf-8");
      expect(response.headers.get("Content-Encoding")).not.toBeNull();
      expect(collectionSchema.parse(await response.json()).features).toHaveLength(103);
    },
  );

  it("is smaller for a smaller zoom", async () => {
    const size = async (detail: string) =>
      (await (await get(`/api/v1/neighbourhoods.geojson?detail=${detail}`)).text()).length;
    expect(await size("7")).toBeLessThan((await size("exact")) / 2);
  });

  it.each(["4", "17", "1e1", "9.5", "all", "-9"])("refuses detail=%s", async (detail) => {
    const response = await get(`/api/v1/neighbourhoods.geojson?detail=${detail}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ type: "/problems/bad-request" });
  });
});

describe("GET /api/v1/places", () => {
  it.each([
    ["q=Buxon", "Buxton"],
    ["q=chapel%20en%20le%20frith", "Chapel-en-le-Frith"],
  ])("?%s finds %s first", async (query, name) => {
    const body: unknown = await (await get(`/api/v1/places?${query}`)).json();
    const { places } = z
      .object({ places: z.array(z.object({ name: z.string(), lng: z.number() })) })
      .parse(body);
    expect(places[0]?.name).toBe(name);
    expect(places.length).toBeLessThanOrEqual(10);
  });

  it.each(["", "q=", "q=%20", `q=${"x".repeat(101)}`, "q=a&limit=0", "q=a&limit=21", "q=a&limit=x"])(
    "refuses ?%s",
    async (query) => {
      const response = await get(`/api/v1/places?${query}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ type: "/problems/bad-request" });
    },
  );

  it("keeps to the limit", async () => {
    const body: unknown = await (await get("/api/v1/places?q=a&limit=20")).json();
    expect(z.object({ places: z.array(z.unknown()) }).parse(body).places.length).toBeLessThanOrEqual(20);
  });
});

describe("all of it, as HTTP", () => {
  const paths = [
    "/api/v1/neighbourhoods",
    "/api/v1/neighbourhoods/gamesley",
    "/api/v1/neighbourhoods.geojson?detail=8",
  ];

  it.each([...paths, "/api/v1/places?q=Buxton"])("%s: CORS, caching, 304, HEAD, 405", async (path) => {
    const response = await get(path);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(response.headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=300, stale-while-revalidate=600");
    expect(response.headers.get("RateLimit")).not.toBeNull();
    await response.arrayBuffer();

    const etag = response.headers.get("ETag") ?? "";
    expect(etag).not.toBe("");
    const again = await get(path, { headers: { "If-None-Match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const head = await get(path, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect((await get(path, { method: "OPTIONS" })).status).toBe(204);
    const posted = await get(path, { method: "POST" });
    expect([posted.status, posted.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });

  it.each(["/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v1/postcodes/", "/api/v1/neighbourhoods/a/b"])(
    "%s is not found, as a problem",
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    },
  );
});
