import { expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { describeInBrowser, withAndWithoutScript, type Visitor } from "#tests/support/browser.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import type { TaskingPerson } from "../integration/tasking-desk.ts";
import { reference, startTaskingSite, type TaskingSite } from "./tasking-site.ts";

let site: TaskingSite;
const address = paths.tasking.record(reference);

async function openAs(
  { browser }: Visitor,
  person: TaskingPerson,
  { width = 1280, ...options }: { width?: number; javaScriptEnabled?: boolean; bypassCSP?: boolean } = {},
) {
  const context = await browser().newContext({ viewport: { width, height: 900 }, ...options });
  context.setDefaultTimeout(20_000);
  await context.addCookies([await site.cookie(person)]);
  const page = await context.newPage();
  await page.goto(`${site.server.url}${address}`, { waitUntil: "load" });
  return page;
}

describeInBrowser(
  "Recording in the room",
  (visitor) => {
    test.each(withAndWithoutScript)("a note is written down with $script", async (options) => {
      const page = await openAs(visitor, "Sergeant", {
        javaScriptEnabled: options.javaScriptEnabled,
        width: 320,
      });
      await expectNoSidewaysScroll(page);
      await page.getByLabel("What was said?").fill(`Lights are out, ${options.script}`);
      await page.getByRole("button", { name: "Write the note down" }).click();
      await page
        .getByText(/^Written down as \d+/)
        .first()
        .waitFor();
      await page
        .getByRole("listitem")
        .filter({ hasText: `Lights are out, ${options.script}` })
        .waitFor();
    });

    test("at the speed of talk: by keys alone, the focus stays", async () => {
      const page = await openAs(visitor, "Sergeant");
      await page.getByText("writes down what you type").waitFor();
      await page.keyboard.press("Control+Shift+Digit1");
      for (const words of ["First by keys", "Second by keys"]) {
        await page.keyboard.type(words);
        await page.keyboard.press("Control+Enter");
      }
      await page.getByText(/^Written down as \d+: Second by keys/).waitFor();
      await page.getByText(/^Written down as \d+: First by keys/).waitFor();
      // Pressed once more, with nothing written.
      await page.keyboard.press("Control+Enter");
      await page.getByText("Nothing is written here yet.").waitFor();
      expect(await page.locator(".sn-recorder__refused").count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("note-words");
    });

    test("what is missing before the end is said at the top, and stays said", async () => {
      visitor.expectErrorStatus();
      const page = await openAs(visitor, "Inspector");
      await page.getByText("Live: what is recorded appears here by itself.").waitFor();
      await page.getByRole("button", { name: "Finish the minutes" }).click();
      const problem = page.getByRole("heading", { name: "There is a problem" });
      await problem.waitFor();
      await page.getByLabel("What was said?").fill("Said after that");
      await page.keyboard.press("Control+Enter");
      await page.getByText(/^Written down as \d+: Said after that/).waitFor();
      expect(await problem.count()).toBe(1);
    });

    test("a dropped line loses nothing, over a reload as well, and another sees it", async () => {
      const other = await openAs(visitor, "Inspector");
      const page = await openAs(visitor, "Sergeant");
      await page.getByText("writes down what you type").waitFor();
      await page.route(`**${paths.tasking.sendRecord(reference)}*`, (route) => route.abort());
      await page.getByLabel("What was said?").fill("Said while the line was down");
      await page.keyboard.press("Control+Enter");
      await page.getByText("Not sent yet: 1.").waitFor();
      await page.reload();
      await page.getByText("Not sent yet: Said while the line was down").waitFor();
      await page.unroute(`**${paths.tasking.sendRecord(reference)}*`);
      await page.getByText(/^Written down as \d+: Said while the line was down/).waitFor();
      await other.getByRole("listitem").filter({ hasText: "Said while the line was down" }).waitFor();
      expect(
        await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("waiting"))),
      ).toEqual([]);
    });

    test("what is refused says where it belongs and is mended in its place; what is begun stays", async () => {
      visitor.expectErrorStatus();
      const page = await openAs(visitor, "Sergeant");
      await page.getByText("writes down what you type").waitFor();
      await page.getByLabel("What was said?").fill("Take it to MARAC");
      await page.keyboard.press("Control+Enter");
      await page.getByText("MARAC has its own secure meeting: leave it there").waitFor();
      const mending = page.locator(".sn-recorder__refused");
      const said = page.locator("#record-note").getByLabel("What was said?");
      await said.fill("Begun meanwhile");
      expect(await mending.getByLabel("What was said?").inputValue()).toBe("Take it to MARAC");
      await mending.getByLabel("What was said?").fill("It belongs elsewhere");
      await mending.getByRole("button", { name: "Write the note down" }).click();
      await page.getByText(/^Written down as \d+: It belongs elsewhere/).waitFor();
      expect(await mending.count()).toBe(0);
      expect(await said.inputValue()).toBe("Begun meanwhile");
    });

    test("what is begun stays when the list is refreshed or a line for residents is written", async () => {
      const page = await openAs(visitor, "Sergeant");
      await page.getByText("writes down what you type").waitFor();
      await page.getByLabel("What was said?").fill("Begun meanwhile");
      await page.getByRole("link", { name: "Refresh the list" }).click();
      await page.waitForLoadState("networkidle").catch(() => undefined);
      expect(await page.getByLabel("What was said?").inputValue()).toBe("Begun meanwhile");
    });

    test("what waits and what is begun is in sight when somebody else finished the minutes", async () => {
      visitor.expectErrorStatus();
      const page = await openAs(visitor, "Sergeant");
      await page.getByText("writes down what you type").waitFor();
      await page.route(`**${paths.tasking.sendRecord(reference)}*`, (route) => route.abort());
      await page.getByLabel("What was said?").fill("Waits at the end");
      await page.keyboard.press("Control+Enter");
      await page.getByText("Not sent yet: 1.").waitFor();
      await page.getByLabel("What was said?").fill("Begun at the end");
      await site.setState("finished");
      await page.unroute(`**${paths.tasking.sendRecord(reference)}*`);
      await page.getByText("Minutes finished.").waitFor();
      await page.getByText("The minutes were finished while you wrote this").waitFor();
      for (const words of ["Waits at the end", "Begun at the end"])
        await page.locator(".sn-recorder__refused .sn-entry__words", { hasText: words }).waitFor();
      await site.setState("open");
    });

    test("on paper each sheet is marked", async () => {
      const page = await openAs(visitor, "Sergeant");
      await page.emulateMedia({ media: "print" });
      const mark = page.locator(".sn-marking");
      expect(await mark.innerText()).toBe("OFFICIAL-SENSITIVE");
      expect(await mark.evaluate((element) => getComputedStyle(element).position)).toBe("fixed");
    });

    test("axe finds nothing", async () => {
      await expectNoAxeViolations(await openAs(visitor, "Inspector", { bypassCSP: true }));
    });
  },
  async () => {
    site = await startTaskingSite();
    return site.server;
  },
);
