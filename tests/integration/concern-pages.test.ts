import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seal } from "#app/services/keys/keys.server.ts";
import { allowances, concerns, neighbourhoods } from "#db/schema/index.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import {
  finderFacts,
  listenForTest,
  testKeys,
  type ListeningServer,
} from "#tests/support/listening-server.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { codeDesk } from "./code-desk.ts";
import { canary, concernDesk } from "./concern-desk.ts";
import { leadsTo, openBrowser, type TestBrowser } from "./resident-browser.ts";

let database: TestDatabase;
let server: ListeningServer;
let desk: ReturnType<typeof concernDesk>;
beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase();
  await database.db
    .insert(neighbourhoods)
    .values(
      finderFacts.neighbourhoods.map(({ id, code, slug }) => ({ id, code, slug, createdAt: new Date() })),
    );
  server = await listenForTest(database.db);
  desk = concernDesk(database.db);
});
afterAll(async () => {
  await server.close();
  await database.close();
});
// All tests come from one address, which is one client.
beforeEach(async () => {
  await database.db.delete(allowances);
});

const raisePath = "/neighbourhoods/westly/raise";
const donePath = `${raisePath}/done`;

/** The stamp of a form that was shown a minute ago. */
const stamp = (id: string = crypto.randomUUID(), shownAt = Date.now() - 60_000) =>
  seal(testKeys, "raise-form", JSON.stringify({ id, shownAt }));
const filled = (change: Record<string, string> = {}) => ({
  category: "speeding",
  words: `Cars race past, ${canary}`,
  stamp: stamp(),
  ...change,
});

async function raise(browser: TestBrowser, change: Record<string, string> = {}): Promise<string> {
  const sent = await browser.post(raisePath, filled(change));
  expect([sent.status, leadsTo(sent)]).toEqual([302, donePath]);
  const page = await (await browser.get(donePath)).text();
  return /C-\w{5}/.exec(page)?.[0] ?? "";
}

async function signIn(browser: TestBrowser, email: string, next: string) {
  await browser.post("/sign-in", { email, next });
  const [code = ""] = await codeDesk(database.db).mailed(email);
  return browser.post("/sign-in/code", { intent: "check", code });
}

const published = async () => {
  const [first] = finderFacts.neighbourhoods;
  const { id, reference } = await desk.raise(await desk.resident(), first?.id ?? "", {
    clientKey: crypto.randomUUID(),
  });
  await desk.publish(await desk.staff(), id, "Speeding past the school", "Cars go too fast at nine.");
  return { id, reference };
};

describe("raising without script", () => {
  test("danger and the other doors stand before the box", async () => {
    const page = await (await openBrowser(server.url).get(raisePath)).text();
    const box = page.indexOf("<textarea");
    for (const door of ["999", "101", "0800 555 111", "complain about the police"]) {
      const at = page.toLowerCase().indexOf(door);
      expect(at, door).toBeGreaterThan(0);
      expect(at, door).toBeLessThan(box);
    }
  });

  test("gives a reference, and neither its address nor any log tells what was written", async () => {
    const reference = await raise(openBrowser(server.url));
    expect(await database.db.$count(concerns, eq(concerns.reference, reference))).toBe(1);
    expect(server.log()).not.toContain(canary);
    expect(server.log()).not.toContain(reference);
  });

  test("keeps what was typed when something is missing", async () => {
    const answer = await openBrowser(server.url).post(raisePath, filled({ category: "" }));
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain("Select what it is about");
    expect(page).toContain(canary);
  });

  test("a form sent in haste, or by what fills in everything, is kept and asked for once more", async () => {
    const before = await database.db.$count(concerns);
    for (const change of [{ stamp: stamp(undefined, Date.now()) }, { stamp: "made up" }, { website: "x" }]) {
      const answer = await openBrowser(server.url).post(raisePath, filled({ ...change }));
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain(canary);
    }
    expect(await database.db.$count(concerns)).toBe(before);
  });

  test("danger is answered with the right door first", async () => {
    const browser = openBrowser(server.url);
    const reference = await raise(browser, { words: "A man with a knife is outside" });
    const page = await (await browser.get(donePath)).text();
    expect(page.indexOf("call 999 now")).toBeGreaterThan(0);
    expect(page.indexOf("call 999 now")).toBeLessThan(page.indexOf(reference));
  });

  test("a complaint about the police goes another way and is not kept", async () => {
    const before = await database.db.$count(concerns);
    const answer = await openBrowser(server.url).post(raisePath, filled({ category: "complaint" }));
    expect(await answer.text()).toContain("Complaints go to Professional Standards");
    expect(await database.db.$count(concerns)).toBe(before);
  });
});

describe("hearing what comes of it", () => {
  test("whoever signs in from the page that offers it has the concern, and reads their own words", async () => {
    const browser = openBrowser(server.url);
    const reference = await raise(browser);
    const signedIn = await signIn(browser, "raiser@example.org", donePath);
    expect(leadsTo(signedIn)).toContain("/account/details");
    expect(await (await browser.get("/account/concerns")).text()).toContain(reference);
    expect(await (await browser.get(`/account/concerns/${reference}`)).text()).toContain(canary);
    const withdrawn = await browser.post(`/account/concerns/${reference}`, {
      intent: "withdraw",
      version: "2",
    });
    expect(withdrawn.status).toBe(302);
    expect(await (await browser.get(`/account/concerns/${reference}`)).text()).toContain("You withdrew");
  });

  test("somebody else who signs in at the same computer has not", async () => {
    const browser = openBrowser(server.url);
    const reference = await raise(browser);
    await signIn(browser, "next-in-the-library@example.org", "/account");
    expect(await (await browser.get("/account/concerns")).text()).not.toContain(reference);
    expect((await browser.get(`/account/concerns/${reference}`)).status).toBe(404);
    expect(leadsTo(await browser.get(donePath))).toBe(raisePath);
  });
});

describe("what everybody sees", () => {
  test("a published concern shows staff's words, how many raised it, and nobody's own words", async () => {
    const { reference } = await published();
    const page = await (await openBrowser(server.url).get(`/concerns/${reference}`)).text();
    for (const shown of ["Speeding past the school", "Cars go too fast at nine.", "1 person", "Published as"])
      expect(page).toContain(shown);
    expect(page).toContain(`/report-page/concern/${reference}`);
    expect(page).not.toContain(canary);
    expect(page).not.toContain("Somebody in the team is reading");
  });

  test("its reference may be typed carelessly; what is not published is not there", async () => {
    const { reference } = await published();
    const typed = await openBrowser(server.url).get(`/concerns/${reference.toLowerCase().replace("-", "")}`);
    expect(leadsTo(typed)).toBe(`/concerns/${reference}`);
    const secret = await raise(openBrowser(server.url));
    expect((await openBrowser(server.url).get(`/concerns/${secret}`)).status).toBe(404);
  });

  test("what somebody types finds it, by words in no address", async () => {
    const { reference } = await published();
    const answer = await openBrowser(server.url).post("/neighbourhoods/westly/similar", {
      category: "speeding",
      words: "speeding cars past the school",
    });
    const text = await answer.text();
    expect(text).toContain(reference);
    expect(text).not.toContain(canary);
  });

  test("adding oneself asks for an account, then counts", async () => {
    const { reference } = await published();
    const add = `/concerns/${reference}/add-yourself`;
    const browser = openBrowser(server.url);
    expect(leadsTo(await browser.get(add))).toBe(`/sign-in?next=${encodeURIComponent(add)}`);
    await signIn(browser, "supporter@example.org", add);
    expect(leadsTo(await browser.post(add, { support: "add" }))).toBe(add);
    expect(await (await browser.get(add)).text()).toContain("You are one of those who raised this");
    expect(await (await browser.get(`/concerns/${reference}`)).text()).toContain("2 people");
  });

  test("the search forgives spelling and tells nobody's words", async () => {
    await published();
    const page = await (await openBrowser(server.url).get("/search?q=speding+schol")).text();
    expect(page).toContain("Speeding past the school");
    const nothing = await (await openBrowser(server.url).get(`/search?q=${canary}`)).text();
    expect(nothing).toContain("Nothing was found");
  });
});
