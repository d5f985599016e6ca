import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { platform } from "#app/domain/actor.ts";
import { createMetrics } from "#app/server/metrics/create-metrics.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import { giveTaskBack, takeTask } from "#db/queries/background.ts";
import { withActor } from "#db/with-actor.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
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

const read = async () => (await fetch(`${server.url}/metrics`)).text();
/** The figure behind one line's name, with labels in the order they are written; null where there is none. */
function figure(text: string, name: string): number | null {
  const line = text.split("\n").find((each) => each.startsWith(`${name} `));
  return line === undefined ? null : Number(line.slice(name.length + 1));
}
const requests = (route: string, method: string, status: string) =>
  `http_request_duration_seconds_count{route="${route}",method="${method}",status="${status}"}`;

describe("the metrics", () => {
  test("count requests by the pattern of their address, the fast path's too, and keep no address", async () => {
    for (const path of ["/neighbourhoods/westly", "/neighbourhoods/eastly", "/neighbourhoods/atlantis"])
      await (await fetch(`${server.url}${path}`)).arrayBuffer();
    await (await fetch(`${server.url}/api/v1/postcodes/SK171AA`)).arrayBuffer();
    await (await fetch(`${server.url}/api/v1/postcodes/nonsense`)).arrayBuffer();
    await rawRequest(server.port, `PROPFIND / HTTP/1.1\r\nHost: ${server.host}\r\n`);
    await rawRequest(server.port, "nonsense\r\n");
    const text = await read();
    expect(figure(text, requests("/neighbourhoods/:slug", "GET", "2xx"))).toBe(2);
    expect(figure(text, requests("/neighbourhoods/:slug", "GET", "4xx"))).toBe(1);
    expect(figure(text, requests("/api/v1/postcodes/:postcode", "GET", "2xx"))).toBe(1);
    expect(figure(text, requests("/api/v1/postcodes/:postcode", "GET", "4xx"))).toBe(1);
    expect(figure(text, requests("/", "other", "4xx"))).toBe(1);
    expect(figure(text, requests("unreadable", "other", "4xx"))).toBe(1);
    expect(text).not.toMatch(/westly|SK17|nonsense|PROPFIND/);
  });

  test("tell of the outbox, of sessions and of background work", async () => {
    const minuteAgo = new Date(Date.now() - 60_000);
    const mail = { accountId: null, recipient: "jo@example.org", subject: "S", body: "B" };
    await withActor(database.db, platform(), async (tx) => {
      await queueMail(tx, minuteAgo, { ...mail, purpose: "account-notice" });
      await queueMail(tx, new Date(), { ...mail, purpose: "account-notice" });
    });
    await signedInAs(database.db, "resident");
    for (const [name, error] of [
      ["well", null],
      ["unwell", "PostgresError 57P01"],
    ] as const) {
      await withActor(database.db, platform(), async (tx) => {
        const lease = await takeTask(tx, { name, firstAfterMs: 0, leaseMs: 60_000 });
        await giveTaskBack(tx, name, lease ?? new Date(0), { error, againInMs: 60_000 });
      });
    }
    const text = await read();
    expect(figure(text, 'mail_messages{status="queued"}')).toBe(2);
    expect(figure(text, "mail_oldest_due_seconds")).toBeGreaterThanOrEqual(59);
    expect(figure(text, "sessions_live")).toBe(1);
    expect(figure(text, 'background_failing{task="well"}')).toBe(0);
    expect(figure(text, 'background_failing{task="unwell"}')).toBe(1);
    expect(figure(text, 'background_last_finished_seconds{task="well"}')).toBeLessThan(60);
    expect(figure(text, 'background_last_finished_seconds{task="unwell"}')).toBeNull();
    expect(figure(text, "database_reachable")).toBe(1);
    expect(text).not.toContain("example.org");
  });
});

describe("who may read them", () => {
  const status = async (where: ListeningServer, headers: Record<string, string> = {}) =>
    (await fetch(`${where.url}/metrics`, { headers })).status;

  test("this machine, and nobody through a proxy", async () => {
    expect(await status(server)).toBe(200);
    expect(await status(server, { "X-Forwarded-For": "127.0.0.1" })).toBe(404);
  });

  test("with a token whoever sends it, and nobody else", async () => {
    const token = "a token of a monitor";
    const guarded = await listenForTest(database.db, { METRICS_TOKEN: token });
    expect(await status(guarded)).toBe(404);
    expect(await status(guarded, { Authorization: "Bearer another token of it" })).toBe(404);
    expect(await status(guarded, { Authorization: `Bearer ${token}` })).toBe(200);
    await guarded.close();
  });
});

test("a process tells of itself: its memory, and how late its event loop is", async () => {
  const { text, contentType } = await createMetrics({ withProcess: true }).expose(null);
  expect(contentType).toMatch(/^text\/plain/);
  expect(figure(text, "process_resident_memory_bytes")).toBeGreaterThan(1_000_000);
  expect(figure(text, "nodejs_eventloop_lag_p99_seconds")).not.toBeNull();
  expect(figure(text, "database_reachable")).toBe(0);
  expect(figure(text, "sessions_live")).toBeNaN();
});
