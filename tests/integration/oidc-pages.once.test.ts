import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accounts, appointments } from "#db/schema/account.ts";
import { sessions } from "#db/schema/session.ts";
import { startPeerProvider } from "#tests/support/identity-provider.ts";
import { listenForTest } from "#tests/support/listening-server.ts";
import { cookieOf } from "#tests/support/people.ts";
import { browse, leadsTo } from "./oidc-browsing.ts";
import { openOidcSite, type OidcSite } from "./oidc-site.ts";

let our: OidcSite;
beforeAll(async () => {
  our = await openOidcSite();
});
afterAll(() => our.close());

let subject = "";
let number = 0;
beforeEach(() => {
  number += 1;
  subject = `officer-${number}`;
  our.addPerson(subject);
});

describe("a fresh proof", () => {
  const proveAgain = (next = "/account/data") => our.start(next, "&fresh=1");

  test("asks the provider for a new one and goes on in the same session under a new reference", async () => {
    const browser = browse();
    await our.signIn(browser);
    const { id } = await our.accountOf(subject);
    const before = await our.lastSessionOf(id);
    const reference = our.sessionOf(browser);
    const longAgo = new Date(Date.now() - 20 * 60_000);
    await our.db.update(sessions).set({ authenticatedAt: longAgo }).where(eq(sessions.id, before.id));

    const asked = leadsTo(await browser.get(proveAgain()));
    expect(new URL(asked).searchParams.get("prompt")).toBe("login");
    expect(new URL(asked).searchParams.get("max_age")).toBe("0");

    const { address } = await our.signIn(browser, proveAgain());
    expect(address.pathname).toBe("/account/data");
    const after = await our.lastSessionOf(id);
    expect(after.id).toBe(before.id);
    expect(after.authenticatedAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(after.expiresAt).toEqual(before.expiresAt);
    expect(our.sessionOf(browser)).not.toBe(reference);
    expect((await our.actsOf(id)).at(-1)).toBe("session.refresh");
  });

  test("of somebody else is refused, and the session is as it was", async () => {
    const browser = browse();
    await our.signIn(browser);
    const { id } = await our.accountOf(subject);
    const before = await our.lastSessionOf(id);
    our.peer.people["intruder"] = { name: "Somebody Else" };
    our.peer.answerAs = "intruder";
    // The provider has forgotten the person, and another sits down at the same browser.
    browser.cookies(our.peer.url).clear();
    const { response } = await browser.follow(proveAgain());
    expect(response.status).toBe(403);
    expect(await our.lastSessionOf(id)).toMatchObject({
      referenceHash: before.referenceHash,
      authenticatedAt: before.authenticatedAt,
    });
    expect((await our.actsOf(id)).at(-1)).toBe("session.refuse-proof");
  });

  test("without a session is a sign-in", async () => {
    const { address } = await our.signIn(browse(), proveAgain());
    expect(address.pathname).toBe("/staff/waiting");
  });
});

describe("the pages", () => {
  test("staff sign-in offers the provider, and the demonstration's people beside it", async () => {
    const html = await (await fetch(`${our.url}/staff/sign-in?next=/staff/audit`)).text();
    expect(html).toContain('href="/staff/sign-in/start?next=%2Fstaff%2Faudit"');
    expect(html).toContain('href="/demo/people"');
  });

  test("a real force's offers no demonstration, over https with a __Host- cookie", async () => {
    const publicUrl = "https://neighbourhoods.example";
    const real = await listenForTest(our.db, {
      ...our.peer.settings,
      DEMO: "off",
      PUBLIC_URL: publicUrl,
      SESSION_SECRET: "x".repeat(32),
      SMTP_URL: "smtp://localhost",
      MAIL_FROM: "a@force.example",
    });
    const html = await (await fetch(`${real.url}/staff/sign-in`)).text();
    expect(html).not.toContain("/demo/people");
    const begun = await fetch(`${real.url}/staff/sign-in/start`, { redirect: "manual" });
    expect(begun.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-signing-in=[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    const { searchParams } = new URL(leadsTo(begun));
    expect(searchParams.get("redirect_uri")).toBe(`${publicUrl}/staff/sign-in/answer`);
    expect(searchParams.get("code_challenge_method")).toBe("S256");
    expect(searchParams.get("response_type")).toBe("code");
    expect(searchParams.has("max_age")).toBe(false);
    await real.close();
  });

  test("a demonstration without a provider says so and starts nothing", async () => {
    const alone = await listenForTest(our.db);
    const html = await (await fetch(`${alone.url}/staff/sign-in`)).text();
    expect(html).toContain("not connected to a force");
    expect(html).toContain('href="/demo/people"');
    expect(html).not.toContain('href="/staff/sign-in/start');
    const begun = await fetch(`${alone.url}/staff/sign-in/start?next=/staff`, { redirect: "manual" });
    expect(leadsTo(begun)).toBe("/staff/sign-in?next=%2Fstaff");
    expect((await fetch(`${alone.url}/staff/sign-in/answer?code=x&state=y`)).status).toBe(400);
    await alone.close();
  });

  test("another site's link leads to the page, and not through it", async () => {
    const response = await browse().get(our.start("/staff"), { "Sec-Fetch-Site": "cross-site" });
    expect(leadsTo(response)).toBe("/staff/sign-in?next=%2Fstaff");
  });

  test("waiting names the administrators, once there are any, and no command", async () => {
    const browser = browse();
    await our.signIn(browser);
    const [administrator] = await our.db
      .insert(accounts)
      .values({ kind: "staff", status: "active", name: "Ada Administrator", createdAt: new Date() })
      .returning();
    if (administrator === undefined) expect.fail("no administrator");
    await our.db.insert(appointments).values({
      accountId: administrator.id,
      role: "administrator",
      areaKind: "force",
      startsOn: "2020-01-01",
      createdAt: new Date(),
    });
    const html = await (await browser.get(`${our.url}/staff/waiting`)).text();
    expect(html).toContain("Ada Administrator");
    expect(html).not.toContain("make-administrator");
    const Cookie = await cookieOf(our.db, administrator);
    const linked = await fetch(`${our.url}/staff/waiting`, { redirect: "manual", headers: { Cookie } });
    expect(leadsTo(linked)).toBe("/staff");
  });
});

test("a provider that keeps names out of the token is asked for them", async () => {
  const thin = await startPeerProvider({
    people: { "thin-1": { name: "Thin Token", email: "thin@force.example" } },
    isThin: true,
  });
  thin.answerAs = "thin-1";
  const own = await listenForTest(our.db, thin.settings);
  const ownSite = `http://localhost:${own.port}`;
  thin.serve(ownSite);
  await browse().follow(`${ownSite}/staff/sign-in/start`, ({ pathname }) => pathname === "/staff/waiting");
  expect(await our.accountOf("thin-1")).toMatchObject({ name: "Thin Token", email: "thin@force.example" });
  await own.close();
  await thin.close();
});
