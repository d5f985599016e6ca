import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { limits } from "#app/domain/limits.ts";
import * as schema from "#db/schema/index.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { addImpact } from "./impact-things.ts";
import { leadsTo, openBrowser } from "./resident-browser.ts";
import { deskBrowser, htmlOf } from "./tasking-browser.ts";
import { openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";

let desk: TaskingDesk;
let server: ListeningServer;

const get = async (name: TaskingPerson, path: string) => (await deskBrowser(server, desk, name)).get(path);
const extract = "/staff/tasking/extract";
const csv = `${extract}.csv`;

beforeAll(async () => {
  await ensureBuilt();
  desk = await openTaskingDesk();
  server = await listenForTest(desk.db);
  await desk.priority("P-22222", "n1", { title: '=HYPERLINK("http://bad.invalid")', category: "parking" });
  await desk.priority("P-33333", "n4");
  await desk.priority("P-44444", "n2", { takenDownAt: desk.now });
  await desk.action(1, { priority: "P-22222", task: "Watch the gate of the mill" });
});
afterAll(async () => {
  await server.close();
  await desk.close();
});

/** What was recorded last of an action. */
const lastOf = async (action: string) => {
  const [last] = await desk.db
    .select()
    .from(schema.auditEvents)
    .where(eq(schema.auditEvents.action, action))
    .orderBy(desc(schema.auditEvents.number))
    .limit(1);
  return last;
};

describe("the page of the extract", () => {
  test("is marked, stands among the pages of joint tasking, and its reading is recorded", async () => {
    const html = await htmlOf(get("Analyst", extract));
    for (const said of ["OFFICIAL-SENSITIVE", 'href="/staff/tasking/actions"', "P-22222", "P-33333"])
      expect(html).toContain(said);
    for (const kept of ["P-44444", "Watch the gate of the mill"]) expect(html).not.toContain(kept);
    expect(await lastOf("tasking.read")).toMatchObject({
      actorId: desk.id("Analyst"),
      details: { page: "extract" },
    });
  });

  test("shows each their own area", async () => {
    const html = await htmlOf(get("Inspector", extract));
    expect(html).toContain("P-22222");
    expect(html).not.toContain("P-33333");
  });

  test("is narrowed by its address; what makes no sense there narrows nothing", async () => {
    const parking = await htmlOf(get("Analyst", `${extract}?theme=parking`));
    expect(parking).toContain("P-22222");
    expect(parking).not.toContain("P-33333");
    expect(await htmlOf(get("Analyst", `${extract}?theme=drugs`))).toContain("No live priorities match");
    const asked = await get("Analyst", `${extract}?theme=none&area=here&page=-1`);
    expect(asked.status).toBe(200);
    expect(await htmlOf(asked)).toContain("P-33333");
  });

  test.each(["Adviser", "Council officer", "Administrator"] as const)("is not for: %s", async (name) => {
    for (const path of [extract, csv]) expect((await get(name, path)).status, path).toBe(403);
  });

  test("asks a visitor who they are", async () => {
    for (const path of [extract, csv])
      expect(leadsTo(await openBrowser(server.url).get(path)), path).toContain("/staff/sign-in?next=");
  });
});

describe("the download", () => {
  test("is a marked file that no store keeps, without formulas, and is recorded", async () => {
    const answer = await get("Analyst", csv);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
    expect(answer.headers.get("Content-Disposition")).toBe(
      `attachment; filename="strategic-extract-${desk.today}.csv"`,
    );
    const [header, ...lines] = (await answer.text()).trim().split("\r\n");
    expect(header).toMatch(/^"marking",.*"what_has_worked"$/);
    expect(lines).toHaveLength(2);
    expect(lines.every((line) => line.startsWith('"OFFICIAL",'))).toBe(true);
    expect(lines.join()).toContain(`"'=HYPERLINK(""http://bad.invalid"")"`);
    expect(lines.join()).not.toContain("Watch the gate of the mill");
    expect(await lastOf("tasking.export")).toMatchObject({
      actorId: desk.id("Analyst"),
      details: { rows: 2, theme: null, area: null },
    });
  });

  test("holds what the page shows: the area of who asks, as the address narrows it", async () => {
    const own = await htmlOf(get("Inspector", csv));
    expect(own).toContain("P-22222");
    expect(own).not.toContain("P-33333");
    expect(await htmlOf(get("Analyst", `${csv}?area=partnership:P2`))).not.toContain("P-22222");
  });

  test("is given only so often to one person", async () => {
    for (let time = 0; time < limits.exportsPerAccount.limit; time += 1) await get("Chief officer", csv);
    expect((await get("Chief officer", csv)).status).toBe(429);
    expect((await get("Records", csv)).status).toBe(200);
  });
});

describe("what else is read of joint tasking", () => {
  test.each([
    ["Sergeant", "/staff/tasking", "tasking-group", "home"],
    ["Sergeant", "/staff/tasking/meetings/J-22222/meeting.ics", "tasking-meeting", "calendar"],
    ["Council officer", "/partners/meetings/J-22222/meeting.ics", "tasking-meeting", "calendar"],
  ] as const)("by %s at %s is recorded", async (name, path, subjectKind, page) => {
    expect((await get(name, path)).status).toBe(200);
    expect(await lastOf("tasking.read")).toMatchObject({
      actorId: desk.id(name),
      subjectKind,
      details: { page },
    });
  });

  test("tension on a meeting's page is recorded as reading of assessments, for whom it shows any", async () => {
    await addImpact(desk.db, desk.id("n1"), "K-33333");
    const meeting = "/staff/tasking/meetings/J-22222";
    expect(await htmlOf(get("Sergeant", meeting))).not.toContain("K-33333");
    expect(await lastOf("impact.read")).toBeUndefined();
    expect(await htmlOf(get("Inspector", meeting))).toContain("K-33333");
    expect(await lastOf("impact.read")).toMatchObject({
      actorId: desk.id("Inspector"),
      details: { page: "meeting", rows: 1 },
    });
  });
});
