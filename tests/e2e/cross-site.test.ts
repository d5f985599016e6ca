import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page, Request } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { describeInBrowser } from "#tests/support/browser.ts";
import { launchChromium } from "#tests/support/chromium-launch.ts";

/** What another site's page might send in a visitor's name. */
const targets = [
  { path: "/find", what: "a form of ours" },
  { path: "/find.data", what: "a call of our script" },
  { path: "/sign-out", what: "the end of a session" },
  { path: "/sign-out.data", what: "the end of a session by our script" },
  { path: "/demo/people", what: "the beginning of one" },
  { path: "/partners/sign-in/passkey-options", what: "a resource" },
  { path: "/no/such/page", what: "nothing at all" },
] as const;

/** How it might send it, written to run in the attacker's page. */
const ways = {
  "a form": (address: string) => {
    const form = document.createElement("form");
    Object.assign(form, { method: "post", action: address });
    document.body.append(form);
    form.submit();
  },
  "a form that pretends to be a call": (address: string) => {
    const form = document.createElement("form");
    Object.assign(form, { method: "post", action: address, enctype: "text/plain" });
    const field = document.createElement("input");
    Object.assign(field, { name: '{"postcode":"', value: '"}' });
    form.append(field);
    document.body.append(form);
    form.submit();
  },
  "a call without leave": (address: string) => {
    const body = new URLSearchParams({ postcode: "DE4 3AG" });
    void fetch(address, { method: "POST", mode: "no-cors", credentials: "include", body });
  },
  "a beacon": (address: string) => {
    navigator.sendBeacon(address, new URLSearchParams({ postcode: "DE4 3AG" }));
  },
  "a frame without an origin": (address: string) => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-forms allow-scripts");
    frame.srcdoc =
      `<form method="post" action="${address}"></form>` + "<script>document.forms[0].submit()</script>";
    document.body.append(frame);
  },
};

describeInBrowser("another site", ({ siteUrl }) => {
  let attacker: Server;
  let port: number;
  let browser: Browser;

  beforeAll(async () => {
    attacker = createServer((_, response) => {
      response.setHeader("Content-Type", "text/html").end("<!doctype html><title>x</title><body></body>");
    });
    await new Promise<void>((resolve) => attacker.listen(0, "127.0.0.1", resolve));
    port = (attacker.address() as AddressInfo).port;
    // Names that are no loopback's: to plain http on them a browser does not say Sec-Fetch-Site.
    browser = await launchChromium(["--host-resolver-rules=MAP *.example 127.0.0.1"]);
  });
  afterAll(async () => {
    await browser.close();
    attacker.closeAllConnections();
    attacker.close();
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

  /** Somebody signed in on the site, and the site as this browser knows it. */
  async function victimOf(host: string): Promise<{ site: string; page: Page }> {
    const site = siteUrl().replace("127.0.0.1", host);
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${site}/demo/people`);
    await page.locator("main form button").first().click();
    await page.waitForURL((url) => url.pathname !== "/demo/people");
    return { site, page };
  }

  const isSignedIn = async (page: Page, site: string) =>
    (await page.request.get(`${site}/account/sessions`, { maxRedirects: 0 })).status() === 200;

  describe.each([
    ["on another port", "127.0.0.1", "127.0.0.1"],
    ["under another name", "127.0.0.1", "localhost"],
    ["under another name, on plain http", "force.example", "evil.example"],
    ["under a name beside ours, on plain http", "www.force.example", "evil.force.example"],
  ])("%s", (_, host, attackersHost) => {
    test.each(Object.keys(ways) as (keyof typeof ways)[])("cannot send by %s", async (how) => {
      const { site, page } = await victimOf(host);
      const answers: string[] = [];
      for (const { path } of targets) {
        const attack = await page.context().newPage();
        await attack.goto(`http://${attackersHost}:${port}/`);
        const sent = (request: Request) => request.method() === "POST" && request.url() === `${site}${path}`;
        const [request] = await Promise.all([
          attack.context().waitForEvent("request", sent),
          attack.evaluate(ways[how], `${site}${path}`),
        ]);
        const response = await request.response();
        answers.push(`${path} ${response?.status() ?? "no answer"}`);
        await attack.close();
      }
      expect(answers).toEqual(targets.map(({ path }) => `${path} 403`));
      expect(await isSignedIn(page, site)).toBe(true);
    });
  });

  test.each(["127.0.0.1", "force.example"])("while our own pages can, at %s", async (host) => {
    const { site, page } = await victimOf(host);
    await page.goto(`${site}/sign-out`);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === "POST"),
      page.locator("main form button").click(),
    ]);
    expect(answer.status()).toBeLessThan(400);
    expect(await isSignedIn(page, site)).toBe(false);
  });
});
