import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { describeInBrowser } from "#tests/support/browser.ts";
import { launchChromium } from "#tests/support/chromium-launch.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import type { RunningServer } from "#tests/support/server.ts";

/** Where another site's page might send something in a visitor's name: forms, calls of our script, a resource, nothing. */
const targets = [
  "/find",
  "/find.data",
  "/sign-out",
  "/sign-out.data",
  "/partners/sign-in/passkey-options",
  "/no/such/page",
];

/** How it might send it, written to run in the attacker's page, which is not gone before they have returned. */
const ways = {
  "a form": (address: string) => {
    const form = document.createElement("form");
    Object.assign(form, { method: "post", action: address });
    document.body.append(form);
    setTimeout(() => form.submit());
  },
  "a form that pretends to be a call": (address: string) => {
    const form = document.createElement("form");
    Object.assign(form, { method: "post", action: address, enctype: "text/plain" });
    const field = document.createElement("input");
    Object.assign(field, { name: '{"postcode":"', value: '"}' });
    form.append(field);
    document.body.append(form);
    setTimeout(() => form.submit());
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

let server: ListeningServer;
let cookie = "";

/** The built pages in this process, where somebody is signed in. */
async function startOwnServer(): Promise<RunningServer> {
  const { db, close } = await openTestDatabase();
  cookie = (await signedInAs(db, "inspector")).cookie;
  server = await listenForTest(db);
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

const requestLine = z.object({
  msg: z.literal("request"),
  method: z.literal("POST"),
  // What the browser itself reports, of a frame that was not allowed, is none of the attacker's doing.
  route: z.string().refine((route) => route !== "/csp-reports"),
  status: z.number(),
});

/** How the server has answered what was posted, in order: a browser tells a page nothing of another site's answer. */
const postAnswers = () =>
  server
    .log()
    .split("\n")
    .flatMap((line) => {
      const parsed = requestLine.safeParse(line === "" ? null : JSON.parse(line));
      return parsed.success ? [parsed.data.status] : [];
    });

describeInBrowser(
  "another site",
  () => {
    let attacker: Server;
    let port: number;
    let browser: Browser;

    beforeAll(async () => {
      attacker = createServer((_, response) => {
        response.setHeader("Content-Type", "text/html").end("<!doctype html><title>x</title><body></body>");
      });
      await new Promise<void>((resolve) => attacker.listen(0, "127.0.0.1", resolve));
      port = (attacker.address() as AddressInfo).port;
      browser = await launchChromium([
        // Names that are no loopback's: to plain http on them a browser does not say Sec-Fetch-Site.
        "--host-resolver-rules=MAP *.example 127.0.0.1",
        "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
      ]);
    });
    afterAll(async () => {
      await browser.close();
      attacker.closeAllConnections();
      attacker.close();
    });
    afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

    /** The site as a browser knows it by a name, in which somebody is signed in. */
    async function victimOf(host: string) {
      const site = server.url.replace("127.0.0.1", host);
      const context = await browser.newContext();
      const [name = "", value = ""] = cookie.split(/=(.*)/s);
      await context.addCookies([{ name, value, url: site, httpOnly: true, sameSite: "Lax" }]);
      return { site, context };
    }

    const isSignedIn = async (context: BrowserContext, site: string) => {
      const page = await context.newPage();
      await page.goto(`${site}/account/sessions`);
      return new URL(page.url()).pathname === "/account/sessions";
    };

    async function untilAnswered(count: number) {
      for (let waited = 0; waited < 200 && postAnswers().length < count; waited += 1) await wait(25);
    }

    describe.each([
      ["on another port", "127.0.0.1", "127.0.0.1"],
      ["under another name", "127.0.0.1", "localhost"],
      ["under another name, on plain http", "force.example", "evil.example"],
      ["under a name beside ours, on plain http", "www.force.example", "evil.force.example"],
    ])("%s", (_, host, attackersHost) => {
      test.each(Object.keys(ways) as (keyof typeof ways)[])("cannot send by %s", async (how) => {
        const { site, context } = await victimOf(host);
        expect(await isSignedIn(context, site)).toBe(true);
        const answers: string[] = [];
        for (const path of targets) {
          const before = postAnswers().length;
          const attack = await context.newPage();
          await attack.goto(`http://${attackersHost}:${port}/`);
          await attack.evaluate(ways[how], `${site}${path}`);
          await untilAnswered(before + 1);
          answers.push(`${path} ${postAnswers().slice(before).join()}`);
        }
        expect(answers).toEqual(targets.map((path) => `${path} 403`));
        expect(await isSignedIn(context, site)).toBe(true);
      });
    });

    test.each(["127.0.0.1", "force.example"])("while our own pages can, at %s", async (host) => {
      const { site, context } = await victimOf(host);
      const page = await context.newPage();
      await page.goto(`${site}/find`);
      const before = postAnswers().length;
      await page.getByRole("textbox").first().fill("SK17 1AA");
      await page.locator("main form button").first().click();
      await untilAnswered(before + 1);
      expect(postAnswers().slice(before)).toEqual([expect.toSatisfy((status: number) => status < 400)]);
    });
  },
  startOwnServer,
);
