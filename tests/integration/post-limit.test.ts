import { afterAll, beforeAll, expect, test } from "vitest";
import { limits } from "#app/domain/limits.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { ensureBuilt } from "../../app/server/build.js";

const publicUrl = "https://neighbourhoods.example";
let database: TestDatabase;
let servers: ListeningServer[];
beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase();
  const settings = {
    DEMO: "off",
    SESSION_SECRET: "x".repeat(32),
    PUBLIC_URL: publicUrl,
    SMTP_URL: "smtp://127.0.0.1:1",
    MAIL_FROM: "no-reply@neighbourhoods.example",
    OIDC_ISSUER: "https://identity.example",
    OIDC_CLIENT_ID: "us",
    OIDC_CLIENT_SECRET: "secret",
  };
  servers = [await listenForTest(database.db, settings), await listenForTest(database.db, settings)];
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await database.close();
});

const send = (number: number, path: string) =>
  fetch(`${servers[number % servers.length]?.url ?? ""}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: publicUrl },
    body: new URLSearchParams(),
  });

test("forms of one client are counted over two servers; the one too many is told when to try again", async () => {
  const { limit } = limits.postsPerClient;
  for (let number = 0; number < limit; number += 1) {
    const response = await send(number, "/sign-out");
    await response.arrayBuffer();
    expect(response.status).toBeLessThan(400);
  }
  const refused = await Promise.all([send(0, "/sign-out"), send(1, "/sign-out")]);
  for (const response of refused) {
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(await response.text()).toContain("send it again");
  }
  const finder = await send(0, "/find");
  await finder.arrayBuffer();
  expect(finder.status).toBe(400);
});
