import { request } from "node:http";
import { like } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { platform } from "#app/domain/actor.ts";
import { limits } from "#app/domain/limits.ts";
import { paths } from "#app/paths.ts";
import { listDemonstrationPeople } from "#db/queries/demonstration.ts";
import { backgroundTasks } from "#db/schema/background.ts";
import { allowances } from "#db/schema/session.ts";
import { withActor } from "#db/with-actor.ts";
import { startNginx, withoutNginx, type Answer, type RunningNginx } from "#tests/support/nginx.ts";
import { freePort } from "#tests/support/postgres-start.ts";
import { startServer, type RunningServer } from "#tests/support/server.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { restorableDatabase, type RestorableDatabase } from "./restorable-database.ts";

/** Tasks that one process does for all. */
// Those that run once an hour or less: neither process comes to them twice in a test.
const sharedTasks = ["anchor-audit", "run-retention", "sweep-allowances"];
const allSharedTasks = [
  ...sharedTasks,
  "ask-residents",
  "ask-whether-it-lasted",
  "carry-over",
  "certify-tallies",
  "close-feedback",
  "destroy-cycle-keys",
  "end-pauses",
  "escalate-actions",
  "judge-abstractions",
  "keep-promises",
  "monthly-digest",
  "publish-abstractions",
  "raise-alarms",
  "remind-of-impact-reviews",
  "remind-of-plans",
  "renew-tasking-groups",
  "run-cycles",
  "run-priority-clock",
  "tell-followers",
  "tell-staff",
  "warn-of-agreements",
].sort();

describe.skipIf(withoutNginx !== "")(`two processes behind nginx${withoutNginx}`, () => {
  let database: RestorableDatabase;
  let servers: [RunningServer, RunningServer];
  let proxy: RunningNginx;

  beforeAll(async () => {
    await ensureBuilt();
    database = restorableDatabase();
    // Makes it: the two fill it, started at the same moment.
    await database.use(async () => Promise.resolve());
    const [port, plainPort] = [await freePort(), await freePort()];
    const env = {
      ...database.env,
      TRUST_PROXY: "127.0.0.1",
      SESSION_SECRET: "two processes that share one secret",
      PUBLIC_URL: `https://127.0.0.1:${port}`,
    };
    servers = await Promise.all([startServer({ env }), startServer({ env })]);
    proxy = await startNginx({ port, plainPort, behind: [servers[0].url, servers[1].url] });
  });
  afterAll(async () => {
    await proxy.stop();
    await Promise.all(servers.map((server) => server.stop()));
    await database.remove();
  });

  const postForm = (path: string, fields: Readonly<Record<string, string>>) => ({
    path,
    method: "POST",
    headers: { Origin: proxy.url, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });
  /** Asks for a code through the proxy, as a caller with an address of its own. */
  const askForCode = (from: string, email: string, headers: Readonly<Record<string, string>> = {}) => {
    const { path, ...how } = postForm(paths.signIn(), { email });
    return proxy.ask(path, { ...how, from, headers: { ...how.headers, ...headers } });
  };
  const asked = (server: RunningServer, method: string, route: string) =>
    server.output().split(`"method":"${method}","route":"${route}"`).length - 1;
  // A process writes its log twice a second.
  const expectBothAsked = (method: string, route: string) =>
    expect
      .poll(() => servers.map((server) => asked(server, method, route) > 0), { timeout: 10_000 })
      .toEqual([true, true]);

  test("both answer through it, over TLS alone", async () => {
    for (let count = 0; count < 8; count += 1) {
      const answer = await proxy.ask(paths.help());
      expect([answer.status, answer.headers["strict-transport-security"]]).toEqual([
        200,
        expect.stringContaining("max-age="),
      ]);
    }
    await expectBothAsked("GET", "/help");
    const plain = await fetch(`http://127.0.0.1:${proxy.plainPort}/help?a=b`, { redirect: "manual" });
    expect([plain.status, plain.headers.get("Location")]).toEqual([301, "https://127.0.0.1/help?a=b"]);
    expect((await proxy.ask("/metrics")).status).toBe(404);
    expect((await fetch(`${servers[0].url}/metrics`)).status).toBe(200);
  });

  test("a session begun at one is known at the other, and ended for both", async () => {
    const people = await database.use((db) => withActor(db, platform(), listDemonstrationPeople));
    const sergeant = people.find(({ role }) => role === "sergeant");
    const [first, second] = servers;
    const headers = { Origin: proxy.url };
    const body = new URLSearchParams({ person: sergeant?.id ?? "" });
    const begun = await fetch(`${first.url}${paths.demo.people()}`, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
    });
    expect([begun.status, begun.headers.get("Location")]).toEqual([302, paths.staff.home()]);
    const cookie = begun.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    expect(cookie).toMatch(/^__Host-session=/);

    const home = (server: RunningServer, Cookie: string) =>
      fetch(`${server.url}${paths.staff.home()}`, { headers: { Cookie }, redirect: "manual" });
    expect((await home(second, cookie)).status).toBe(200);
    expect((await home(second, "")).status).toBe(302);

    const end = { method: "POST", headers: { ...headers, Cookie: cookie }, redirect: "manual" } as const;
    expect((await fetch(`${second.url}${paths.signOut()}`, end)).status).toBe(302);
    expect((await home(first, cookie)).status).toBe(302);
  });

  test("what a client may do is counted over both, by the address that the proxy saw", async () => {
    const { limit } = limits.codesPerClient;
    for (let count = 1; count <= limit; count += 1)
      expect([count, (await askForCode("127.0.0.2", `resident-${count}@example.org`)).status]).toEqual([
        count,
        302,
      ]);
    await expectBothAsked("POST", "/sign-in");
    const more = await askForCode("127.0.0.2", "one-more@example.org");
    expect([more.status, Number(more.headers["retry-after"]) > 0]).toEqual([429, true]);

    // Whatever it says of itself.
    for (const name of ["X-Forwarded-For", "X-Real-IP", "Forwarded"]) {
      const claim = name === "Forwarded" ? "for=192.0.2.9" : "192.0.2.9";
      const claimed = await askForCode("127.0.0.2", "claiming@example.org", { [name]: claim });
      expect([name, claimed.status]).toEqual([name, 429]);
    }
    const neighbour = await askForCode("127.0.0.3", "neighbour@example.org");
    expect(neighbour.status).toBe(302);

    const counted = await database.use((db) =>
      withActor(db, platform(), (tx) =>
        tx
          .select({ count: allowances.count })
          .from(allowances)
          .where(like(allowances.key, "codesPerClient:%"))
          .orderBy(allowances.count),
      ),
    );
    expect(counted).toEqual([{ count: 1 }, { count: limit + 1 }]);
  });

  test("a caller that reaches a process past the proxy is not believed either", async () => {
    const { port } = new URL(servers[0].url);
    const { path, headers, body, method } = postForm(paths.signIn(), { email: "past@example.org" });
    const options = { port, path, method, host: "127.0.0.1", localAddress: "127.0.0.2" };
    const sent = request({ ...options, headers: { ...headers, "X-Forwarded-For": "192.0.2.9" } });
    const statuses = new Promise<number | undefined>((resolve, reject) => {
      sent.once("response", (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.once("error", reject);
    });
    sent.end(body);
    // 127.0.0.2 has had its codes.
    expect(await statuses).toBe(429);
  });

  test("each piece of background work is done by one of them", async () => {
    const finished = () =>
      database.use((db) =>
        withActor(db, platform(), (tx) => tx.select().from(backgroundTasks).orderBy(backgroundTasks.name)),
      );
    const standing = async () =>
      (await finished()).map(({ name, lastError, lastFinishedAt }) => [
        name,
        lastError,
        lastFinishedAt !== null,
      ]);
    // The first run of the cycles fills in the demonstration's past.
    await expect
      .poll(standing, { timeout: 150_000, interval: 1_000 })
      .toEqual(allSharedTasks.map((name) => [name, null, true]));
    const metrics = await Promise.all(servers.map(async ({ url }) => (await fetch(`${url}/metrics`)).text()));
    const runs = (task: string) =>
      metrics.map((text) =>
        Number(
          new RegExp(`background_runs_total\\{task="${task}",outcome="finished"\\} (\\d+)`).exec(text)?.[1] ??
            0,
        ),
      );
    for (const task of sharedTasks) expect([task, ...runs(task).sort()]).toEqual([task, 0, 1]);
    expect(runs("send-mail").every((count) => count > 0)).toBe(true);
  });

  test("a database that is away is told by the service itself, from both, and not by the proxy", async () => {
    const { DATABASE_URL: own = "" } = database.env;
    const name = new URL(own).pathname.slice(1);
    const administrator = postgres(process.env["TEST_DATABASE_URL"] ?? "", { max: 1 });
    await administrator`alter database ${administrator(name)} with allow_connections false`;
    await administrator`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
    for (let count = 0; count < 6; count += 1) {
      const { status, text } = await proxy.ask("/health");
      expect([status, text]).toEqual([503, JSON.stringify({ status: "failing", database: "unreachable" })]);
    }
    await administrator`alter database ${administrator(name)} with allow_connections true`;
    await administrator.end();
    await expect.poll(async () => (await proxy.ask("/health")).status, { timeout: 30_000 }).toBe(200);
  });

  test("one of them stops under load and nobody notices", async () => {
    const asking = ["/help", "/", "/neighbourhoods", "/api/v1/neighbourhoods", "/api/v1/postcodes/SK171AA"];
    const answers: Answer[] = [];
    const [, second] = servers;
    const stopping: { exitCode: Promise<number | null> | null } = { exitCode: null };
    let leftAfterwards = 120;
    let hasEnded = false;
    const stopAfter = 120;
    const askOn = async () => {
      while (leftAfterwards > 0) {
        const path = asking[answers.length % asking.length] ?? "/";
        answers.push(await proxy.ask(path));
        if (answers.length >= stopAfter && stopping.exitCode === null) {
          stopping.exitCode = second.stop();
          void stopping.exitCode.then(() => (hasEnded = true));
        }
        if (hasEnded) leftAfterwards -= 1;
      }
    };
    await Promise.all(Array.from({ length: 8 }, askOn));
    const refused = answers.filter(({ status }) => status !== 200).map(({ status }) => status);
    console.info(`one of two stopped: ${answers.length} requests, ${refused.length} of them not 200`);
    expect(refused).toEqual([]);
    expect(await stopping.exitCode).toBe(0);
    expect(asked(second, "GET", "/help")).toBeGreaterThan(0);
    expect(proxy.complaints()).not.toContain("no live upstreams");
  });
});
