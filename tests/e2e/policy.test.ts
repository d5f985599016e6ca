import { setTimeout as wait } from "node:timers/promises";
import type { ConsoleMessage, Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser } from "#tests/support/browser.ts";
import { startServer, type RunningServer } from "#tests/support/server.ts";
import routeList from "../architecture/route-list.json" with { type: "json" };

let running: RunningServer;
const startOwn = async () => (running = await startServer());

/** Every page that has an address of its own. */
const pages = routeList.filter((path) => !/[:*]|\.\w+$|^\/api\/|\/download$/.test(path));

/** What browsers have reported to the server. */
const reports = () =>
  running
    .output()
    .split("\n")
    .filter((line) => line.includes("a browser reported a breach of the policy"));

async function until(isSo: () => boolean) {
  for (let count = 0; count < 200 && !isSo(); count += 1) await wait(50);
  expect(isSo()).toBe(true);
}

describeInBrowser(
  "the policy of what a page may load and do",
  ({ browser, siteUrl }) => {
    /** A page, and what the browser complains of while it is open. */
    const newPage = async (): Promise<{ page: Page; complaints: ConsoleMessage[] }> => {
      const page = await (await browser().newContext()).newPage();
      const complaints: ConsoleMessage[] = [];
      page.on("console", (message) => {
        if (/Content.Security.Policy/i.test(message.text())) complaints.push(message);
      });
      return { page, complaints };
    };

    test.each(["a visitor", "somebody signed in"])(
      "is broken by no page that %s opens",
      { timeout: 180_000 },
      async (who) => {
        const { page, complaints } = await newPage();
        if (who !== "a visitor") {
          await page.goto(`${siteUrl()}/demo/people`);
          await page.locator("main form button").first().click();
          await page.waitForURL((url) => url.pathname !== "/demo/people");
        }
        for (const path of pages) await page.goto(`${siteUrl()}${path}`, { waitUntil: "load" });
        expect(complaints.map((message) => message.text())).toEqual([]);
        expect(reports()).toEqual([]);
      },
    );

    // Without this, the test above might see nothing because there is nothing to see it with.
    test.each([
      ["a script in the page", "script-src-elem", (page: Page) => page.evaluate(runScript)],
      ["a style in the page", "style-src-attr", (page: Page) => page.evaluate(setStyle)],
      ["a picture from elsewhere", "img-src", (page: Page) => page.evaluate(showPicture)],
      ["a form to elsewhere", "form-action", (page: Page) => page.evaluate(sendForm)],
    ])("stops %s, says so on the console as an error, and reports it", async (_, directive, breach) => {
      const { page, complaints } = await newPage();
      await page.goto(`${siteUrl()}/neighbourhoods/matlock?from=DE4+3AG`);
      const before = reports().length;
      await breach(page);
      await until(() => complaints.length > 0 && reports().length > before);
      expect(complaints[0]?.type()).toBe("error");
      expect(JSON.parse(reports().at(-1) ?? "{}")).toMatchObject({
        directive,
        route: "/neighbourhoods/:slug",
      });
      expect(running.output()).not.toMatch(/DE4|matlock\?/);
    });
  },
  startOwn,
);

function runScript() {
  const script = document.createElement("script");
  script.textContent = "document.title = 'broken'";
  document.body.append(script);
}

function setStyle() {
  document.body.setAttribute("style", "color: red");
}

function showPicture() {
  const picture = document.createElement("img");
  picture.src = "https://elsewhere.example/x.png";
  document.body.append(picture);
}

function sendForm() {
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action: "https://elsewhere.example/" });
  document.body.append(form);
  form.submit();
}
