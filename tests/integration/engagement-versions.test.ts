import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Role } from "#app/domain/access.ts";
import { allowances, engagementActivities, engagementPlans, engagementVersions } from "#db/schema/index.ts";
import { visitor } from "#app/domain/actor.ts";
import { withActor } from "#db/with-actor.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { addPanelThings } from "./panel-things.ts";
import { openPeopleTest, type PeopleTest } from "./people-force.ts";
import { openBrowser, type TestBrowser } from "./resident-browser.ts";

let force: PeopleTest;
let server: ListeningServer;
let sergeant: TestBrowser;
let inspector: TestBrowser;
let other: TestBrowser;
let sergeantId: string;
let inspectorId: string;
const path = "/staff/priorities/P-22222/engagement";
const history = `${path}/history`;

const signIn = async (role: Role, name = "n1") => {
  const area = { kind: "neighbourhood", id: force.id(name) } as const;
  const { cookie, account } = await signedInAs(force.db, role, { area });
  const [key = "", value = ""] = cookie.split("=");
  return { browser: openBrowser(server.url, { [key]: value }), accountId: account.id };
};

beforeAll(async () => {
  await ensureBuilt();
  force = await openPeopleTest();
  await addPanelThings(force.db, force.id("n1"), new Date());
  server = await listenForTest(force.db);
  ({ browser: sergeant, accountId: sergeantId } = await signIn("sergeant"));
  ({ browser: inspector, accountId: inspectorId } = await signIn("inspector"));
  ({ browser: other } = await signIn("sergeant", "n4"));
});
afterAll(async () => {
  await server.close();
  await force.close();
});
beforeEach(async () => {
  await force.db.delete(allowances);
});

const kept = () => force.db.select().from(engagementVersions).orderBy(asc(engagementVersions.version));
const send = async (who: TestBrowser, fields: Readonly<Record<string, string>>) => {
  const [plan] = await force.db.select().from(engagementPlans);
  return who.post(path, { version: String(plan?.version ?? 0), ...fields });
};
const textOf = async (who: TestBrowser, address: string) => (await who.get(address)).text();
const activityId = async (number: number) => {
  const [one] = await force.db
    .select()
    .from(engagementActivities)
    .where(eq(engagementActivities.number, number));
  return one?.id ?? "";
};

const words = {
  intent: "save",
  audience: "Parents at the gate",
  underHeard: "Young people",
  underHeardWhy: "None of them voted",
  advice: "Meet them after school",
};
const activity = { purpose: "ask", method: "drop-in", audience: "Parents" };

describe("the versions of an engagement plan", () => {
  test("begin with the first words", async () => {
    expect(await textOf(sergeant, path)).toContain(`href="${history}"`);
    expect(await textOf(sergeant, history)).toContain("Nothing has been written in this engagement plan yet");
  });

  test("are one for each change, with who made it", async () => {
    const changes: [string, TestBrowser, string, () => Promise<Record<string, string>>][] = [
      ["save", sergeant, sergeantId, () => Promise.resolve(words)],
      ["add", sergeant, sergeantId, () => Promise.resolve({ ...activity, intent: "add" })],
      [
        "change",
        sergeant,
        sergeantId,
        async () => ({ ...activity, intent: "change", hours: "6pm", activityId: await activityId(1) }),
      ],
      [
        "add another",
        sergeant,
        sergeantId,
        () => Promise.resolve({ ...activity, intent: "add", purpose: "return" }),
      ],
      ["approve", inspector, inspectorId, () => Promise.resolve({ intent: "approve" })],
      ...[1, 2].map((number): (typeof changes)[number] => [
        `record ${number}`,
        sergeant,
        sergeantId,
        async () => ({
          intent: "record",
          activityId: await activityId(number),
          actualReach: "30",
          heard: "Noise",
        }),
      ]),
      [
        "evaluate",
        inspector,
        inspectorId,
        () => Promise.resolve({ intent: "evaluate", evaluation: "Gates work" }),
      ],
    ];
    for (const [what, who, accountId, fields] of changes) {
      const before = await kept();
      expect((await send(who, await fields())).status, what).toBe(302);
      const after = await kept();
      expect(after.length - before.length, what).toBe(1);
      const [plan] = await force.db.select().from(engagementPlans);
      expect(after.at(-1), what).toMatchObject({ by: accountId, version: plan?.version });
    }
    const states = (await kept()).map((one) => one.words.state);
    expect(states.at(0)).toBe("draft");
    expect(states.slice(-4)).toEqual(["approved", "running", "running", "evaluated"]);
  });

  test("are none for what was refused", async () => {
    const before = await kept();
    expect((await send(sergeant, { ...words, audience: "Others" })).status).toBe(400);
    expect(await kept()).toEqual(before);
  });

  test("are listed with what was written, and compared side by side", async () => {
    const page = await textOf(sergeant, history);
    for (const said of ["Activity 1, added", "Activity 1: hours", "Where the plan stands"])
      expect(page).toContain(said);
    const [first, , third] = (await kept()).map(({ version }) => version);
    const compared = await textOf(sergeant, `${history}?from=${first}&to=${third}`);
    expect(compared).toContain("Activity 1: what it is for");
    expect(compared).toMatch(/<ins>.*?6pm/);
    const whole = await textOf(sergeant, `${history}?from=&to=`);
    expect(whole).toMatch(/<del>.*?Draft/);
    expect(whole).toMatch(/<ins>.*?Evaluated/);
    expect(whole).toContain("Meet them after school");
  });

  test("are for the police alone, in the database too", async () => {
    const { browser: chair } = await signIn("partnership-chair");
    const page = await textOf(chair, `${history}?from=&to=`);
    expect(page).toContain("its versions are not yours to see");
    expect(page).not.toContain("Meet them after school");
    expect(await withActor(force.db, visitor(), (tx) => tx.select().from(engagementVersions))).toEqual([]);
  });

  test("are not there for those of another area", async () => {
    expect((await other.get(history)).status).toBe(404);
    expect((await other.get("/staff/priorities/P-99999/engagement/history")).status).toBe(404);
  });
});
