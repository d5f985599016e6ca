import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { keepSession } from "#app/session-cookie.server.ts";
import {
  accounts,
  allowances,
  auditEvents,
  messages,
  neighbourhoods,
  residents,
  sessions,
} from "#db/schema/index.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { finderFacts, listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { codeDesk } from "./code-desk.ts";
import { leadsTo, openBrowser, type TestBrowser } from "./resident-browser.ts";

let database: TestDatabase;
let server: ListeningServer;
beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase();
  await database.db
    .insert(neighbourhoods)
    .values(
      finderFacts.neighbourhoods.map(({ id, code, slug }) => ({ id, code, slug, createdAt: new Date() })),
    );
  server = await listenForTest(database.db);
});
afterAll(async () => {
  await server.close();
  await database.close();
});
// All tests come from one address, which is one client.
beforeEach(async () => {
  await database.db.delete(allowances);
});

const newBrowser = (cookies?: Record<string, string>) => openBrowser(server.url, cookies);
const mailed = async (email: string) => (await codeDesk(database.db).mailed(email))[0] ?? "";

let people = 0;
const newEmail = () => `somebody-${(people += 1)}@example.org`;

/** Signs in by a code, as a resident does; gives the answer to the code. */
async function signIn(browser: TestBrowser, email: string, next?: string) {
  await browser.post("/sign-in", next === undefined ? { email } : { email, next });
  return browser.post("/sign-in/code", { intent: "check", code: await mailed(email) });
}
/** Makes the proof of everybody's session eleven minutes old. */
const waitForProofToAge = () =>
  database.db.update(sessions).set({ authenticatedAt: sql`authenticated_at - interval '11 minutes'` });

describe("signing in", () => {
  test("asks a newcomer about themselves first, and leads everybody on to where they were going", async () => {
    const email = newEmail();
    const browser = newBrowser();
    const first = await signIn(browser, email, "/neighbourhoods/westly");
    expect([first.status, leadsTo(first)]).toEqual([302, "/account/details?next=%2Fneighbourhoods%2Fwestly"]);
    const again = await signIn(newBrowser(), email, "/neighbourhoods/westly");
    expect(leadsTo(again)).toBe("/neighbourhoods/westly");
  });

  test.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/\t/evil.example",
  ])("does not lead to %j", async (next) => {
    const email = newEmail();
    await signIn(newBrowser(), email);
    const browser = newBrowser();
    await browser.get(`/sign-in?next=${encodeURIComponent(next)}`);
    const leads = leadsTo(await signIn(browser, email, next));
    expect(leads).toMatch(/^\/(?:account|evil\.example)?$/);
  });

  test("keeps its cookies from script and from other sites' forms", async () => {
    const browser = newBrowser();
    const email = newEmail();
    const asked = await browser.post("/sign-in", { email });
    const entered = await browser.post("/sign-in/code", { intent: "check", code: await mailed(email) });
    for (const line of [...asked.headers.getSetCookie(), ...entered.headers.getSetCookie()])
      expect(line).toMatch(
        /; Path=\/; HttpOnly; SameSite=Lax$|Max-Age=\d+; Path=\/; (?:Expires=[^;]+; )?HttpOnly; SameSite=Lax$/,
      );
    expect(browser.cookies.has("session")).toBe(true);
    expect(browser.cookies.has("code"), "what was asked for is forgotten").toBe(false);
  });

  test("shows the cookie of a code to nobody, and takes no altered one", async () => {
    const email = newEmail();
    const browser = newBrowser();
    await browser.post("/sign-in", { email });
    const cookie = browser.cookies.get("code") ?? "";
    expect(Buffer.from(decodeURIComponent(cookie), "base64").toString()).not.toContain("somebody");
    for (const altered of [
      "",
      "x",
      cookie.slice(0, -8),
      `A${cookie.slice(1)}`,
      cookie.replace(/.{4}$/, "AAAA"),
    ]) {
      const answer = await newBrowser({ code: altered }).get("/sign-in/code");
      expect([answer.status, leadsTo(answer)]).toEqual([302, "/sign-in"]);
    }
  });

  test("is refused in another browser, and again in the same", async () => {
    const email = newEmail();
    const browser = newBrowser();
    await browser.post("/sign-in", { email });
    const code = await mailed(email);
    const other = newBrowser();
    await other.post("/sign-in", { email: newEmail() });
    const elsewhere = await other.post("/sign-in/code", { intent: "check", code });
    expect(elsewhere.status).toBe(400);
    const held = new Map(browser.cookies);
    expect((await browser.post("/sign-in/code", { intent: "check", code })).status).toBe(302);
    const reused = await newBrowser(Object.fromEntries(held)).post("/sign-in/code", {
      intent: "check",
      code,
    });
    expect(reused.status).toBe(400);
    expect(await reused.text()).toContain("That code is not right, or it no longer works");
  });

  test.each([
    ["/sign-in", { email: "" }, "Enter your email address"],
    ["/sign-in", { email: "jo at example" }, "Enter an email address in the correct format"],
    ["/sign-in", { email: "jo\u0000@example.org" }, "Enter an email address in the correct format"],
    [
      "/sign-in",
      { email: `${"x".repeat(100_000)}@example.org` },
      "Enter an email address in the correct format",
    ],
    ["/sign-in/code", { intent: "check", code: "12" }, "Enter the six digits of the code"],
    ["/sign-in/code", { intent: "check", code: "" }, "Enter the code from the message"],
    ["/sign-in/code", { intent: "check", code: "\u0000\ud800 ‮1" }, "Enter the six digits of the code"],
  ])("%s says what to enter instead of %.60j", async (path, fields, message) => {
    const browser = newBrowser();
    await browser.post("/sign-in", { email: "bad-input@example.org" });
    const answer = await browser.post(path, fields);
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain(message);
    expect(page).toContain("<title>Error: ");
  });
});

test("a known and an unknown address get the same answers, byte for byte, within limits and past them", async () => {
  const known = "known@example.org";
  await signIn(newBrowser(), known);
  await database.db.delete(allowances);
  const answersTo = async (email: string) => {
    const seen: string[] = [];
    const browser = newBrowser();
    for (let request = 0; request < 5; request += 1) {
      const asked = await browser.post("/sign-in", { email });
      const page = await browser.get("/sign-in/code");
      const wrong = await browser.post("/sign-in/code", { intent: "check", code: "000000" });
      for (const answer of [asked, page, wrong]) seen.push(await plain(answer, email));
    }
    return seen;
  };
  const [forKnown, forUnknown] = [await answersTo(known), await answersTo("unkno@example.org")];
  expect(forKnown).toEqual(forUnknown);
  expect(forKnown[1]).toContain("We have sent a six-digit code to");
  expect(forKnown[1], "the fourth is not sent").toBe(forKnown[10]);
  expect(await codeDesk(database.db).mailed("unkno@example.org")).toHaveLength(3);
});

/** An answer without what differs from one request to the next. */
async function plain(answer: Response, email: string): Promise<string> {
  const nonce =
    /'nonce-([^']+)'/.exec(answer.headers.get("Content-Security-Policy") ?? "")?.[1] ?? "no nonce";
  const varying = [email, nonce, answer.headers.get("X-Request-Id") ?? "no id"];
  const cookies = answer.headers.getSetCookie().map((line) => line.replace(/=[^;]+/, ""));
  const kept = ["cache-control", "location", "content-type", "retry-after", "vary"].map((name) =>
    answer.headers.get(name),
  );
  let body = await answer.text();
  for (const each of varying) body = body.replaceAll(each, "");
  return JSON.stringify([
    answer.status,
    kept,
    cookies.map((line) => line.replace(/Expires=[^;]+/, "")),
    body,
  ]);
}

describe("sessions", () => {
  test("a cookie from before a sign-in opens nothing after it", async () => {
    const planted = /=([^;]+)/.exec(await keepSession("A".repeat(43), "http://localhost"))?.[1] ?? "";
    const browser = newBrowser({ session: planted });
    await signIn(browser, newEmail());
    expect(browser.cookies.get("session")).not.toBe(planted);
    expect(leadsTo(await newBrowser({ session: planted }).get("/account"))).toBe("/sign-in?next=%2Faccount");
    expect((await browser.get("/account")).status).toBe(200);
  });

  test("a sign-out ends the session, not only the cookie", async () => {
    const browser = newBrowser();
    await signIn(browser, newEmail());
    const session = browser.cookies.get("session") ?? "";
    await browser.get("/sign-out");
    expect((await browser.get("/account")).status, "looking at the page signs nobody out").toBe(200);
    const out = await browser.post("/sign-out");
    expect([out.status, leadsTo(out), out.headers.get("Clear-Site-Data")]).toEqual([
      302,
      "/sign-out",
      '"cache", "cookies", "storage"',
    ]);
    expect(browser.cookies.has("session")).toBe(false);
    expect(leadsTo(await newBrowser({ session }).get("/account"))).toBe("/sign-in?next=%2Faccount");
    expect((await newBrowser({ session }).post("/sign-out")).status).toBe(302);
  });

  test("the list has every browser, and ends another one's", async () => {
    const email = newEmail();
    const [here, there] = [newBrowser(), newBrowser()];
    await signIn(there, email);
    await signIn(here, email);
    const page = await (await here.get("/account/sessions")).text();
    const ids = [...page.matchAll(/name="id" value="([^"]+)"/g)].map(([, id = ""]) => id);
    expect(ids).toHaveLength(2);
    expect(page).toContain("(this browser)");
    // This browser stands first.
    expect(leadsTo(await here.post("/account/sessions", { intent: "end", id: ids[1] ?? "" }))).toBe(
      "/account/sessions",
    );
    expect((await there.get("/account")).status).toBe(302);
    expect((await here.get("/account")).status).toBe(200);
  });

  test("pages of an account are kept by nobody", async () => {
    const browser = newBrowser();
    await signIn(browser, newEmail());
    for (const path of [
      "/account",
      "/account/details",
      "/account/messages",
      "/account/sessions",
      "/account/data",
      "/account/erase",
    ]) {
      const page = await browser.get(path);
      expect([path, page.status, page.headers.get("Cache-Control")]).toEqual([
        path,
        200,
        "private, no-store",
      ]);
    }
  });
});

describe("a resident's own data", () => {
  test("needs a new code when the last is old, and then downloads whole", async () => {
    const email = newEmail();
    const browser = newBrowser();
    await signIn(browser, email);
    await browser.post("/account/details", {
      intent: "save",
      slug: "westly",
      connection: "work",
      ageBand: "16-17",
    });
    await waitForProofToAge();
    const confirm = "/account/confirm?next=%2Faccount%2Fdata";
    expect(leadsTo(await browser.get("/account/data"))).toBe(confirm);
    expect(leadsTo(await browser.get("/account/data/download"))).toMatch(/^\/account\/confirm/);
    expect(leadsTo(await browser.post(confirm, { intent: "send" }))).toBe(confirm);
    const old = browser.cookies.get("session");
    const wrong = await browser.post(confirm, { intent: "check", code: "000000" });
    expect(wrong.status).toBe(400);
    expect(leadsTo(await browser.post(confirm, { intent: "check", code: await mailed(email) }))).toBe(
      "/account/data",
    );
    expect(browser.cookies.get("session")).not.toBe(old);
    const file = await browser.get("/account/data/download");
    expect(file.headers.get("Content-Disposition")).toMatch(/^attachment; filename="[\w.-]+\.json"$/);
    expect(file.headers.get("Cache-Control")).toBe("private, no-store");
    expect(await file.json()).toMatchObject({
      account: { email },
      aboutYou: [{ ageBand: "16-17" }],
      neighbourhoods: [{ neighbourhood: "westly", connection: "work" }],
    });
  });

  test("is erased by a form only, with a new code, and the browser is told to forget", async () => {
    const email = newEmail();
    const browser = newBrowser();
    await signIn(browser, email);
    await waitForProofToAge();
    expect(leadsTo(await browser.post("/account/erase"))).toBe("/account/confirm?next=%2Faccount%2Ferase");
    const confirm = "/account/confirm?next=%2Faccount%2Ferase";
    await browser.post(confirm, { intent: "send" });
    await browser.post(confirm, { intent: "check", code: await mailed(email) });
    expect((await browser.get("/account/erase")).status).toBe(200);
    expect(await database.db.select().from(accounts).where(eq(accounts.email, email))).toHaveLength(1);
    const session = browser.cookies.get("session") ?? "";
    const gone = await browser.post("/account/erase");
    expect([leadsTo(gone), gone.headers.get("Clear-Site-Data")]).toEqual([
      "/account/erased",
      '"cache", "cookies", "storage"',
    ]);
    expect(await database.db.select().from(accounts).where(eq(accounts.email, email))).toHaveLength(0);
    expect((await newBrowser({ session }).get("/account")).status).toBe(302);
    expect((await browser.get("/account/erased")).status).toBe(200);
  });

  test("nothing is kept of a child who says so", async () => {
    const email = newEmail();
    const browser = newBrowser();
    await signIn(browser, email);
    const said = await browser.post("/account/details", { intent: "save", ageBand: "under-13" });
    expect([leadsTo(said), said.headers.get("Clear-Site-Data")]).toEqual([
      "/account/under-13",
      '"cache", "cookies", "storage"',
    ]);
    expect(await database.db.select().from(accounts).where(eq(accounts.email, email))).toHaveLength(0);
    expect(await database.db.select().from(messages).where(eq(messages.recipient, email))).toHaveLength(0);
  });

  test("an age said once is not what erases an account without a code", async () => {
    const email = newEmail();
    const browser = newBrowser();
    await signIn(browser, email);
    await browser.post("/account/details", { intent: "save", ageBand: "18+" });
    expect(leadsTo(await browser.post("/account/details", { intent: "save", ageBand: "under-13" }))).toBe(
      "/account/erase",
    );
    expect(await database.db.select().from(accounts).where(eq(accounts.email, email))).toHaveLength(1);
  });

  test("a form that is not right loses nothing typed", async () => {
    const browser = newBrowser();
    await signIn(browser, newEmail());
    const answer = await browser.post("/account/details", {
      intent: "save",
      postcode: "nowhere 1",
      connection: "study",
      ageBand: "18+",
    });
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain("Enter a full UK postcode, like DE4 3AG");
    expect(page).toContain('value="nowhere 1"');
    expect(
      [...page.matchAll(/<input[^>]*checked=""[^>]*value="([^"]+)"/g)].map(([, value]) => value),
    ).toEqual(["study", "18+"]);
    expect(await database.db.select().from(residents)).not.toContainEqual(
      expect.objectContaining({ ageBand: null }),
    );
  });
});

describe("too much", () => {
  test("a client that asks for more than twenty codes is told when to come back, and loses nothing typed", async () => {
    const browser = newBrowser();
    for (let asked = 0; asked < 20; asked += 1) await browser.post("/sign-in", { email: newEmail() });
    const answer = await browser.post("/sign-in", { email: "patient@example.org" });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(3_000);
    const page = await answer.text();
    expect(page).toMatch(/Too many codes were asked for\. Try again in \d+ minutes/);
    expect(page).toContain('value="patient@example.org"');
  });

  test("where limits cannot be counted, nobody is sent or redeems a code", async () => {
    const email = newEmail();
    const browser = newBrowser();
    await browser.post("/sign-in", { email });
    const code = await mailed(email);
    const sent = (await database.db.select().from(messages)).length;
    await database.db.execute(sql`alter table allowances rename to allowances_away`);
    const asked = await browser.post("/sign-in", { email: newEmail() });
    const entered = await browser.post("/sign-in/code", { intent: "check", code });
    await database.db.execute(sql`alter table allowances_away rename to allowances`);
    expect([asked.status, entered.status]).toEqual([500, 500]);
    expect(entered.headers.getSetCookie()).toEqual([]);
    expect(await database.db.select().from(messages)).toHaveLength(sent);
    expect((await browser.post("/sign-in/code", { intent: "check", code })).status).toBe(302);
  });
});

test("neither the log nor the record tells an address or a code", async () => {
  const email = newEmail();
  await signIn(newBrowser(), email);
  const record = JSON.stringify(await database.db.select().from(auditEvents));
  for (const told of [server.log(), record]) {
    expect(told).not.toContain(email);
    expect(told).not.toMatch(/somebody-\d+/);
  }
});
