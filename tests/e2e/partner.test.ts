import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { findForce } from "#db/queries/force.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { messages } from "#db/schema/index.ts";
import { describeInBrowser, withAndWithoutScript } from "#tests/support/browser.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest } from "#tests/support/listening-server.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import { signedInAs } from "#tests/support/people.ts";
import type { RunningServer } from "#tests/support/server.ts";

const password = "teapot lantern bicycle";
const stepMs = 30_000;
let database: TestDatabase;

/** A server in this process over the demonstration, at a name that passkeys can belong to. */
async function startOwnServer(): Promise<RunningServer> {
  database = await openTestDatabase();
  const { db } = database;
  await fillDemonstration(db, new Date(), () => undefined);
  const facts = { finder: await loadFinder(db), force: await findForce(db) };
  const server = await listenForTest(db, {}, facts);
  return {
    url: `http://localhost:${server.port}`,
    pid: process.pid,
    dataDir: "",
    output: server.log,
    stop: async () => {
      await server.close();
      await database.close();
      return 0;
    },
  };
}

/** The link that was mailed to an address. */
async function linkFor(email: string): Promise<string> {
  const mail = await database.db.select().from(messages).orderBy(messages.createdAt);
  const bodies = mail.flatMap(({ recipient, body }) => (recipient === email && body !== null ? [body] : []));
  return /\/join\/[\w-]{43}/.exec(bodies.at(-1) ?? "")?.[0] ?? "no link was mailed";
}

/** The code that an authenticator app shows for the key on the page, so many steps from now. */
const codeOf = (key: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(key.replace(/\s/g, "")) }).generate({
    timestamp: Date.now() + steps * stepMs,
  });

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();

/** A device that has a fingerprint reader and somebody's finger on it. */
async function plugInDevice(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

describeInBrowser(
  "Invited members",
  ({ open, expectErrorStatus }) => {
    const asSergeant = async (path: string, javaScriptEnabled = true, widthPixels = 1280) => {
      const area = { kind: "neighbourhood", id: seedId("neighbourhood", "AV01") } as const;
      const { cookie } = await signedInAs(database.db, "sergeant", { area });
      const [name = "", value = ""] = cookie.split("=");
      const own = { name, value, domain: "localhost", path: "/", expires: -1, httpOnly: true };
      const cookies = [{ ...own, secure: false, sameSite: "Lax" as const }];
      return open(path, { javaScriptEnabled, widthPixels, storageState: { cookies, origins: [] } });
    };
    const inviteFromPage = async (page: Page, kind: string, email: string) => {
      await page.getByLabel(kind, { exact: true }).check();
      await page.getByLabel("Their email address").fill(email);
      if (kind === "Partner") {
        await page.getByLabel("The agency they speak for").selectOption("Amber Valley Borough Council");
      }
      await page.getByLabel("Area").selectOption("Alfreton");
      await press(page, "Send the invitation");
      await heading(page, "Invitations").waitFor();
      await page.getByText(email).first().waitFor();
    };
    const invite = async (kind: string, email: string, javaScriptEnabled: boolean) => {
      const page = await asSergeant("/staff/invitations/new", javaScriptEnabled);
      await inviteFromPage(page, kind, email);
      return linkFor(email);
    };

    test("a partner joins with a passkey and signs in with it", async () => {
      expectErrorStatus();
      const link = await invite("Partner", "pat@council.example", true);
      const page = await open(link);
      await plugInDevice(page);
      await heading(page, "The sergeant invites you").waitFor();
      await expectNoAxeViolations(page);
      await page.getByRole("button", { name: "Continue" }).click();

      await press(page, "Agree and continue");
      const problems = page.getByRole("alert");
      await problems
        .getByRole("link", { name: "Enter your name, in letters" })
        .or(problems.getByRole("link", { name: "Select how you want to sign in" }))
        .first()
        .waitFor();
      expect(await page.getByLabel("A code by email").count(), "is not for partners").toBe(0);
      await page.getByLabel("Your name").fill("Pat Smith");
      await page.getByLabel("A passkey").check();
      await expectNoAxeViolations(page);
      await press(page, "Agree and continue");
      await heading(page, "Create your passkey").waitFor();
      await expectNoAxeViolations(page);
      await press(page, "Create a passkey");
      await heading(page, "Partners").waitFor();
      expect(await page.getByText("Pat Smith").isVisible()).toBe(true);
      expect(await page.getByText("Amber Valley Borough Council").isVisible()).toBe(true);
      expect(await page.getByText("Partner officer, Alfreton").isVisible()).toBe(true);
      await expectNoAxeViolations(page);

      await page.getByRole("link", { name: "How you sign in" }).click();
      await heading(page, "How you sign in").waitFor();
      await page.getByText(/^Rename or remove/).click();
      await press(page, "Remove");
      await problems.getByText(/your only way to sign in/).waitFor();
      await page.getByLabel(/^Name of/).fill("Work laptop");
      await press(page, "Rename");
      await page.getByText("The passkey has its new name.").waitFor();
      await expectNoAxeViolations(page);

      await page.getByRole("link", { name: "Back to your page" }).click();
      await heading(page, "Partners").waitFor();
      await press(page, "Sign out");
      await heading(page, "You are signed out").waitFor();
      await page.goto(new URL("/partners", page.url()).href);
      await heading(page, "Sign in as a partner or panel member").waitFor();
      await expectNoAxeViolations(page);
      await press(page, "Sign in with a passkey");
      await heading(page, "Partners").waitFor();

      await page.goto(new URL(link, page.url()).href);
      await heading(page, "This invitation cannot be used").waitFor();
    });

    describe.each(withAndWithoutScript)("$script", ({ script, javaScriptEnabled }) => {
      const email = `lee-${javaScriptEnabled ? "on" : "off"}@example.org`;

      test("a panel member joins with a password and an app, and signs in with both", async () => {
        expectErrorStatus();
        const link = await invite("Panel member", email, javaScriptEnabled);
        const page = await open(link, { javaScriptEnabled });
        await page.getByRole("button", { name: "Continue" }).click();
        await page.getByLabel("A code by email").waitFor();
        if (javaScriptEnabled) await page.getByLabel("A passkey").waitFor();
        else expect(await page.getByLabel("A passkey").count(), script).toBe(0);
        await page.getByLabel("Your name").fill("Lee Green");
        await page.getByLabel("A password and an authenticator app").check();
        await press(page, "Agree and continue");

        await heading(page, "Password and authenticator app").waitFor();
        expect(await page.getByAltText(/authenticator app to scan/).isVisible()).toBe(true);
        const key = await page
          .locator("p", { hasText: /^Key: / })
          .locator("strong")
          .innerText();
        await page.getByLabel("Password", { exact: true }).fill("password1234");
        await page.getByLabel("6-digit code from the app").fill(codeOf(key));
        await press(page, "Accept the invitation");
        await page
          .getByRole("alert")
          .getByText(/harder to guess/)
          .waitFor();
        expect(await page.getByLabel("Password", { exact: true }).inputValue()).toBe("");
        expect(await page.content(), "a password does not travel back").not.toContain("password1234");
        if (javaScriptEnabled) await expectNoAxeViolations(page);
        await page.getByLabel("Password", { exact: true }).fill(password);
        await page.getByLabel("6-digit code from the app").fill(codeOf(key));
        await press(page, "Accept the invitation");
        await heading(page, "Your panel").waitFor();
        await press(page, "Sign out");
        await heading(page, "You are signed out").waitFor();

        await page.goto(new URL("/panel", page.url()).href);
        await heading(page, "Sign in as a partner or panel member").waitFor();
        await page.getByLabel("Email address").fill(email);
        await page.getByLabel("Password").fill("a wrong password");
        await press(page, "Continue");
        await page
          .getByRole("alert")
          .getByText(/do not fit together/)
          .waitFor();
        expect(await page.getByLabel("Email address").inputValue()).toBe(email);
        await page.getByLabel("Password").fill(password);
        await press(page, "Continue");
        await heading(page, "Enter the code from your app").waitFor();
        if (javaScriptEnabled) await expectNoAxeViolations(page);
        await page.getByLabel("6-digit code").fill("000000");
        await press(page, "Sign in");
        await page
          .getByRole("alert")
          .getByText(/not the code your app shows/)
          .waitFor();
        // The next step's, for this step's may have confirmed the app.
        await page.getByLabel("6-digit code").fill(codeOf(key, 1));
        await press(page, "Sign in");
        await heading(page, "Your panel").waitFor();
      });

      test("who cannot sign in asks for a way back, which a sergeant sends", async () => {
        const lost = `kim-${javaScriptEnabled ? "on" : "off"}@example.org`;
        const link = await invite("Key individual", lost, javaScriptEnabled);
        const page = await open(link, { javaScriptEnabled });
        await page.getByRole("button", { name: "Continue" }).click();
        const name = `Kim ${javaScriptEnabled ? "Jones" : "Brown"}`;
        await page.getByLabel("Your name").fill(name);
        await page.getByLabel("A code by email").check();
        await press(page, "Agree and continue");
        await heading(page, "Your neighbourhood team and you").waitFor();

        const other = await open("/partners/lost", { javaScriptEnabled });
        await other.getByLabel("Email address").fill(lost);
        await press(other, "Tell the person who invited me");
        await heading(other, "We pass it on").waitFor();

        const staff = await asSergeant("/staff/invitations", javaScriptEnabled);
        await staff.getByRole("link", { name: /asked for a way back/ }).click();
        await staff.getByRole("link", { name }).click();
        await heading(staff, name).waitFor();
        await press(staff, /send a way back/);
        await staff.getByText("The way back is on its way by email.").waitFor();
        const back = await linkFor(lost);
        expect(back).not.toBe(link);
        await other.goto(new URL(back, other.url()).href);
        await heading(other, "Set up a new way to sign in").waitFor();
        await press(staff, new RegExp(`End ${name}`));
        await heading(staff, /Partners, panel members/).waitFor();
        await page.reload();
        await heading(page, "Sign in as a partner or panel member").waitFor();
      });
    });

    test("on a narrow screen nothing scrolls sideways", async () => {
      const link = await invite("Partner", "narrow@council.example", true);
      for (const path of [link, `${link}/proof`, "/partners/sign-in", "/partners/lost"]) {
        const page = await open(path, { widthPixels: 320 });
        await page.getByRole("heading", { level: 1 }).waitFor();
        await expectNoSidewaysScroll(page);
        await expectNoAxeViolations(page);
      }
      for (const path of ["/staff/invitations", "/staff/invitations/new", "/staff/invitations/members"]) {
        const page = await asSergeant(path, true, 320);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await expectNoSidewaysScroll(page);
        await expectNoAxeViolations(page);
      }
    });
  },
  startOwnServer,
);
