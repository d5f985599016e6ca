import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { limits } from "#app/domain/limits.ts";
import { addDays } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import { cookieOf } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { keyOf, list, numbersOf, openApiDesk, type ApiDesk, type NewKey } from "./tasking-api-desk.ts";

let desk: ApiDesk;
beforeAll(ensureBuilt);
beforeEach(async () => {
  desk = await openApiDesk();
});
afterEach(() => desk.close());

describe("a key", () => {
  test.each<[string, NewKey]>([
    ["that was ended", { endedAt: new Date(Date.now() - 1_000) }],
    ["past its last day", { endsOn: "2026-01-01" }],
  ])("%s opens nothing, and looks like one that never was", async (_, more) => {
    await desk.addKey("council", "old", more);
    const [old, never] = [await desk.get(list, "old"), await desk.get(list, "never")];
    expect(old).toMatchObject({ status: 401, body: { type: "/problems/key-needed" } });
    expect(old.body).toEqual(never.body);
    expect(old.headers.get("WWW-Authenticate")).toBe("Bearer");
  });

  test("of an agency whose agreement lapsed says since when, and shows nothing", async () => {
    const id = await desk.action(1);
    await desk.lapse("A-22222", addDays(desk.today, -3));
    const shut = {
      status: 403,
      body: { type: "/problems/agreement-lapsed", since: addDays(desk.today, -2) },
    };
    expect(await desk.get(list, "council")).toMatchObject(shut);
    expect(await desk.get(`${list}/${id}`, "council")).toMatchObject(shut);
    expect(await desk.post(id, "council", { answer: "accept", version: 1 })).toMatchObject(shut);
    expect(await desk.actionOf(id)).toMatchObject({ state: "assigned" });
    await desk.renew();
    expect(numbersOf(await desk.get(list, "council"))).toEqual(["PA-1"]);
  });

  test("of an agency that never shared", async () => {
    await desk.addKey("youth");
    expect(await desk.get(list, "youth")).toMatchObject({
      status: 403,
      body: { type: "/problems/agreement-lapsed", since: null },
    });
  });

  test("is kept as used, at most once a minute", async () => {
    const used = async () =>
      (await desk.db.select().from(schema.agencyKeys).where(eq(schema.agencyKeys.name, "council")))[0]
        ?.lastUsedAt;
    expect(await used()).toBeNull();
    await desk.get(list, "council");
    const first = await used();
    expect(first).toBeInstanceOf(Date);
    await desk.get(list, "council");
    expect(await used()).toEqual(first);
    await desk.db.update(schema.agencyKeys).set({ lastUsedAt: new Date(Date.now() - 61_000) });
    await desk.get(list, "council");
    expect((await used())?.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  test("has a limit of its own, which another’s use leaves alone", async () => {
    await desk.db.insert(schema.allowances).values({
      key: `requestsPerAgencyKey:${desk.id("key council")}`,
      count: limits.requestsPerAgencyKey.limit,
      windowEndsAt: new Date(Date.now() + 30_000),
    });
    const refused = await desk.get(list, "council");
    expect(refused).toMatchObject({ status: 429, body: { type: "/problems/too-many-requests" } });
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect((await desk.get(list, "housing")).status).toBe(200);
  });
});

describe("at the door", () => {
  test.each([
    ["GET", list],
    ["POST", `${list}/0b7e5b0e-0000-4000-8000-000000000001`],
    ["GET", `${list}.data`],
    ["GET", "/api/v1/tasking/no-such"],
  ])("%s %s without a key", async (method, path) => {
    const answer = await desk.ask(path, null, { method });
    expect(answer).toMatchObject({ status: 401, body: { type: "/problems/key-needed" } });
  });

  test("a session opens nothing, not even an administrator’s", async () => {
    const cookie = await cookieOf(desk.db, { id: desk.id("Council officer"), kind: "member" });
    expect((await desk.ask(list, null, { headers: { Cookie: cookie } })).status).toBe(401);
  });

  test("a session beside a key counts for nothing, and no other origin is in its way", async () => {
    const id = await desk.action(1, { agency: "housing" });
    const cookie = await cookieOf(desk.db, { id: desk.id("Council officer"), kind: "member" });
    const headers = { Cookie: cookie, Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };
    expect((await desk.post(id, "housing", { answer: "accept", version: 1 }, { headers })).status).toBe(200);
    const [event] = await desk.db.select().from(schema.taskingActionEvents);
    expect(event).toMatchObject({ by: null, keyId: desk.id("key housing") });
  });

  test("a key opens no other address", async () => {
    const foreign = { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };
    const sent = { method: "POST", body: "{}", headers: foreign };
    expect((await desk.ask("/partners/sign-in", keyOf("council"), sent)).status).toBe(403);
    expect((await desk.ask("/partners", keyOf("council"))).status).toBe(302);
    expect((await desk.ask("/api/v1/priorities", keyOf("council"), sent)).status).toBe(405);
  });

  test.each(["PUT", "DELETE", "OPTIONS"])("%s is no method of it", async (method) => {
    const answer = await desk.ask(list, keyOf("council"), { method });
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "GET, HEAD, POST"]);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });

  test("nothing is added to the list", async () => {
    expect((await desk.ask(list, keyOf("council"), { method: "POST", body: "{}" })).status).toBe(405);
  });

  test("the log holds no key and no task", async () => {
    const id = await desk.action(1);
    await desk.get(`${list}/${id}`, "council");
    expect(desk.log()).toContain("/api/v1/tasking/actions/:id");
    expect(desk.log()).not.toContain(keyOf("council"));
    expect(desk.log()).not.toContain("Repair the lights");
  });
});
