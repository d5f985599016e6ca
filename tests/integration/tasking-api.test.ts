import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addDays } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { keyOf, list, numbersOf, openApiDesk, type Answer, type ApiDesk } from "./tasking-api-desk.ts";

let desk: ApiDesk;
beforeAll(ensureBuilt);
beforeEach(async () => {
  desk = await openApiDesk();
});
afterEach(() => desk.close());

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
    const answer = await desk.get(list, "council");
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
    expect(numbersOf(await desk.get(`${list}?state=closed`, "council"))).toEqual(["PA-3"]);
    expect(numbersOf(await desk.get(`${list}?state=all`, "council")).sort()).toEqual(["PA-1", "PA-3"]);
    expect(numbersOf(await desk.get(`${list}?state=all`, "housing"))).toEqual(["PA-2"]);
  });

  test.each([
    ["was taken down", { takenDownAt: new Date() }],
    ["is only proposed", { state: "proposed", slot: null }],
  ] as const)("shows nothing of a priority that %s", async (_, hidden) => {
    await desk.priority("P-77777", "n1", hidden);
    await desk.action(1, { priority: "P-77777" });
    expect((await desk.get(list, "council")).body.actions).toMatchObject([{ priority: null }]);
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
      const answer: Answer = await desk.get(path, "council");
      seen.push(...numbersOf(answer));
      const { next } = answer.body;
      path = next === null ? null : next.slice(next.indexOf("/api/"));
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    const since = encodeURIComponent(desk.now.toISOString());
    expect(numbersOf(await desk.get(`${list}?since=${since}`, "council")).sort()).toEqual(["PA-6", "PA-7"]);
  });

  test("says from when to ask again: what was written late, under an earlier moment, is not missed", async () => {
    const ago = (ms: number) => new Date(desk.now.getTime() - ms);
    await desk.action(1, { changedAt: ago(1_000) });
    const first = await desk.get(`${list}?state=all`, "council");
    expect(numbersOf(first)).toEqual(["PA-1"]);
    // It waited for its turn while the first was read.
    await desk.action(2, { changedAt: ago(60_000) });
    const again = `${list}?state=all&since=${encodeURIComponent(first.body.askAgainSince)}`;
    expect(numbersOf(await desk.get(again, "council"))).toEqual(["PA-2", "PA-1"]);
  });

  test.each(["state=late", "since=yesterday", "limit=101", "after=x"])("%s is refused", async (query) => {
    expect(await desk.get(`${list}?${query}`, "council")).toMatchObject({
      status: 400,
      body: { type: "/problems/bad-request" },
    });
  });

  test("is recorded, under the agency and the key", async () => {
    const id = await desk.action(1);
    await desk.get(list, "council");
    await desk.get(`${list}/${id}`, "council");
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
      await desk.get(`${list}/${id}`, "council"),
      await desk.get(`${list}/${never}`, "council"),
    ];
    expect([there.status, there.body]).toEqual([404, nowhere.body]);
    expect((await desk.get(`${list}/no-id`, "council")).status).toBe(404);
    for (const each of [id, never])
      expect(await desk.post(each, "council", { answer: "accept", version: 1 })).toMatchObject({
        status: 404,
        body: nowhere.body,
      });
    expect(await desk.actionOf(id)).toMatchObject({ state: "assigned", version: 1 });
  });

  test("nor is its own in a group whose partnership its agreement does not cover", async () => {
    const id = await desk.action(1, { group: "PB" });
    expect((await desk.get(`${list}/${id}`, "council")).status).toBe(404);
    expect(numbersOf(await desk.get(`${list}?state=all`, "council"))).toEqual([]);
  });
});

describe("an answer", () => {
  test("is taken, with the key that gave it", async () => {
    const id = await desk.action(1);
    const accepted = await desk.post(id, "council", {
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
    expect((await desk.post(id, "council", { answer: "start", version: 2 })).body.action.state).toBe(
      "in-progress",
    );
  });

  test("sent twice is refused with the version it has now", async () => {
    const id = await desk.action(1);
    const said = { answer: "accept", version: 1 };
    expect((await desk.post(id, "council", said)).status).toBe(200);
    expect(await desk.post(id, "council", said)).toMatchObject({
      status: 409,
      body: { type: "/problems/conflict", version: 2, state: "accepted" },
    });
    expect(await desk.actionOf(id)).toMatchObject({ version: 2 });
  });

  test("done needs a result, and a line for residents or why there is none", async () => {
    await desk.priority("P-77777", "n1");
    const id = await desk.action(1, { priority: "P-77777" });
    const done = { answer: "done", version: 1, words: "All six lamps work." };
    const refused = await desk.post(id, "council", done);
    expect(refused).toMatchObject({ status: 422, body: { type: "/problems/not-accepted" } });
    expect(refused.body.errors).toMatchObject([{ field: "publicLine" }]);
    expect(await desk.post(id, "council", { ...done, words: "" })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "words" }] },
    });
    const publicLine = "Repaired the lights on the rec";
    expect(await desk.post(id, "council", { ...done, publicLine })).toMatchObject({
      status: 200,
      body: { action: { state: "done", publicLine, publicLineState: "proposed", result: done.words } },
    });
  });

  test("declined tells the chair, and holds no word of it in the notice", async () => {
    const id = await desk.action(1);
    const words = "The lamps are the county’s.";
    expect(
      (await desk.post(id, "council", { answer: "decline", version: 1, words })).body.action,
    ).toMatchObject({
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
    expect(await desk.ask(`${list}/${id}`, keyOf("council"), { method: "POST", body })).toMatchObject({
      status: 400,
      body: { type: "/problems/bad-request" },
    });
    expect(await desk.actionOf(id)).toMatchObject({ state: "assigned" });
  });
});
