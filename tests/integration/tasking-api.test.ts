import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { limits } from "#app/domain/limits.ts";
import { addDays } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { cookieOf } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { openTaskingDesk, type TaskingDesk } from "./tasking-desk.ts";

const list = "/api/v1/tasking/actions";
const keyOf = (name: string) => `sn_${createHash("sha256").update(name).digest("base64url")}`;
const hash = (key: string) => createHash("sha256").update(key).digest("hex");

let desk: TaskingDesk;
let server: ListeningServer;
beforeAll(ensureBuilt);
beforeEach(async () => {
  desk = await openTaskingDesk();
  server = await listenForTest(desk.db);
  await addKey("council");
  await addKey("housing");
});
afterEach(async () => {
  await server.close();
  await desk.close();
});

type NewKey = Partial<typeof schema.agencyKeys.$inferInsert>;

async function addKey(agency: string, name = agency, more: NewKey = {}) {
  const row = { agencyId: desk.id(agency), name, hash: hash(keyOf(name)), madeAt: desk.now };
  await desk.db
    .insert(schema.agencyKeys)
    .values({ ...row, id: desk.id(`key ${name}`), endsOn: addDays(desk.today, 100), ...more });
}

interface ApiAction {
  number: string;
  state: string;
}

/** What the answers hold between them; each has some of it. */
interface Body {
  actions: ApiAction[];
  action: ApiAction;
  next: string | null;
  errors: { field: string }[];
}

interface Answer {
  status: number;
  headers: Headers;
  body: Body;
}

async function ask(path: string, key: string | null, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${server.url}${path}`, {
    redirect: "manual",
    ...init,
    headers: {
      ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
      ...(init.body === undefined ? {} : { "Content-Type": "application/json" }),
      ...Object.fromEntries(new Headers(init.headers)),
    },
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("Content-Type") ?? "");
  return {
    status: response.status,
    headers: response.headers,
    body: JSON.parse(isJson ? text : "{}") as Body,
  };
}
const get = (path: string, name: string) => ask(path, keyOf(name));
const post = (id: string, name: string, said: unknown, init: RequestInit = {}) =>
  ask(`${list}/${id}`, keyOf(name), { method: "POST", body: JSON.stringify(said), ...init });
const numbersOf = ({ body }: Answer) => body.actions.map(({ number }) => number);
const actionOf = async (id: string) =>
  (await desk.db.select().from(schema.taskingActions).where(eq(schema.taskingActions.id, id)))[0];

describe("the list", () => {
  test("is the agency’s own, as far as it is open, marked, and kept by nobody", async () => {
    await desk.priority("P-77777", "n1", { title: "Lights on the rec" });
    const id = await desk.action(1, { priority: "P-77777", dueOn: addDays(desk.today, -2) });
    await desk.action(2, { agency: "housing" });
    await desk.action(3, {
      state: "done",
      result: "Done.",
      closedAt: desk.now,
      publicLineState: "withheld",
      withheldReason: "x",
    });
    await desk.action(4, { group: "PB" });
    const answer = await get(list, "council");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
    expect(answer.body).toMatchObject({ marking: "OFFICIAL-SENSITIVE", next: null });
    expect(answer.body.actions).toMatchObject([
      {
        id,
        number: "PA-1",
        group: { code: "PA", name: "Group PA" },
        kind: "environmental",
        kindWords: "Environmental work",
        task: "Repair the lights of PA-1",
        position: "Street lighting officer",
        dueOn: addDays(desk.today, -2),
        isLate: true,
        state: "assigned",
        stateWords: "Not answered yet",
        version: 1,
        priority: { reference: "P-77777", title: "Lights on the rec" },
        links: {
          self: expect.stringMatching(new RegExp(`${list}/${id}$`)) as string,
          page: expect.stringMatching(new RegExp(`/partners/asked/${id}$`)) as string,
        },
      },
    ]);
    expect(numbersOf(await get(`${list}?state=closed`, "council"))).toEqual(["PA-3"]);
    expect(numbersOf(await get(`${list}?state=all`, "council")).sort()).toEqual(["PA-1", "PA-3"]);
    expect(numbersOf(await get(`${list}?state=all`, "housing"))).toEqual(["PA-2"]);
  });

  test("shows nothing of a priority that was taken down", async () => {
    await desk.priority("P-77777", "n1", { takenDownAt: desk.now });
    await desk.action(1, { priority: "P-77777" });
    expect((await get(list, "council")).body.actions).toMatchObject([{ priority: null }]);
  });

  test("goes on page by page, each action once, however many changed at the same moment", async () => {
    await desk.db.insert(schema.taskingActions).values(
      Array.from({ length: 7 }, (_, index) => ({
        groupId: desk.id("group PA"),
        number: index + 1,
        kind: "housing" as const,
        task: "x",
        agencyId: desk.id("council"),
        position: "x",
        dueOn: addDays(desk.today, 1),
        givenAt: desk.now,
        changedAt: new Date(desk.now.getTime() - (index < 5 ? 1_000 : 0)),
      })),
    );
    const seen: string[] = [];
    let path: string | null = `${list}?limit=3`;
    while (path !== null) {
      const answer: Answer = await get(path, "council");
      seen.push(...numbersOf(answer));
      const { next } = answer.body;
      path = next === null ? null : next.slice(next.indexOf("/api/"));
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    const since = encodeURIComponent(desk.now.toISOString());
    expect(numbersOf(await get(`${list}?since=${since}`, "council")).sort()).toEqual(["PA-6", "PA-7"]);
  });

  test.each(["state=late", "since=yesterday", "limit=101", "after=x"])("%s is refused", async (query) => {
    expect(await get(`${list}?${query}`, "council")).toMatchObject({
      status: 400,
      body: { type: "/problems/bad-request" },
    });
  });

  test("is recorded, under the agency and the key", async () => {
    const id = await desk.action(1);
    await get(list, "council");
    await get(`${list}/${id}`, "council");
    const [ofList, ofOne] = await desk.auditOf("tasking.read");
    const agencyId = desk.id("council");
    expect(ofList).toMatchObject({
      actorKind: "member",
      actorId: null,
      agencyId,
      subjectKind: "agency-key",
      subjectId: desk.id("key council"),
      details: { page: "api", count: 1 },
    });
    expect(ofOne).toMatchObject({
      agencyId,
      subjectKind: "tasking-action",
      subjectId: id,
      details: { key: desk.id("key council") },
    });
  });
});

describe("another agency’s action", () => {
  test("is not there, to be read or answered, as one that never was", async () => {
    const id = await desk.action(1, { agency: "housing" });
    const never = "0b7e5b0e-0000-4000-8000-000000000001";
    const [there, nowhere] = [
      await get(`${list}/${id}`, "council"),
      await get(`${list}/${never}`, "council"),
    ];
    expect([there.status, there.body]).toEqual([404, nowhere.body]);
    expect((await get(`${list}/no-id`, "council")).status).toBe(404);
    for (const each of [id, never])
      expect(await post(each, "council", { answer: "accept", version: 1 })).toMatchObject({
        status: 404,
        body: nowhere.body,
      });
    expect(await actionOf(id)).toMatchObject({ state: "assigned", version: 1 });
  });

  test("nor is its own in a group whose partnership its agreement does not cover", async () => {
    const id = await desk.action(1, { group: "PB" });
    expect((await get(`${list}/${id}`, "council")).status).toBe(404);
    expect(numbersOf(await get(`${list}?state=all`, "council"))).toEqual([]);
  });
});

describe("an answer", () => {
  test("is taken, with the key that gave it", async () => {
    const id = await desk.action(1);
    const accepted = await post(id, "council", {
      answer: "accept",
      version: 1,
      words: "We order the parts.",
    });
    expect(accepted).toMatchObject({ status: 200, body: { action: { state: "accepted", version: 2 } } });
    const [event] = await desk.db.select().from(schema.taskingActionEvents);
    expect(event).toMatchObject({ to: "accepted", by: null, keyId: desk.id("key council") });
    expect((await desk.auditOf("tasking.answer"))[0]).toMatchObject({
      agencyId: desk.id("council"),
      details: { step: "accepted", key: desk.id("key council") },
    });
    expect((await post(id, "council", { answer: "start", version: 2 })).body.action.state).toBe(
      "in-progress",
    );
  });

  test("sent twice is refused with the version it has now", async () => {
    const id = await desk.action(1);
    const said = { answer: "accept", version: 1 };
    expect((await post(id, "council", said)).status).toBe(200);
    expect(await post(id, "council", said)).toMatchObject({
      status: 409,
      body: { type: "/problems/conflict", version: 2, state: "accepted" },
    });
    expect(await actionOf(id)).toMatchObject({ version: 2 });
  });

  test("done needs a result, and a line for residents or why there is none", async () => {
    await desk.priority("P-77777", "n1");
    const id = await desk.action(1, { priority: "P-77777" });
    const done = { answer: "done", version: 1, words: "All six lamps work." };
    const refused = await post(id, "council", done);
    expect(refused).toMatchObject({ status: 422, body: { type: "/problems/not-accepted" } });
    expect(refused.body.errors).toMatchObject([{ field: "publicLine" }]);
    expect(await post(id, "council", { ...done, words: "" })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "words" }] },
    });
    const publicLine = "Repaired the lights on the rec";
    expect(await post(id, "council", { ...done, publicLine })).toMatchObject({
      status: 200,
      body: { action: { state: "done", publicLine, publicLineState: "proposed", result: done.words } },
    });
  });

  test("declined tells the chair, and holds no word of it in the notice", async () => {
    const id = await desk.action(1);
    const words = "The lamps are the county’s.";
    expect((await post(id, "council", { answer: "decline", version: 1, words })).body.action).toMatchObject({
      state: "rejected",
      result: words,
    });
    const notices = await desk.db.select().from(schema.staffNotices);
    expect(notices.length).toBeGreaterThan(0);
    expect(JSON.stringify(notices)).not.toContain("county");
  });

  test.each([
    ["no JSON", "answer=accept"],
    ["no version", JSON.stringify({ answer: "accept" })],
    ["another word", JSON.stringify({ answer: "withdraw", version: 1 })],
    ["something else with it", JSON.stringify({ answer: "accept", version: 1, agencyId: "x" })],
    ["far too much", JSON.stringify({ answer: "accept", version: 1, words: "x".repeat(4_001) })],
  ])("%s is refused", async (_, body) => {
    const id = await desk.action(1);
    expect(await ask(`${list}/${id}`, keyOf("council"), { method: "POST", body })).toMatchObject({
      status: 400,
      body: { type: "/problems/bad-request" },
    });
    expect(await actionOf(id)).toMatchObject({ state: "assigned" });
  });
});

describe("a key", () => {
  test.each<[string, NewKey]>([
    ["that was ended", { endedAt: new Date(Date.now() - 1_000) }],
    ["past its last day", { endsOn: "2026-01-01" }],
  ])("%s opens nothing, and looks like one that never was", async (_, more) => {
    await addKey("council", "old", more);
    const [old, never] = [await get(list, "old"), await get(list, "never")];
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
    expect(await get(list, "council")).toMatchObject(shut);
    expect(await get(`${list}/${id}`, "council")).toMatchObject(shut);
    expect(await post(id, "council", { answer: "accept", version: 1 })).toMatchObject(shut);
    expect(await actionOf(id)).toMatchObject({ state: "assigned" });
    await desk.renew();
    expect(numbersOf(await get(list, "council"))).toEqual(["PA-1"]);
  });

  test("of an agency that never shared", async () => {
    await addKey("youth");
    expect(await get(list, "youth")).toMatchObject({
      status: 403,
      body: { type: "/problems/agreement-lapsed", since: null },
    });
  });

  test("is kept as used, at most once a minute", async () => {
    const used = async () =>
      (await desk.db.select().from(schema.agencyKeys).where(eq(schema.agencyKeys.name, "council")))[0]
        ?.lastUsedAt;
    expect(await used()).toBeNull();
    await get(list, "council");
    const first = await used();
    expect(first).toBeInstanceOf(Date);
    await get(list, "council");
    expect(await used()).toEqual(first);
    await desk.db.update(schema.agencyKeys).set({ lastUsedAt: new Date(Date.now() - 61_000) });
    await get(list, "council");
    expect((await used())?.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  test("has a limit of its own, which another’s use leaves alone", async () => {
    await desk.db.insert(schema.allowances).values({
      key: `requestsPerAgencyKey:${desk.id("key council")}`,
      count: limits.requestsPerAgencyKey.limit,
      windowEndsAt: new Date(Date.now() + 30_000),
    });
    const refused = await get(list, "council");
    expect(refused).toMatchObject({ status: 429, body: { type: "/problems/too-many-requests" } });
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect((await get(list, "housing")).status).toBe(200);
  });
});

describe("at the door", () => {
  test.each([
    ["GET", list],
    ["POST", `${list}/0b7e5b0e-0000-4000-8000-000000000001`],
    ["GET", `${list}.data`],
    ["GET", "/api/v1/tasking/no-such"],
  ])("%s %s without a key", async (method, path) => {
    const answer = await ask(path, null, { method });
    expect(answer).toMatchObject({ status: 401, body: { type: "/problems/key-needed" } });
  });

  test("a session opens nothing, not even an administrator’s", async () => {
    const cookie = await cookieOf(desk.db, { id: desk.id("Council officer"), kind: "member" });
    expect((await ask(list, null, { headers: { Cookie: cookie } })).status).toBe(401);
  });

  test("a session beside a key counts for nothing, and no other origin is in its way", async () => {
    const id = await desk.action(1, { agency: "housing" });
    const cookie = await cookieOf(desk.db, { id: desk.id("Council officer"), kind: "member" });
    const headers = { Cookie: cookie, Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };
    expect((await post(id, "housing", { answer: "accept", version: 1 }, { headers })).status).toBe(200);
    const [event] = await desk.db.select().from(schema.taskingActionEvents);
    expect(event).toMatchObject({ by: null, keyId: desk.id("key housing") });
  });

  test("a key opens no other address", async () => {
    const foreign = { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };
    const sent = { method: "POST", body: "{}", headers: foreign };
    expect((await ask("/partners/sign-in", keyOf("council"), sent)).status).toBe(403);
    expect((await ask("/partners", keyOf("council"))).status).toBe(302);
    expect((await ask("/api/v1/priorities", keyOf("council"), sent)).status).toBe(405);
  });

  test.each(["PUT", "DELETE", "OPTIONS"])("%s is no method of it", async (method) => {
    const answer = await ask(list, keyOf("council"), { method });
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "GET, HEAD, POST"]);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });

  test("nothing is added to the list", async () => {
    expect((await ask(list, keyOf("council"), { method: "POST", body: "{}" })).status).toBe(405);
  });

  test("the log holds no key and no task", async () => {
    const id = await desk.action(1);
    await get(`${list}/${id}`, "council");
    expect(server.log()).toContain("/api/v1/tasking/actions/:id");
    expect(server.log()).not.toContain(keyOf("council"));
    expect(server.log()).not.toContain("Repair the lights");
  });
});
