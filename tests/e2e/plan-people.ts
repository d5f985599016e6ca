import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { listenForTest } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import type { Visitor } from "#tests/support/browser.ts";
import type { RunningServer } from "#tests/support/server.ts";
import { planChanges, planFields } from "#db/schema/index.ts";
import { addPanelThings } from "../integration/panel-things.ts";
import { openPeopleTest } from "../integration/people-force.ts";

export const plan = "/staff/priorities/P-22222/plan";

/** A priority with its plan, a sergeant and a constable who both write in it, and a browser for each. */
export async function startPlanSite() {
  const force = await openPeopleTest();
  const { db } = force;
  await addPanelThings(db, force.id("n1"), new Date());
  const listening = await listenForTest(db);
  const area = { kind: "neighbourhood", id: force.id("n1") } as const;
  const people = {
    sergeant: await signedInAs(db, "sergeant", { area }),
    constable: await signedInAs(db, "constable", { area }),
  };
  const server: RunningServer = {
    url: listening.url,
    pid: process.pid,
    dataDir: "",
    output: listening.log,
    stop: async () => {
      await listening.close();
      await force.close();
      return 0;
    },
  };
  const cookieOf = (person: keyof typeof people) => {
    const [name = "", value = ""] = people[person].cookie.split("=");
    return { name, value, url: listening.url };
  };
  const empty = async () => {
    await db.delete(planFields);
    await db.delete(planChanges);
  };
  return { server, cookieOf, empty };
}

type PlanSite = Awaited<ReturnType<typeof startPlanSite>>;

// A dropped line and a refused form are what these tests are about.
const expected = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|server responded with a status of 400/;

/** Somebody's own device: what its pages complain of, besides a line that drops, is heard at the end. */
export async function openDevice(
  { browser }: Visitor,
  { cookieOf }: PlanSite,
  person: "sergeant" | "constable",
  options: { javaScriptEnabled?: boolean; width?: number; bypassCSP?: boolean } = {},
) {
  const { width = 1280, ...rest } = options;
  const context = await browser().newContext({ viewport: { width, height: 900 }, ...rest });
  await context.addCookies([cookieOf(person)]);
  context.setDefaultTimeout(25_000);
  const complaints: string[] = [];
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !expected.test(message.text()))
      complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
  return {
    context,
    open: (path: string) => openAt(context, cookieOf(person).url + path),
    expectQuiet: () => expect(complaints).toEqual([]),
  };
}

async function openAt(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "load" });
  return page;
}

/** The line beside the button, when it says so. */
export const says = (page: Page, words: string | RegExp) =>
  page.locator(".sn-save__status").filter({ hasText: words }).waitFor();

/** The page as soon as its script is at work. */
export async function atWork(page: Page): Promise<Page> {
  await says(page, /./);
  return page;
}
