import { createPublicKey } from "node:crypto";
import { count } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { identities } from "#db/schema/account.ts";
import { allowances } from "#db/schema/session.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { browse, leadsTo, type Browsing } from "./oidc-browsing.ts";
import { newKeyPair, startForger, type Forger, type Forgery, type Health } from "./oidc-forger.ts";

let database: TestDatabase;
let forger: Forger;
let server: ListeningServer;
let site: string;
beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase();
});
afterAll(() => database.close());

// A server of its own for each test: what one learnt of the provider is nothing to the next.
beforeEach(async () => {
  await database.db.delete(allowances);
  forger = await startForger();
  server = await listenForTest(database.db, forger.settings);
  site = `http://localhost:${server.port}`;
});
afterEach(async () => {
  vi.useRealTimers();
  await forger.close();
  await server.close();
});

const start = () => `${site}/staff/sign-in/start?next=/staff`;

/** Sends a browser to the provider, and gives the address it would come back to. */
async function toAnswer(browser: Browsing, more = ""): Promise<URL> {
  const asked = new URL(leadsTo(await browser.get(start() + more)));
  forger.nonce = asked.searchParams.get("nonce") ?? "";
  const address = new URL(`${site}/staff/sign-in/answer`);
  address.searchParams.set("code", "a-code");
  address.searchParams.set("state", asked.searchParams.get("state") ?? "");
  address.searchParams.set("iss", forger.url);
  return address;
}

async function signIn(browser = browse(), more = ""): Promise<Response> {
  return browser.get((await toAnswer(browser, more)).href);
}

async function expectRefused(response: Response, browser: Browsing) {
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("We could not accept this sign-in");
  expect(browser.cookies(site).has("session")).toBe(false);
}

const seconds = () => Math.floor(Date.now() / 1_000);
const identitiesNow = async () => (await database.db.select({ n: count() }).from(identities))[0]?.n;

test("an honest answer is accepted: what is refused below is refused for what is wrong with it", async () => {
  expect(leadsTo(await signIn())).toBe("/staff/waiting");
});

describe("an ID token is refused", () => {
  const forgeries: [string, () => Forgery][] = [
    ["for another site (aud)", () => ({ claims: { aud: "another-client" } })],
    [
      "for several sites, none of them named as ours (azp)",
      () => ({ claims: { aud: ["another", "third"] } }),
    ],
    ["from another provider (iss)", () => ({ claims: { iss: "https://elsewhere.example" } })],
    ["with another sign-in's nonce", () => ({ claims: { nonce: "another" } })],
    ["with no nonce", () => ({ claims: { nonce: undefined } })],
    ["with nobody in it (sub)", () => ({ claims: { sub: "" } })],
    ["that has ended five minutes ago", () => ({ claims: { iat: seconds() - 600, exp: seconds() - 300 } })],
    ["that never ends", () => ({ claims: { exp: undefined } })],
    ["issued five minutes in the future", () => ({ claims: { iat: seconds() + 300, exp: seconds() + 600 } })],
    ["not valid for five minutes yet", () => ({ claims: { nbf: seconds() + 300 } })],
    ["without a signature (alg none)", () => ({ alg: "none" })],
    ["signed by another key under a known name", () => ({ key: newKeyPair().privateKey })],
    ["signed by a key of no known name", () => ({ key: newKeyPair().privateKey, kid: "unknown" })],
    [
      "signed with our public key as if it were a secret (HS256)",
      () => ({
        alg: "HS256",
        key: createPublicKey(forger.keys[0]?.privateKey ?? "")
          .export({ type: "spki", format: "pem" })
          .toString(),
      }),
    ],
    ["signed with the client's secret (HS256)", () => ({ alg: "HS256", key: "the client's secret" })],
  ];
  test.each(forgeries)("%s", async (_, forge) => {
    forger.forgery = forge();
    const before = await identitiesNow();
    const browser = browse();
    await expectRefused(await signIn(browser), browser);
    expect(await identitiesNow()).toBe(before);
    expect(forger.asked.token).toBe(1);
  });

  test.each(["none", "HS256"] as const)(
    "signed with %s, even where the provider says it may be",
    async (alg) => {
      forger.says = { id_token_signing_alg_values_supported: [alg] };
      forger.forgery = { alg, key: "the client's secret" };
      const browser = browse();
      await expectRefused(await signIn(browser), browser);
    },
  );
});

describe("the answer's address is refused before anything is asked of the provider", () => {
  test.each([
    ["with another state", "state", "another"],
    ["with no state", "state", null],
    ["from another issuer (RFC 9207)", "iss", "https://elsewhere.example"],
    ["from no issuer, where the provider always says it (RFC 9207)", "iss", null],
    ["with no code", "code", null],
  ])("%s", async (_, name, value) => {
    const browser = browse();
    const address = await toAnswer(browser);
    if (value === null) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
    await expectRefused(await browser.get(address.href), browser);
    expect(forger.asked.token).toBe(0);
  });

  test("with its state twice", async () => {
    const browser = browse();
    const address = await toAnswer(browser);
    address.searchParams.append("state", "another");
    await expectRefused(await browser.get(address.href), browser);
    expect(forger.asked.token).toBe(0);
  });

  test("too often from one place", async () => {
    const browser = browse();
    const address = await toAnswer(browser);
    const cookie = browser.cookies(site).get("signing-in") ?? "";
    address.searchParams.set("state", "a guess");
    const statuses: number[] = [];
    let last: Response | undefined;
    for (let tries = 0; tries < 125; tries += 1) {
      browser.cookies(site).set("signing-in", cookie);
      last = await browser.get(address.href);
      statuses.push(last.status);
    }
    expect(statuses).toContain(429);
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get("Retry-After"))).toBeGreaterThan(0);
  });
});

describe("clocks up to 30 seconds apart", () => {
  test.each([
    ["ahead", () => ({ iat: seconds() + 25, nbf: seconds() + 25, exp: seconds() + 325 })],
    ["behind", () => ({ iat: seconds() - 325, exp: seconds() - 25 })],
  ])("are borne with: the provider's is %s", async (_, claims) => {
    forger.forgery = { claims: claims() };
    expect(leadsTo(await signIn())).toBe("/staff/waiting");
  });
});

describe("a fresh proof", () => {
  test.each([
    ["given before it was asked for", () => seconds() - 300],
    ["of no said time", () => undefined],
  ])("%s is refused", async (_, authTime) => {
    forger.forgery = { claims: { auth_time: authTime() } };
    const browser = browse();
    await expectRefused(await signIn(browser, "&fresh=1"), browser);
  });

  test("given just now is accepted", async () => {
    forger.forgery = { claims: { auth_time: seconds() } };
    expect(leadsTo(await signIn(browse(), "&fresh=1"))).toBe("/staff/waiting");
  });
});

describe("keys", () => {
  test("that were rotated are picked up", async () => {
    expect(leadsTo(await signIn())).toBe("/staff/waiting");
    expect(leadsTo(await signIn())).toBe("/staff/waiting");
    expect(forger.asked).toEqual({ discovery: 1, token: 2, keys: 1 });
    forger.keys = [newKeyPair()];
    // The set is not asked for again within a minute, or a forged key's name would make us ask without end.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    expect(leadsTo(await signIn())).toBe("/staff/waiting");
    expect(forger.asked).toEqual({ discovery: 1, token: 3, keys: 2 });
  });

  test("withdrawn are no good once the set was read again", async () => {
    const withdrawn = forger.keys[0] ?? newKeyPair();
    await signIn();
    forger.keys = [newKeyPair()];
    forger.forgery = { key: withdrawn.privateKey, kid: withdrawn.kid };
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 301_000 });
    const browser = browse();
    await expectRefused(await signIn(browser), browser);
  });
});

describe("a provider that", () => {
  const troubles: [string, Health][] = [
    ["fails", "500"],
    ["shows a page of maintenance", "html"],
    ["drops the connection", "closes"],
    ["hangs", "hangs"],
  ];

  test.each(troubles)("%s at the start: 503, when to try again, and a link to do so", async (_, health) => {
    forger.health.discovery = health;
    const response = await browse().get(start());
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("30");
    const html = await response.text();
    expect(html).toContain("Your force’s sign-in does not answer");
    expect(html).toContain('href="/staff/sign-in/start?next=%2Fstaff"');
    forger.health.discovery = "well";
    expect(leadsTo(await signIn())).toBe("/staff/waiting");
  });

  test.each(troubles)("%s when asked about the answer: 503, and a later sign-in works", async (_, health) => {
    const browser = browse();
    const address = await toAnswer(browser);
    forger.health.token = health;
    const response = await browser.get(address.href);
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("30");
    expect(browser.cookies(site).has("session")).toBe(false);
    forger.health.token = "well";
    expect(leadsTo(await signIn())).toBe("/staff/waiting");
  });

  test.each(troubles)("%s when asked for its keys: 503", async (_, health) => {
    forger.health.keys = health;
    expect((await signIn()).status).toBe(503);
    forger.health.keys = "well";
    expect(leadsTo(await signIn())).toBe("/staff/waiting");
  });

  test("is away altogether: who is signed in stays so, and residents notice nothing", async () => {
    const browser = browse();
    await signIn(browser);
    await forger.close();
    expect((await browser.get(`${site}/staff/waiting`)).status).toBe(200);
    expect((await fetch(`${site}/`)).status).toBe(200);
    expect((await fetch(`${site}/ready`)).status).toBe(200);
    // What it said of itself an hour ago is asked for again.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_601_000 });
    expect((await browse().get(start())).status).toBe(503);
  });

  test("calls itself something else than the setting does: 503, and the log says which check failed", async () => {
    forger.says = { issuer: "https://elsewhere.example" };
    expect((await browse().get(start())).status).toBe(503);
    expect(server.log()).toMatch(/discovery: .*issuer/);
  });
});

test("twenty people at the start wait for one question to the provider", async () => {
  const begun = await Promise.all(Array.from({ length: 20 }, () => browse().get(start())));
  expect(new Set(begun.map(({ status }) => status))).toEqual(new Set([302]));
  expect(new Set(begun.map((response) => new URL(leadsTo(response)).searchParams.get("state"))).size).toBe(
    20,
  );
  expect(forger.asked.discovery).toBe(1);
});
