import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { changeTaskingMeeting } from "#app/services/tasking/change-meeting.server.ts";
import { appendEntry } from "#db/queries/tasking-entry.ts";
import * as schema from "#db/schema/index.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { openLive, until, type LiveClient } from "#tests/support/live-client.ts";
import { cookieOf } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { newKey, openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";

const reference = "J-22222";
const staffAddress = paths.tasking.live(reference);
const partnerAddress = paths.partners.live(reference);

let desk: TaskingDesk;
let server: ListeningServer;
const clients: LiveClient[] = [];

beforeAll(async () => {
  await ensureBuilt();
  desk = await openTaskingDesk();
  server = await listenForTest(desk.db);
  await setMeeting({ state: "open", openedAt: desk.now });
});
afterEach(() => {
  for (const { hangUp } of clients.splice(0)) hangUp();
});
afterAll(async () => {
  await server.close();
  await desk.close();
});

const setMeeting = (values: Partial<typeof schema.taskingMeetings.$inferInsert>) =>
  desk.db
    .update(schema.taskingMeetings)
    .set(values)
    .where(eq(schema.taskingMeetings.reference, reference));

const members: readonly TaskingPerson[] = ["Council officer", "Housing officer", "Second council officer"];
const cookieFor = (name: TaskingPerson) =>
  cookieOf(desk.db, { id: desk.id(name), kind: members.includes(name) ? "member" : "staff" });

async function follow(
  address: string,
  cookie: string,
  { at = server, lastEventId }: { at?: ListeningServer; lastEventId?: number } = {},
): Promise<LiveClient> {
  const client = await openLive(`${at.url}${address}`, cookie, lastEventId);
  clients.push(client);
  return client;
}

/** Writes a note down as somebody who records does; its number. */
async function note(words: string, by: TaskingPerson = "Inspector"): Promise<number> {
  const number = await changeTaskingMeeting(
    { db: desk.db, now: new Date() },
    await desk.as(by),
    reference,
    (tx, { meeting }) =>
      appendEntry(tx, meeting.id, { kind: "note", words, key: newKey(), by: null, at: new Date() }),
  );
  if (number === null) throw new Error("The recorder does not have the meeting.");
  return number;
}

const numbersOf = ({ heard }: LiveClient) => heard.map(({ number }) => number);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe("a stream", () => {
  test("is not kept, not changed on its way, and recorded once", async () => {
    const before = (await desk.auditOf("tasking.read")).length;
    const client = await follow(partnerAddress, await cookieFor("Council officer"));
    expect(client.status).toBe(200);
    expect(client.headers.get("Content-Type")).toBe("text/event-stream; charset=utf-8");
    expect(client.headers.get("Cache-Control")).toBe("private, no-store, no-transform");
    expect(client.headers.get("X-Accel-Buffering")).toBe("no");
    expect(client.headers.get("Content-Encoding")).toBeNull();
    const rows = (await desk.auditOf("tasking.read")).slice(before);
    expect(rows.map(({ subjectId, details }) => [subjectId, details])).toEqual([
      [desk.id(reference), { page: "live" }],
    ]);
    const metrics = async () => (await fetch(`${server.url}/metrics`)).text();
    expect(await metrics()).toContain("\nlive_streams_open 1\n");
    client.hangUp();
    await expect.poll(metrics).toContain("\nlive_streams_open 0\n");
  });

  test("tells every screen what is written down by two people, in one order", async () => {
    const first = await note("Before anybody looked");
    const screens = await Promise.all([
      follow(staffAddress, await cookieFor("Inspector")),
      follow(partnerAddress, await cookieFor("Council officer")),
      follow(partnerAddress, await cookieFor("Housing officer")),
    ]);
    const each = 10;
    const write = async (by: TaskingPerson) => {
      for (let count = 1; count <= each; count += 1) await note(`${by} ${count}`, by);
    };
    await Promise.all([write("Inspector"), write("Sergeant")]);
    const last = first + 2 * each;
    for (const screen of screens) {
      await until(() => numbersOf(screen).at(-1) === last);
      expect(numbersOf(screen)).toEqual(range(1, last));
    }
    const [one, ...others] = screens.map(({ heard }) => heard.map(({ words }) => words));
    for (const other of others) expect(other).toEqual(one);
  });

  test("goes on after what the page was drawn with, and after what a browser that comes back had last", async () => {
    const cookie = await cookieFor("Council officer");
    await note("One more");
    const last = await note("And another");
    const drawn = await follow(paths.partners.live(reference, last - 1), cookie);
    await until(() => drawn.heard.length > 0);
    const back = await follow(paths.partners.live(reference, 1), cookie, { lastEventId: last - 1 });
    await until(() => back.heard.length > 0);
    expect([numbersOf(drawn), numbersOf(back)]).toEqual([[last], [last]]);
    const next = await note("And the next");
    await until(() => drawn.heard.length === 2 && back.heard.length === 2);
    expect(numbersOf(back)).toEqual([last, next]);
  });

  test("says once that an answer outside the meeting has changed an action, and nothing for a new one", async () => {
    const screen = await follow(partnerAddress, await cookieFor("Council officer"));
    await until(() => screen.stamps.length === 1);
    const actionId = await desk.action(1);
    const number = await changeTaskingMeeting(
      desk.deps,
      await desk.as("Inspector"),
      reference,
      (tx, { meeting }) => {
        const words = "Repair the lights";
        return appendEntry(tx, meeting.id, {
          kind: "action",
          words,
          actionId,
          key: newKey(),
          by: null,
          at: new Date(),
        });
      },
    );
    await until(() => numbersOf(screen).at(-1) === number);
    expect(screen.heard.at(-1)?.action).toMatchObject({ id: actionId, name: "PA-1", state: "assigned" });
    expect(screen.stamps).toHaveLength(1);
    await desk.db
      .update(schema.taskingActions)
      .set({ state: "accepted", version: 2 })
      .where(eq(schema.taskingActions.id, actionId));
    await until(() => screen.stamps.length === 2);
  });
});

describe("a stream is refused", () => {
  test.each<[TaskingPerson, string]>([
    ["Second council officer", partnerAddress],
    ["Far sergeant", staffAddress],
  ])("to %s, who was not asked", async (name, address) => {
    expect((await follow(address, await cookieFor(name))).status).toBe(404);
  });

  test("to a fifth screen of one session, until another is closed", async () => {
    const cookie = await cookieFor("Housing officer");
    const screens: LiveClient[] = [];
    for (let count = 1; count <= 4; count += 1) screens.push(await follow(partnerAddress, cookie));
    expect(screens.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const refused = await follow(partnerAddress, cookie);
    expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "10"]);
    screens[0]?.hangUp();
    const ask = async () => (await follow(partnerAddress, cookie)).status;
    await expect.poll(ask, { timeout: 5_000 }).toBe(200);
  });

  test("before the meeting sits, so that a browser does not come back for it", async () => {
    await setMeeting({ state: "called" });
    expect((await follow(partnerAddress, await cookieFor("Council officer"))).status).toBe(204);
    await setMeeting({ state: "open" });
  });
});

describe("a stream ends", () => {
  test("within twenty seconds for whoever has lost the meeting or their session, and for nobody else", async () => {
    const [council, housing] = [await cookieFor("Council officer"), await cookieFor("Inspector")];
    const [partner, ended, inspector] = await Promise.all([
      follow(partnerAddress, council),
      follow(staffAddress, await cookieFor("Sergeant")),
      follow(staffAddress, housing),
    ]);
    await desk.lapse();
    await desk.db
      .update(schema.sessions)
      .set({ endedAt: new Date() })
      .where(eq(schema.sessions.accountId, desk.id("Sergeant")));
    let isInspectorsOver = false;
    void inspector.ended.then(() => (isInspectorsOver = true));
    await Promise.all([partner.ended, ended.ended]);
    expect(isInspectorsOver).toBe(false);
    expect((await follow(partnerAddress, council)).status).toBe(404);
    const number = await note("After the agreement lapsed");
    await until(() => numbersOf(inspector).at(-1) === number);
    expect(numbersOf(partner)).not.toContain(number);
    await desk.renew();
    expect((await follow(partnerAddress, council)).status).toBe(200);
  }, 30_000);

  test("with the server, which does not wait for it and takes no other", async () => {
    const other = await listenForTest(desk.db);
    const screen = await follow(partnerAddress, await cookieFor("Council officer"), { at: other });
    await until(() => screen.stamps.length === 1);
    const startedAt = performance.now();
    await other.close();
    await screen.ended;
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });

  test("with the meeting, once everything was told", async () => {
    const screen = await follow(partnerAddress, await cookieFor("Council officer"));
    const last = await note("The last thing said");
    await setMeeting({ state: "cancelled", cancelledReason: "The end of this test" });
    await screen.ended;
    expect(numbersOf(screen).at(-1)).toBe(last);
  });
});
