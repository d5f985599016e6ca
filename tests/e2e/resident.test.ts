import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { neighbourhoods, sessions } from "#db/schema/index.ts";
import { describeInBrowser, withAndWithoutScript } from "#tests/support/browser.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { finderFacts, listenForTest } from "#tests/support/listening-server.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import { signedInAs } from "#tests/support/people.ts";
import type { RunningServer } from "#tests/support/server.ts";
import { follow, heading, press, readCode, signIn } from "./sign-in-by-code.ts";

let database: TestDatabase;
let staffCookie = "";

/** A demonstration of two neighbourhoods, whose database is at hand. */
async function startWithDatabase(): Promise<RunningServer> {
  database = await openTestDatabase();
  const { db } = database;
  await db
    .insert(neighbourhoods)
    .values(
      finderFacts.neighbourhoods.map(({ id, code, slug }) => ({ id, code, slug, createdAt: new Date() })),
    );
  staffCookie = (await signedInAs(db, "contact-centre")).cookie;
  const server = await listenForTest(db);
  return {
    url: server.url,
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

/** Becomes somebody who is signed in. */
async function become(page: Page, cookie: string) {
  const name = cookie.slice(0, cookie.indexOf("="));
  await page.context().addCookies([{ name, value: cookie.slice(name.length + 1), url: page.url() }]);
}

const waitForProofToAge = () =>
  database.db.update(sessions).set({ authenticatedAt: sql`authenticated_at - interval '11 minutes'` });

describeInBrowser(
  "A resident's account",
  ({ open, expectErrorStatus }) => {
    describe.each(withAndWithoutScript)("$script", ({ script, javaScriptEnabled }) => {
      const email = `jo-${script.replaceAll(/\W/g, "").toLowerCase()}@example.org`;

      test("from the first code to the last goodbye", async () => {
        expectErrorStatus();
        const page = await open("/", { javaScriptEnabled, acceptDownloads: true });
        await follow(page, "Sign in");
        await heading(page, "Sign in");
        await signIn(page, email);

        await heading(page, "About you");
        await page.getByLabel("I live there").check();
        await press(page, "Save and continue");
        await page
          .getByRole("alert")
          .getByRole("link", { name: /^Enter a postcode/ })
          .waitFor();
        expect(await page.getByLabel("I live there").isChecked(), "nothing chosen is lost").toBe(true);
        await page.getByLabel("Postcode").fill("sk171aa");
        await page.getByLabel("16 or 17").check();
        await press(page, "Save and continue");

        await heading(page, "Your account");
        for (const held of [email, "16 or 17", "Westly: you live there"])
          expect(await page.getByText(held).isVisible(), held).toBe(true);
        await follow(page, "Choose which emails you get");
        await press(page, /Stop .*about news/);
        await page.getByRole("button", { name: /Allow again .*about news/ }).waitFor();

        await page.goBack();
        await page.goto(new URL("/account", page.url()).href);
        await waitForProofToAge();
        await follow(page, "Download everything we hold about you");
        await heading(page, "Show that it is you");
        await press(page, "Send me a code");
        await page.getByText("We have sent a new six-digit code").waitFor();
        await page.getByLabel("Six-digit code").fill(await readCode(page, email));
        await press(page, "Continue");
        await heading(page, "Download what we hold about you");
        const download = page.waitForEvent("download");
        await follow(page, "Download the file");
        const file: unknown = JSON.parse(readFileSync(await (await download).path(), "utf8"));
        expect(file).toMatchObject({ account: { email }, stoppedMessages: [{ purpose: "team-news" }] });

        const crumbs = page.getByRole("navigation", { name: "Breadcrumb" });
        await crumbs.getByRole("link", { name: "Your account" }).click();
        await follow(page, "Erase your account");
        await heading(page, "Erase your account");
        await press(page, "Erase my account");
        await heading(page, "Your account is erased");
        expect(await page.context().cookies()).toEqual([]);
        await page.goto(new URL("/account", page.url()).href);
        await heading(page, "Sign in");
      });

      test("a wrong code is answered with what to do, and another can be asked for", async () => {
        expectErrorStatus();
        const page = await open("/sign-in", { javaScriptEnabled });
        await page.getByLabel("Email address").fill(`wrong-${email}`);
        await press(page, "Send me a code");
        const first = await readCode(page, `wrong-${email}`);
        await page.getByLabel("Six-digit code").fill(first === "123456" ? "654321" : "123456");
        await page.keyboard.press("Enter");
        await page
          .getByRole("alert")
          .getByText(/^That code is not right, or it no longer works/)
          .waitFor();
        expect(await page.title()).toMatch(/^Error: /);
        await press(page, "Send it again");
        await heading(page, "Check your email");
        const second = await readCode(page, `wrong-${email}`);
        await page.getByLabel("Six-digit code").fill(second);
        await page.keyboard.press("Enter");
        await heading(page, "About you");
      });

      test("signed out in one browser, and the way back shows nothing", async () => {
        const page = await open("/sign-in?next=%2Faccount%2Fsessions", { javaScriptEnabled });
        await signIn(page, `out-${email}`);
        await follow(page, "Skip this for now");
        await heading(page, "Where you are signed in");
        await page.getByText("(this browser)").waitFor();
        await page.goto(new URL("/account", page.url()).href);
        await press(page, "Sign out");
        await heading(page, "You are signed out");
        expect(await page.context().cookies()).toEqual([]);
        await page.goBack();
        await heading(page, "Sign in");
      });

      test("a child is told kindly, and nothing is kept", async () => {
        const page = await open("/sign-in", { javaScriptEnabled });
        await signIn(page, `child-${email}`);
        await page.getByLabel("Under 13").check();
        await press(page, "Save and continue");
        await heading(page, "Thank you for wanting to help");
        expect(await page.context().cookies()).toEqual([]);
      });
    });

    test("staff enter a resident without an address", async () => {
      expectErrorStatus();
      const page = await open("/sign-out");
      await become(page, staffCookie);
      await page.goto(new URL("/staff/residents", page.url()).href);
      await page.getByText("Nobody has been entered").waitFor();
      await follow(page, "Enter a resident");
      await press(page, "Enter the resident");
      const problems = page.getByRole("alert").getByRole("link");
      await problems.first().waitFor();
      expect(await problems.allTextContents()).toEqual([
        "Choose the neighbourhood",
        "Choose how they belong there",
        "Choose how old they are",
      ]);
      await page.getByLabel("Neighbourhood").selectOption("Eastly");
      await page.getByLabel("They study there").check();
      await page.getByLabel("13 to 15").check();
      await press(page, "Enter the resident");
      const row = page.getByRole("row").filter({ hasText: "Eastly" });
      await row.waitFor();
      const [reference = ""] = /R-\w{4}/.exec(await row.innerText()) ?? [];
      expect(reference).not.toBe("");
      await page.getByText(`Write this on their paper: ${reference}`).waitFor();
    });

    const pages = [
      ["/sign-in", "Sign in"],
      ["/sign-out", "Sign out"],
      ["/account", "Your account"],
      ["/account/details?next=%2F", "About you"],
      ["/account/messages", "Emails you get"],
      ["/account/sessions", "Where you are signed in"],
      ["/account/data", "Download what we hold about you"],
      ["/account/erase", "Erase your account"],
      ["/account/erased", "Your account is erased"],
      ["/account/under-13", "Thank you for wanting to help"],
      ["/staff/residents", "Residents on paper and by telephone"],
      ["/staff/residents/new", "Enter a resident"],
    ] as const;
    test.each([1280, 320])("nothing is in anybody's way, %i pixels wide", async (widthPixels) => {
      expectErrorStatus();
      const check = async (page: Page) => {
        await expectNoAxeViolations(page);
        await expectNoSidewaysScroll(page);
      };
      const long = `${"long".repeat(15)}@${"very-".repeat(10)}long.example.org`;
      const mine = await open("/sign-in", { widthPixels });
      await mine.getByLabel("Email address").fill(long);
      await press(mine, "Send me a code");
      await heading(mine, "Check your email");
      await check(mine);
      await press(mine, "Continue");
      await mine.getByRole("alert").waitFor();
      await check(mine);
      await mine.getByLabel("Six-digit code").fill(await readCode(mine, long));
      await press(mine, "Continue");
      await mine.waitForURL(/\/account(?:\/details\?.*)?$/);

      const { cookie } = await signedInAs(database.db, "contact-centre");
      for (const [path, title] of pages) {
        const isStaffs = path.startsWith("/staff");
        const page = isStaffs
          ? await open(path, { widthPixels, extraHTTPHeaders: { Cookie: cookie } })
          : mine;
        if (!isStaffs) await page.goto(new URL(path, page.url()).href);
        await heading(page, title);
        await check(page);
      }
      await waitForProofToAge();
      await mine.goto(new URL("/account/erase", mine.url()).href);
      await heading(mine, "Show that it is you");
      await check(mine);
      await press(mine, "Send me a code");
      await mine.getByText("We have sent a new six-digit code").waitFor();
      await check(mine);
    });
  },
  startWithDatabase,
);
