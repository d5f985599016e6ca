import { expect, test } from "vitest";
import { emailKeyOf } from "#app/services/keys/keys.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { unsubscribeToken } from "#app/services/mail/unsubscribe-token.server.ts";
import { describeInBrowser, withAndWithoutScript } from "#tests/support/browser.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { listenForTest, testKeys } from "#tests/support/listening-server.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import { signedInAs } from "#tests/support/people.ts";
import type { RunningServer } from "#tests/support/server.ts";
import { mailDeps, queue } from "../integration/mail-outbox.ts";

let cookie = "";
const token = unsubscribeToken(testKeys, {
  emailKey: emailKeyOf(testKeys, "jo@example.org"),
  purpose: "concern-update",
});

/** A demonstration with one message sent and two that could not be. */
async function startWithMail(): Promise<RunningServer> {
  const { db, close } = await openTestDatabase();
  const said = `550 5.1.1 <[address]>: ${"no-such-mailbox-".repeat(10)}`;
  for (const error of [said, "451 4.7.1 greylisted"]) {
    await queue(db, { recipient: `${"long-".repeat(10)}name@${"very-".repeat(12)}long.example.org` });
    await deliverMail(
      mailDeps(db, { keepsSecrets: true, send: () => Promise.resolve({ kind: "permanent", error }) }),
    );
  }
  await queue(db, { purpose: "concern-update", body: "Your concern has moved on." }, new Date());
  await deliverMail(
    mailDeps(db, { keepsSecrets: true, send: () => Promise.resolve({ kind: "sent" }) }, new Date()),
  );
  cookie = (await signedInAs(db, "administrator")).cookie;
  const server = await listenForTest(db);
  return {
    url: server.url,
    pid: process.pid,
    dataDir: "",
    output: server.log,
    stop: async () => {
      await server.close();
      await close();
      return 0;
    },
  };
}

describeInBrowser(
  "emails",
  ({ open, siteUrl }) => {
    const asAdministrator = (widthPixels = 1280) => ({
      widthPixels,
      extraHTTPHeaders: { Cookie: cookie },
    });

    test.each(withAndWithoutScript)(
      "one button stops a kind of email, the next the rest ($script)",
      async (how) => {
        const page = await open(`/unsubscribe/${token}`, { javaScriptEnabled: how.javaScriptEnabled });
        await page.keyboard.press("Tab");
        const button = page.getByRole("button");
        expect(await button.count()).toBe(1);
        await button.focus();
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { level: 1, name: "You have stopped these emails" }).waitFor();
        await page.getByText("no more emails about your concern").waitFor();
        await page.getByRole("button", { name: "Stop those too" }).click();
        await page.getByText("no more emails but those you need").waitFor();
      },
    );

    test("a message of the demonstration is found and read, and its link opens", async () => {
      const page = await open("/demo/mail");
      await page.getByRole("link", { name: "Update from your neighbourhood team" }).first().click();
      await page.getByText("Your concern has moved on.").waitFor();
      await expectNoAxeViolations(page);
      const link = page.getByRole("link", { name: /\/unsubscribe\// });
      expect(await link.getAttribute("href")).toMatch(/^http:\/\/localhost:\d+\/unsubscribe\/[\w-]+$/);
    });

    test("an administrator sends a dead one again", async () => {
      const page = await open("/staff/mail", asAdministrator());
      await page
        .getByRole("button", { name: /^Send again/ })
        .first()
        .click();
      await page.getByRole("status").getByText("The email is on its way again.").waitFor();
      expect(await page.getByRole("button", { name: /^Send again/ }).count()).toBe(1);
    });

    test.each([320, 1280])("axe finds nothing, and nothing is too wide at %i pixels", async (widthPixels) => {
      for (const path of [`/unsubscribe/${token}`, "/demo/mail", "/staff/mail"]) {
        const page = await open(path, asAdministrator(widthPixels));
        expect(page.url()).toBe(`${siteUrl()}${path}`);
        await expectNoAxeViolations(page);
        await expectNoSidewaysScroll(page);
      }
    });
  },
  startWithMail,
);
