import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { cookieOf } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { leadsTo, openBrowser } from "./resident-browser.ts";
import { newKey, openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";

let desk: TaskingDesk;
let server: ListeningServer;
beforeAll(async () => {
  await ensureBuilt();
  desk = await openTaskingDesk();
  server = await listenForTest(desk.db);
});
afterAll(async () => {
  await server.close();
  await desk.close();
});

const memberNames: readonly TaskingPerson[] = ["Chair", "Council officer", "Housing officer", "Far officer"];
const browserOf = async (name: TaskingPerson) => {
  const kind = memberNames.includes(name) ? "member" : "staff";
  const cookie = await cookieOf(desk.db, { id: desk.id(name), kind });
  const [key = "", value = ""] = cookie.split("=");
  return openBrowser(server.url, { [key]: value });
};
const page = async (name: TaskingPerson, path: string) => {
  const answer = await (await browserOf(name)).get(path);
  return { status: answer.status, html: await answer.text() };
};

const day = addDays(new Date().toISOString().slice(0, 10), 21);
const [year = "", month = "", date = ""] = day.split("-");
const typed = {
  "day.day": date,
  "day.month": month,
  "day.year": year,
  startsAt: "10am",
  endsAt: "11:30am",
  place: "Town hall",
  joining: "",
};

describe("a meeting called by the form", () => {
  test("stands on the group's page and on the first page, with its agenda, and a file for calendars", async () => {
    await desk.priority("P-22222", "n1");
    await desk.action(1);
    const chair = await browserOf("Chair");
    const called = await chair.post("/staff/tasking/groups/PA/call", { ...typed, chairId: desk.id("Chair") });
    const [, reference = ""] =
      /\/staff\/tasking\/meetings\/(J-\w+)\?done=called/.exec(leadsTo(called) ?? "") ?? [];
    expect(reference, await called.text()).not.toBe("");
    const path = `/staff/tasking/meetings/${reference}`;
    expect((await page("Sergeant", "/staff/tasking")).html).toContain(path);
    expect((await page("Sergeant", "/staff/tasking/groups/PA")).html).toContain(path);
    const { html } = await page("Sergeant", path);
    for (const words of [
      "Actions from last time",
      "Speeding P-22222",
      "PA-1",
      "Housing officer",
      "OFFICIAL-SENSITIVE",
      `>${reference}<`,
    ])
      expect(html, words).toContain(words);
    expect((await page("Far officer", path)).status).toBe(404);
    expect((await page("Far sergeant", path)).status).toBe(404);

    const file = await (await browserOf("Sergeant")).get(`${path}/meeting.ics`);
    expect(file.headers.get("Content-Type")).toContain("text/calendar");
    expect(await file.text()).toContain("METHOD:PUBLISH");
    const reads = (await desk.auditOf("tasking.read")).filter(
      ({ actorId }) => actorId === desk.id("Sergeant"),
    );
    expect(reads.map(({ subjectKind }) => subjectKind)).toEqual(
      expect.arrayContaining(["tasking-group", "tasking-meeting"]),
    );
  });

  test("comes back with what is wrong and what was typed", async () => {
    const chair = await browserOf("Chair");
    const answer = await chair.post("/staff/tasking/groups/PA/call", {
      ...typed,
      startsAt: "10",
      place: "Room <7>",
    });
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(html).toContain("Enter when it begins, like 10am or 10:00");
    expect(html).toContain("Room &lt;7&gt;");
    const without = await (await chair.post("/staff/tasking/groups/PA/call", typed)).text();
    expect(without).toContain("Choose who chairs the meeting");
  });

  test("a group of a lapsed agreement is not there for a chair who is a partner", async () => {
    await desk.lapse();
    for (const path of ["/staff/tasking/groups/PA", "/staff/tasking"]) {
      const shut = await page("Chair", path);
      expect(shut.status, path).toBe(404);
      expect(shut.html, path).toContain("Your joint work is closed for now");
      expect(shut.html, path).not.toContain("No meeting is called");
    }
    expect((await page("Inspector", "/staff/tasking/groups/PA")).status).toBe(200);
    await desk.renew();
  });
});

describe("the door by the form", () => {
  const path = "/staff/tasking/meetings/J-22222/door";
  const people = (found: readonly [name: string, state: string, declared?: "yes"][], was: string) => {
    const fields: Record<string, string> = {};
    found.forEach(([name, state, declared], index) => {
      fields[`people[${index}].id`] = desk.id(`${name} at J-22222`);
      fields[`people[${index}].was`] = was;
      fields[`people[${index}].state`] = state;
      if (declared !== undefined) fields[`people[${index}].declared`] = declared;
    });
    return fields;
  };

  test("says at each person what stops them, and records the others", async () => {
    const sergeant = await browserOf("Sergeant");
    const { html } = await page("Sergeant", path);
    expect(html).toContain("Agreement A-22222");
    const send = (found: Parameters<typeof people>[0], was = "invited") =>
      sergeant.post(path, { intent: "door", key: newKey(), ...people(found, was) });
    const refused = await send([["Housing officer", "present"]]);
    expect([refused.status, await refused.text()]).toEqual([
      400,
      expect.stringContaining("The confidentiality declaration comes first"),
    ]);
    expect(leadsTo(await send([["Housing officer", "present", "yes"]]))).toBe(`${path}?done=door`);
    const [seat] = await desk.db
      .select()
      .from(schema.taskingAttendances)
      .where(eq(schema.taskingAttendances.id, desk.id("Housing officer at J-22222")));
    expect(seat?.state).toBe("present");
    // A page that was drawn before says what is recorded since, and carries it with the next press.
    const stale = await (await send([["Housing officer", "absent"]])).text();
    expect(stale).toContain("Somebody recorded “Present” meanwhile");
    expect(stale).toMatch(/name="people\[0\]\.was" value="present"/);
  });

  test("lets a guest in, and is closed to whoever only reads", async () => {
    const sergeant = await browserOf("Sergeant");
    const guest = {
      intent: "guest",
      key: newKey(),
      name: "Jo Guest",
      agencyId: desk.id("housing"),
      position: "Ward manager",
    };
    const refused = await sergeant.post(path, guest);
    expect([refused.status, await refused.text()]).toEqual([
      400,
      expect.stringContaining("Confirm that the guest"),
    ]);
    expect(leadsTo(await sergeant.post(path, { ...guest, declared: "yes" }))).toBe(`${path}?done=guest`);
    expect((await page("Sergeant", path)).html).toContain("Jo Guest");
    expect(server.log()).not.toContain("Jo Guest");
    expect((await page("Constable", path)).status).toBe(403);
  });
});

describe("on the page of a meeting", () => {
  const path = "/staff/tasking/meetings/J-22222";

  test("somebody answers for themselves, adds an item, and it is opened", async () => {
    const inspector = await browserOf("Inspector");
    expect(leadsTo(await inspector.post(path, { intent: "coming" }))).toBe(`${path}?done=coming`);
    const item = {
      section: "places",
      title: "The rec",
      brief: "Glass on the grass.",
      marking: "official-sensitive",
    };
    expect(leadsTo(await inspector.post(`${path}/items/new`, item))).toBe(`${path}?done=item`);
    const refused = await inspector.post(`${path}/items/new`, { ...item, brief: "For MARAC on Tuesday." });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("For MARAC on Tuesday.");
    expect((await page("Inspector", path)).html).toContain("Glass on the grass.");
    const [stored] = await desk.db
      .select()
      .from(schema.taskingItems)
      .where(eq(schema.taskingItems.title, "The rec"));
    const change = { ...item, intent: "change", version: String(stored?.version), title: "The rec by day" };
    expect(leadsTo(await inspector.post(`${path}/items/${stored?.id ?? ""}`, change))).toBe(
      `${path}?done=item`,
    );
    expect(leadsTo(await inspector.post(path, { intent: "open" }))).toBe(`${path}/record`);
    expect((await page("Inspector", path)).html).toContain("In session");
  });
});

describe("groups by the form", () => {
  test("one is made, somebody is seated, and the seat is taken away with its meetings", async () => {
    const inspector = await browserOf("Inspector");
    const chair = await browserOf("Chair");
    const made = await inspector.post("/staff/tasking/groups/new", {
      name: "Town centre",
      code: "tc",
      level: "local",
      area: `partnership:${desk.id("P1")}`,
      chairId: desk.id("Chair"),
    });
    const members = "/staff/tasking/groups/TC/members";
    expect(leadsTo(made), await made.text()).toBe(`${members}?done=made`);
    const joined = await chair.post(members, {
      intent: "join",
      accountId: desk.id("Housing officer"),
      position: "Tenancy officer",
    });
    expect(leadsTo(joined)).toBe(`${members}?done=joined`);
    // It says what is lost before the button that takes it.
    expect((await page("Chair", members)).html).toContain("do not come back with another seat");
    const [seat] = await desk.db
      .select()
      .from(schema.taskingMembers)
      .where(eq(schema.taskingMembers.position, "Tenancy officer"))
      .orderBy(schema.taskingMembers.joinedAt)
      .limit(5)
      .then((rows) => rows.filter(({ groupId }) => groupId !== desk.id("group PA")));
    expect(leadsTo(await chair.post(members, { intent: "leave", member: seat?.id ?? "" }))).toBe(
      `${members}?done=left-0`,
    );
    expect((await page("Chair", `${members}?done=left-3`)).html).toContain(
      "They lost 3 meetings of this group",
    );
    const changed = await chair.post("/staff/tasking/groups/TC/change", {
      version: "1",
      name: "Town centre by night",
      chairId: desk.id("Chair"),
    });
    expect(leadsTo(changed)).toBe("/staff/tasking/groups/TC?done=changed");
    expect((await page("Constable", members)).status).toBe(403);
  });

  test("an administrator makes one of the whole force and reads none of its work", async () => {
    const administrator = await browserOf("Administrator");
    expect((await page("Administrator", "/staff/agencies")).html).toContain("/staff/tasking/groups/new");
    expect((await page("Administrator", "/staff/tasking/groups/new")).html).toContain("Back to agencies");
    const made = await administrator.post("/staff/tasking/groups/new", {
      name: "Force strategic group",
      code: "FS",
      level: "strategic",
      chairId: desk.id("Chief officer"),
    });
    expect(leadsTo(made), await made.text()).toBe("/staff/tasking/groups/new?done=made");
    expect((await page("Administrator", "/staff/tasking/groups/FS")).status).toBe(403);
    expect((await page("Chief officer", "/staff/tasking/groups/FS")).status).toBe(200);
  });
});
