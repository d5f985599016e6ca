import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { identities } from "#db/schema/account.ts";
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

describe("a first sign-in", () => {
  test("makes an account that waits, with the name and address that the provider gives", async () => {
    const browser = browse();
    const { address } = await our.signIn(browser);
    expect(address.pathname).toBe("/staff/waiting");
    const account = await our.accountOf(subject);
    expect(account).toMatchObject({
      kind: "staff",
      status: "waiting",
      name: `Officer ${subject}`,
      email: `${subject}@force.example`,
      emailKey: null,
    });
    expect(await our.actsOf(account.id)).toEqual(["identity.first-sign-in", "session.start"]);
    const page = await browser.get(address.href);
    expect(page.status).toBe(200);
    expect(page.headers.get("Cache-Control")).toBe("private, no-store");
    const html = await page.text();
    expect(html).toContain(`Officer ${subject}`);
    expect(html).toContain(`make-administrator <!-- -->${our.peer.url}<!-- --> <!-- -->${subject}`);
  });

  test("happens once for two windows at the same moment", async () => {
    const browsers = [browse(), browse(), browse()];
    await Promise.all(browsers.map((browser) => our.signIn(browser)));
    const rows = await our.db.select().from(identities).where(eq(identities.subject, subject));
    expect(rows).toHaveLength(1);
    const { id } = await our.accountOf(subject);
    expect((await our.actsOf(id)).filter((action) => action === "identity.first-sign-in")).toHaveLength(1);
    expect(new Set(browsers.map(our.sessionOf)).size).toBe(3);
  });

  test("leaves nothing but a session behind: the attempt's cookie is gone", async () => {
    const browser = browse();
    await our.signIn(browser);
    expect([...browser.cookies(our.url).keys()]).toEqual(["session"]);
  });
});

describe("a later sign-in", () => {
  test("finds the same account, goes where the person wanted to, and follows a new name", async () => {
    await our.signIn(browse());
    const { id } = await our.accountOf(subject);
    await our.setStatus(id, "active");
    our.peer.people[subject] = { name: "New\nName", email: "new@force.example" };
    const { address } = await our.signIn(browse(), our.start("/account/sessions?page=2"));
    expect(address.href).toBe(`${our.url}/account/sessions?page=2`);
    expect(await our.accountOf(subject)).toMatchObject({ id, name: "New Name", email: "new@force.example" });
    expect(await our.actsOf(id)).toEqual([
      "identity.first-sign-in",
      "session.start",
      "identity.rename",
      "session.start",
    ]);
  });

  test("is keyed by the subject: another subject with the same address is another person", async () => {
    await our.signIn(browse());
    const first = await our.accountOf(subject);
    const other = `${subject}-other`;
    our.peer.people[other] = { name: "Somebody Else", email: first.email ?? "" };
    our.peer.answerAs = other;
    await our.signIn(browse());
    const second = await our.accountOf(other);
    expect(second.id).not.toBe(first.id);
    expect(second.email).toBe(first.email);
  });

  test.each([
    "https://elsewhere.example/",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "javascript:alert(1)",
  ])("never leads to %s", async (next) => {
    await our.signIn(browse());
    await our.setStatus((await our.accountOf(subject)).id, "active");
    const { address } = await our.signIn(browse(), our.start(next));
    expect(address.href).toBe(`${our.url}/staff`);
  });

  test("starts a new session and ends the one that this browser had", async () => {
    const browser = browse();
    await our.signIn(browser);
    const before = our.sessionOf(browser) ?? "";
    await our.signIn(browser);
    expect(our.sessionOf(browser)).not.toBe(before);
    const old = await fetch(`${our.url}/staff/waiting`, {
      redirect: "manual",
      headers: { Cookie: `session=${before}` },
    });
    expect(leadsTo(old)).toMatch(/^\/staff\/sign-in/);
    expect((await browser.get(`${our.url}/staff/waiting`)).status).toBe(200);
  });

  test("never takes a reference that the browser brought along", async () => {
    const browser = browse();
    const planted = "A".repeat(43);
    browser.cookies(our.url).set("session", planted);
    await our.signIn(browser);
    expect(our.sessionOf(browser)).toMatch(/./);
    expect(our.sessionOf(browser)).not.toBe(planted);
  });

  test("a closed account is refused, plainly, and that is recorded", async () => {
    await our.signIn(browse());
    const { id } = await our.accountOf(subject);
    await our.setStatus(id, "closed");
    const browser = browse();
    const { response } = await browser.follow(our.start());
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("Your account here is closed");
    expect(our.sessionOf(browser)).toBeUndefined();
    expect((await our.actsOf(id)).at(-1)).toBe("identity.refuse");
  });
});

describe("the answer's address", () => {
  test("counts once: not again, not in another browser, not with the cookie put back", async () => {
    const browser = browse();
    const toAnswer = ({ pathname }: URL) => pathname === "/staff/sign-in/answer";
    const { address } = await browser.follow(our.start(), toAnswer);
    const attempt = browser.cookies(our.url).get("signing-in") ?? "";
    expect(attempt).toMatch(/./);

    const stranger = await browse().get(address.href);
    expect(stranger.status).toBe(400);
    expect(await stranger.text()).toContain("Begin your sign-in again");

    expect(leadsTo(await browser.get(address.href))).toBe("/staff/waiting");
    expect((await browser.get(address.href)).status).toBe(400);

    const thief = browse();
    thief.cookies(our.url).set("signing-in", attempt);
    const replayed = await thief.get(address.href);
    expect(replayed.status).toBe(400);
    expect(await replayed.text()).toContain("We could not accept this sign-in");
    expect(our.sessionOf(thief)).toBeUndefined();
    expect(our.log()).toContain("answer: invalid_grant");
  });

  test("one browser's code does not sign another in", async () => {
    const toAnswer = ({ pathname }: URL) => pathname === "/staff/sign-in/answer";
    const [attacker, victim] = [browse(), browse()];
    const theirs = (await attacker.follow(our.start(), toAnswer)).address;
    await victim.follow(our.start(), toAnswer);
    expect((await victim.get(theirs.href)).status).toBe(400);
    expect(our.sessionOf(victim)).toBeUndefined();
    // Even under the victim's own state: the provider compares the verifier with the one that was hashed for this code.
    const injected = browse();
    const third = (await injected.follow(our.start(), toAnswer)).address;
    third.searchParams.set("code", theirs.searchParams.get("code") ?? "");
    expect((await injected.get(third.href)).status).toBe(400);
    expect(our.sessionOf(injected)).toBeUndefined();
  });

  test("a person who stops at the provider is told so and can begin again", async () => {
    const browser = browse();
    const { address } = await browser.follow(our.start(), ({ href }) => !href.startsWith(our.url));
    const state = address.searchParams.get("state") ?? "";
    const stopped = await browser.get(
      `${our.url}/staff/sign-in/answer?error=access_denied&state=${state}&iss=${encodeURIComponent(our.peer.url)}`,
    );
    expect(stopped.status).toBe(200);
    expect(await stopped.text()).toContain("You are not signed in");
  });
});

test("the log keeps no code, state, token, name or address of anybody", () => {
  expect(our.log()).not.toMatch(/Officer|force\.example|code=|state=|eyJ/);
});
