import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { platform, visitor } from "#app/domain/actor.ts";
import { newToken } from "#app/services/keys/keys.server.ts";
import { beginPasskeySignIn, signInWithPasskey } from "#app/services/member/sign-in-with-passkey.server.ts";
import {
  awaitsCode,
  checkPassword,
  signInWithCode,
} from "#app/services/member/sign-in-with-password.server.ts";
import { auditEvents, challenges } from "#db/schema/index.ts";
import type { Ceremony, createSoftwarePasskey } from "#tests/support/software-passkey.ts";
import {
  codeAt,
  device,
  goodPassword,
  openMemberTest,
  party,
  publicUrl,
  type MemberTest,
} from "./member-people.ts";

const minute = 60_000;
const step = 30_000;
const email = "pat@council.example";
let site: MemberTest;
beforeEach(async () => {
  site = await openMemberTest();
});
afterEach(() => site.close());

let clients = 0;
const trier = (browser = newToken()) => ({ browser, client: `client ${(clients += 1)}`, before: visitor() });
const giveCode = (browser: string, code: string) =>
  signInWithCode(site.deps(), { browser, before: visitor() }, { code, device });

describe("by password and authenticator app", () => {
  let secret = "";
  beforeEach(async () => {
    ({ secret } = await site.joinByPassword(await site.invite()));
    site.later(5 * minute);
  });
  const givePassword = async (browser = newToken()) => {
    expect(await checkPassword(site.deps(), trier(browser), { email, password: goodPassword })).toEqual({
      ok: true,
    });
    return browser;
  };

  test("both are needed, in this order, in one browser", async () => {
    expect(await giveCode(newToken(), codeAt(secret, site.clock.now))).toEqual({
      ok: false,
      reason: "start-again",
    });
    const browser = await givePassword();
    expect(await awaitsCode(site.deps(), browser)).toBe(true);
    expect(await awaitsCode(site.deps(), newToken())).toBe(false);
    expect(await giveCode(newToken(), codeAt(secret, site.clock.now))).toMatchObject({
      reason: "start-again",
    });
    const signedIn = await giveCode(browser, codeAt(secret, site.clock.now));
    expect((await site.whoIs(signedIn)).roles).toMatchObject([{ role: "partner" }]);
  });

  test.each([
    ["one step early", -step, true],
    ["one step late", step, true],
    ["two steps early", -2 * step, false],
    ["two steps late", 2 * step, false],
  ])("a code %s", async (_, offset, isAccepted) => {
    const code = codeAt(secret, new Date(site.clock.now.getTime() + offset));
    expect((await giveCode(await givePassword(), code)).ok).toBe(isAccepted);
  });

  test("a code counts once, also in eight browsers at once", async () => {
    const browsers = await Promise.all(Array.from({ length: 8 }, () => givePassword()));
    const code = codeAt(secret, site.clock.now);
    const answers = await Promise.all(browsers.map((browser) => giveCode(browser, code)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    site.later(step);
    const earlier = await giveCode(browsers.at(-1) ?? "", code);
    expect(earlier.ok, "and not within its drift later").toBe(false);
  });

  test("the code that confirmed the app at enrolment counts no more", async () => {
    site.later(-5 * minute);
    expect((await giveCode(await givePassword(), codeAt(secret, site.clock.now))).ok).toBe(false);
  });

  test("after five wrong codes the person is warned and begins again", async () => {
    const browser = await givePassword();
    for (let triesLeft = 4; triesLeft >= 0; triesLeft -= 1) {
      expect(await giveCode(browser, "000000")).toEqual({ ok: false, reason: "wrong", triesLeft });
    }
    expect(await giveCode(browser, codeAt(secret, site.clock.now))).toMatchObject({ reason: "start-again" });
    expect((await site.mail()).map(({ subject }) => subject)).toContain("Somebody may know your password");
  });

  test("a hundred guesses at once get five looked at", async () => {
    const browser = await givePassword();
    const guesses = Array.from({ length: 100 }, (_, index) =>
      giveCode(browser, String(index).padStart(6, "0")),
    );
    const looked = (await Promise.all(guesses)).filter((answer) => !answer.ok && answer.reason === "wrong");
    expect(looked).toHaveLength(5);
    const [challenge] = (await site.db.select().from(challenges)).filter(
      ({ purpose }) => purpose === "second-factor",
    );
    expect(challenge?.tries).toBe(5);
  });

  test("the step waits five minutes", async () => {
    const browser = await givePassword();
    site.later(5 * minute);
    expect(await giveCode(browser, codeAt(secret, site.clock.now))).toMatchObject({ reason: "start-again" });
  });

  test("an unknown address and a wrong password get the same answer; each is recorded without an address", async () => {
    const wrong = { password: "not the password at all" };
    const known = await checkPassword(site.deps(), trier(), { email, ...wrong });
    const unknown = await checkPassword(site.deps(), trier(), { email: "nobody@council.example", ...wrong });
    const nonsense = await checkPassword(site.deps(), trier(), { email: "nobody", ...wrong });
    expect([known, unknown, nonsense]).toEqual(Array(3).fill({ ok: false, reason: "wrong" }));
    const refusals = (await site.db.select().from(auditEvents)).filter(
      ({ action }) => action === "session.refuse",
    );
    expect(refusals).toHaveLength(3);
    expect(JSON.stringify(refusals)).not.toContain("@");
  });

  test("ten attempts an hour for one address, known or not", async () => {
    for (const address of [email, "nobody@council.example"]) {
      for (let time = 0; time < 10; time += 1) {
        const tried = await checkPassword(site.deps(), trier(), { email: address, password: "wrong wrong" });
        expect(tried).toEqual({ ok: false, reason: "wrong" });
      }
      const refused = await checkPassword(site.deps(), trier(), { email: address, password: goodPassword });
      expect(refused).toMatchObject({ ok: false, reason: "limited" });
    }
  });
});

describe("by passkey", () => {
  let passkey: ReturnType<typeof createSoftwarePasskey>;
  let accountId = "";
  beforeEach(async () => {
    const joined = await site.joinByPasskey(await site.invite());
    passkey = joined.passkey;
    accountId = joined.actor.accountId ?? "";
  });
  const begin = async (browser = newToken()) => {
    const begun = await beginPasskeySignIn(site.deps(), trier(browser));
    return { browser, challenge: begun.ok ? begun.challenge : "" };
  };
  const answer = (
    browser: string,
    ceremony: Partial<Ceremony> & { challenge: string },
    owner = accountId,
  ) => {
    const response = passkey.use({ origin: publicUrl, rpId: party.id, ...ceremony }, owner);
    return () => signInWithPasskey(site.deps(), party, { browser, before: visitor() }, { response, device });
  };

  test("the person is known by it alone", async () => {
    const { browser, challenge } = await begin();
    const signedIn = await answer(browser, { challenge })();
    expect((await site.whoIs(signedIn)).accountId).toBe(accountId);
  });

  test("an answer counts once, also of ten at once", async () => {
    const { browser, challenge } = await begin();
    const send = answer(browser, { challenge });
    const sent = await Promise.all(Array.from({ length: 10 }, send));
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await send()).ok).toBe(false);
  });

  test("in another browser it opens nothing", async () => {
    const { challenge } = await begin();
    expect(await answer(newToken(), { challenge })()).toEqual({ ok: false, reason: "refused" });
  });

  test("after five minutes it opens nothing", async () => {
    const { browser, challenge } = await begin();
    site.later(5 * minute);
    expect((await answer(browser, { challenge })()).ok).toBe(false);
  });

  test.each([
    ["another site", { origin: "https://evil.example" }],
    ["another host", { rpId: "evil.example" }],
    ["a challenge that was never asked", { challenge: newToken() }],
    ["nobody verified", { isVerified: false }],
  ])("refused: %s", async (_, wrong) => {
    const { browser, challenge } = await begin();
    expect(await answer(browser, { challenge, ...wrong })()).toEqual({ ok: false, reason: "refused" });
  });

  test("refused: somebody else's name on it", async () => {
    const { browser, challenge } = await begin();
    expect((await answer(browser, { challenge }, site.sergeant.accountId ?? "")()).ok).toBe(false);
  });

  test("refused: a copy whose count is behind", async () => {
    const first = await begin();
    const old = answer(first.browser, { challenge: first.challenge });
    const second = await begin();
    expect((await answer(second.browser, { challenge: second.challenge })()).ok).toBe(true);
    expect((await old()).ok).toBe(false);
  });
});

test("a member whose last day has passed proves who they are and is told that it ended", async () => {
  const token = await site.invite({ endsOn: "2026-11-24" });
  const { passkey, actor } = await site.joinByPasskey(token);
  site.later(24 * 60 * minute);
  expect((await site.actorOf("member", actor.accountId ?? "")).roles).toEqual([]);
  const browser = newToken();
  const begun = await beginPasskeySignIn(site.deps(), { browser, client: "c", before: platform() });
  const challenge = begun.ok ? begun.challenge : "";
  const response = passkey.use({ origin: publicUrl, rpId: party.id, challenge }, actor.accountId ?? "");
  const tried = { browser, before: visitor() };
  expect(await signInWithPasskey(site.deps(), party, tried, { response, device })).toEqual({
    ok: false,
    reason: "ended",
  });
});
