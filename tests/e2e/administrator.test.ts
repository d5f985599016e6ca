import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { platform } from "#app/domain/actor.ts";
import { insertAccount } from "#db/queries/account.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { withActor } from "#db/with-actor.ts";
import { describeInBrowser, withAndWithoutScript, type VisitOptions } from "#tests/support/browser.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest } from "#tests/support/listening-server.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import { cookieOf } from "#tests/support/people.ts";
import type { RunningServer } from "#tests/support/server.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await fillDemonstration(database.db, new Date(), () => undefined);
});
afterAll(() => database.close());

/** The built pages over the demonstration's database, in this process, so that a test can add to it. */
async function startOwnServer(): Promise<RunningServer> {
  const server = await listenForTest(database.db);
  return {
    url: server.url,
    pid: process.pid,
    dataDir: "",
    output: server.log,
    stop: async () => {
      await server.close();
      return 0;
    },
  };
}

const administratorId = seedId("account", "administrator");

/** A browser in which somebody of the demonstration is signed in. */
async function signedIn(accountId = administratorId, since = new Date()): Promise<VisitOptions> {
  const cookie = await cookieOf(database.db, { id: accountId, kind: "staff" }, since);
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  const held = { name, value, domain: "127.0.0.1", path: "/", expires: -1, secure: false };
  return {
    storageState: { cookies: [{ ...held, httpOnly: true, sameSite: "Lax" }], origins: [] },
  };
}

/** Somebody who signed in for the first time, with one browser still signed in. */
async function newcomer(name: string): Promise<string> {
  const account = await withActor(database.db, platform(), (tx) =>
    insertAccount(tx, { kind: "staff", status: "waiting", name, createdAt: new Date() }),
  );
  await cookieOf(database.db, account);
  return account.id;
}

const says = (page: Page, words: string) => page.getByRole("main").getByText(words).first().waitFor();

describeInBrowser(
  "An administrator",
  ({ open, expectErrorStatus, siteUrl }) => {
    describe.each(withAndWithoutScript)("$script", ({ script, javaScriptEnabled }) => {
      test("links a newcomer, gives a role, ends their sessions and finds it all in the record", async () => {
        expectErrorStatus();
        const name = `Newcomer with ${script}`;
        await newcomer(name);
        const page = await open("/staff", { ...(await signedIn()), javaScriptEnabled });
        await page.getByRole("link", { name: "to be linked to a post" }).click();
        await page.getByRole("link", { name, exact: true }).click();
        await says(page, "Waiting to be linked");

        await page.getByRole("link", { name: "Link to a post" }).click();
        await page.getByLabel("Team", { exact: true }).selectOption({ label: "Buxton and Hope Valley" });
        await page.getByRole("button", { name: "Show its posts" }).click();
        await page.getByRole("button", { name: "Link", exact: true }).click();
        await page.getByRole("link", { name: "Choose who this person is, or a vacant post" }).waitFor();
        expect(await page.title()).toMatch(/^Error: /);
        await page
          .getByRole("radio", { name: /^(?!Vacant)/ })
          .and(page.locator("[aria-describedby]"))
          .nth(
            // Another holder for each of the two journeys: a person has one account.
            javaScriptEnabled ? 3 : 4,
          )
          .check();
        await page.getByRole("button", { name: "Link", exact: true }).click();
        await says(page, "The account is linked");

        await page.getByRole("link", { name: "Give a role" }).click();
        await page.getByLabel("Analyst").check();
        await page.getByLabel("Day").first().fill("31");
        await page.getByLabel("Month").first().fill("2");
        await page.getByRole("button", { name: "Give the role" }).click();
        await page.getByRole("link", { name: "The first day must be a real date, like 27 3 2027" }).waitFor();
        // Nothing typed is lost.
        expect(await page.getByLabel("Analyst").isChecked()).toBe(true);
        expect(await page.getByLabel("Day").first().inputValue()).toBe("31");
        const today = new Date();
        await page.getByLabel("Day").first().fill(String(today.getDate()));
        await page
          .getByLabel("Month")
          .first()
          .fill(String(today.getMonth() + 1));
        await page.getByLabel("Area").selectOption({ label: "Buxton section" });
        await page.getByRole("button", { name: "Give the role" }).click();
        await says(page, "The role is given");
        await says(page, "Analyst: ");

        await says(page, "In 1 browser");
        await page.getByRole("button", { name: "End all sessions" }).click();
        await says(page, "All sessions have ended");
        await says(page, "In 0 browsers");

        await page.getByRole("link", { name: "What was done to this account" }).click();
        for (const words of ["Ended all sessions", "Gave a role", "Linked an account to a post"])
          await page.getByRole("cell", { name: words }).waitFor();
      });

      test("finds a person by part of a name, which stays out of the address", async () => {
        await newcomer(`Zebedee ${script}`);
        const page = await open("/staff/people", { ...(await signedIn()), javaScriptEnabled });
        await page.getByLabel("Name", { exact: true }).fill("zebed");
        await page.getByRole("button", { name: "Search" }).click();
        await page.getByRole("table", { name: "Found by name" }).getByText(`Zebedee ${script}`).waitFor();
        expect(page.url()).not.toContain("zebed");
      });

      test("closes an account and opens it again", async () => {
        const id = await newcomer(`Closing ${script}`);
        const page = await open(`/staff/people/${id}`, { ...(await signedIn()), javaScriptEnabled });
        await page.getByRole("link", { name: "Close the account" }).click();
        await page.getByRole("button", { name: "Close the account" }).click();
        await says(page, "The account is closed");
        await page.getByRole("button", { name: "Open the account again" }).click();
        await says(page, "The account is open again");
      });

      test("adds an agency and gives it another name", async () => {
        expectErrorStatus();
        const page = await open("/staff/agencies", { ...(await signedIn()), javaScriptEnabled });
        const code = javaScriptEnabled ? "probation-with" : "probation-without";
        await page.getByLabel("Name").fill("Probation");
        await page.getByLabel("Code").fill("No Code");
        await page.getByLabel("Kind").selectOption("probation");
        await page.getByRole("button", { name: "Add the agency" }).click();
        await page.getByRole("link", { name: /^Enter a code of small letters/ }).waitFor();
        await page.getByLabel("Code").fill(code);
        await page.getByRole("button", { name: "Add the agency" }).click();
        await says(page, "The agency is added");
        await page.getByLabel("Name").fill("Probation service");
        await page.getByRole("button", { name: "Rename" }).click();
        await page.getByRole("heading", { name: "Probation service", level: 1 }).waitFor();
      });
    });

    test("the deputy of somebody away reads for whom they act", async () => {
      const [away, deputy] = [seedId("account", "inspector-B2"), seedId("account", "analyst-B")];
      const page = await open(`/staff/people/${away}/absence`, await signedIn());
      await page.getByLabel("Who stands in").selectOption(deputy);
      await page.getByRole("button", { name: "Record the absence" }).click();
      await says(page, "The absence is recorded");
      const theirs = await open("/staff", await signedIn(deputy));
      await says(theirs, "You act for");
      await says(theirs, "Section inspector: ");
    });

    test("the record is downloaded by who has just proved who they are, and by nobody else", async () => {
      const page = await open("/staff/audit", await signedIn());
      const downloading = page.waitForEvent("download");
      await page.getByRole("link", { name: "Download these rows as a spreadsheet" }).click();
      expect((await downloading).suggestedFilename()).toMatch(/^audit-record-\d{4}-\d{2}-\d{2}\.csv$/);
      const elevenMinutesAgo = new Date(Date.now() - 11 * 60_000);
      const cookie = await cookieOf(database.db, { id: administratorId, kind: "staff" }, elevenMinutesAgo);
      const answer = await fetch(`${siteUrl()}/staff/audit/download.csv`, {
        headers: { Cookie: cookie },
        redirect: "manual",
      });
      expect(answer.status).toBe(302);
      expect(answer.headers.get("Location")).toMatch(/^\/account\/confirm\?next=/);
    });

    test("a name typed into the search of the record is refused and kept out of it", async () => {
      const page = await open("/staff/audit?subject=Archer", await signedIn());
      await page.getByRole("link", { name: "Enter an id or a reference, not a name" }).waitFor();
      expect(await page.getByRole("table").count()).toBe(0);
    });

    test("a resident’s, a stranger’s and a made-up address are all not there", async () => {
      const cookie = await cookieOf(database.db, { id: administratorId, kind: "staff" });
      const resident = seedId("account", "resident-AV01");
      for (const id of [resident, crypto.randomUUID(), "nonsense"]) {
        for (const page of ["", "/post", "/role", "/absence", "/close"]) {
          const { status } = await fetch(`${siteUrl()}/staff/people/${id}${page}`, {
            headers: { Cookie: cookie },
          });
          expect(status, `${id}${page}`).toBe(404);
        }
      }
    });

    test("an inspector may open the record, and neither people nor agencies", async () => {
      const cookie = await cookieOf(database.db, { id: seedId("account", "inspector-B3"), kind: "staff" });
      const statusOf = async (path: string) =>
        (await fetch(`${siteUrl()}${path}`, { headers: { Cookie: cookie } })).status;
      expect(await statusOf("/staff")).toBe(200);
      expect(await statusOf("/staff/audit")).toBe(200);
      for (const path of ["/staff/people", `/staff/people/${administratorId}`, "/staff/agencies"])
        expect(await statusOf(path), path).toBe(403);
    });

    test("axe finds nothing, wide or narrow, and every page fits 320 pixels", async () => {
      const person = `/staff/people/${seedId("account", "inspector-B3")}`;
      const team = seedId("team", "BUX");
      for (const path of [
        "/staff",
        "/staff/people",
        person,
        `${person}/post?team=${team}`,
        `${person}/role`,
        `${person}/absence`,
        `${person}/close`,
        "/staff/agencies",
        "/staff/agencies/derby",
        "/staff/audit",
      ]) {
        await expectNoAxeViolations(await open(path, { ...(await signedIn()), bypassCSP: true }));
        const narrow = await open(path, { ...(await signedIn()), bypassCSP: true, widthPixels: 320 });
        await expectNoAxeViolations(narrow);
        await expectNoSidewaysScroll(narrow);
      }
    });
  },
  startOwnServer,
);
