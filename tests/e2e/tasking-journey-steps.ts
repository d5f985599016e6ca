import { eq } from "drizzle-orm";
import type { Locator, Page } from "playwright-core";
import * as schema from "#db/schema/index.ts";
import type { Visitor, VisitOptions } from "#tests/support/browser.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import type { TaskingPerson } from "../integration/tasking-desk.ts";
import { addPlan } from "../integration/tasking-plan.ts";
import { reference, startTaskingSite, type TaskingSite } from "./tasking-site.ts";

export const priority = "P-22222";
export const title = "Dark paths on the rec";
export const council = "Amber Valley Borough Council";

/** What the room asks of the council, and of the housing association. */
export const lights = {
  name: "PA-1",
  task: "Repair the lights on the rec",
  kind: "Environmental work",
  agency: council,
  position: "Street lighting officer",
};
export const hedge = {
  name: "PA-2",
  task: "Cut back the hedge beside the garages",
  kind: "Housing",
  agency: "A housing association",
  position: "Tenancy officer",
};

/** The site of the tasking tests: its meeting is only called, and a plan waits for its actions alone. */
export async function startJourneySite(): Promise<TaskingSite> {
  const site = await startTaskingSite();
  const { desk } = site;
  await desk.db
    .update(schema.taskingMeetings)
    .set({ state: "called", openedAt: null })
    .where(eq(schema.taskingMeetings.reference, reference));
  await desk.db
    .update(schema.agencies)
    .set({ name: council })
    .where(eq(schema.agencies.id, desk.id("council")));
  const statement = "The paths on the rec are dark in the evening.";
  await desk.priority(priority, "n1", { category: "police-visibility", title, statement });
  await addPlan(desk, priority);
  return site;
}

const members: readonly TaskingPerson[] = ["Chair", "Council officer", "Housing officer"];

async function stateOf({ cookie }: TaskingSite, person: TaskingPerson | null) {
  if (person === null) return { cookies: [], origins: [] };
  const { name, value } = await cookie(person, members.includes(person) ? "member" : "staff");
  const own = { name, value, domain: "127.0.0.1", path: "/", expires: -1, httpOnly: true };
  return { cookies: [{ ...own, secure: false, sameSite: "Lax" as const }], origins: [] };
}

/** Somebody at a screen of their own, a resident where nobody is named; `look` checks the page it shows. */
export async function sitDown(
  { open }: Visitor,
  site: TaskingSite,
  person: TaskingPerson | null,
  path: string,
  options: Pick<VisitOptions, "javaScriptEnabled" | "widthPixels"> = {},
) {
  const storageState = await stateOf(site, person);
  const page = await open(path, { ...options, storageState });
  const look = async () => {
    await expectNoSidewaysScroll(page);
    const { pathname, search } = new URL(page.url());
    // axe needs script and adds styles of its own: a twin of the page is measured, with all that folds open.
    const { widthPixels = 1280 } = options;
    const twin = await open(pathname + search, { storageState, widthPixels, bypassCSP: true });
    await twin
      .locator("details")
      .evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));
    await expectNoAxeViolations(twin);
    await twin.context().close();
  };
  const go = async (to: string) => {
    await page.goto(site.server.url + to);
  };
  return { page, look, go };
}

export async function fillDay(within: Page | Locator, legend: string, day: string) {
  const group = within.getByRole("group", { name: legend });
  const [year = "", month = "", date = ""] = day.split("-");
  await group.getByLabel("Day").fill(date);
  await group.getByLabel("Month").fill(month);
  await group.getByLabel("Year").fill(year);
}

/** An action in the list of what is written down, with whose it is. */
export const entryOf = (page: Page, { task, agency, position }: typeof lights) =>
  page
    .getByRole("listitem")
    .filter({ hasText: task })
    .filter({ hasText: `${agency}, ${position}, by ` });

/** The row of an action in a table, once it says so. */
export const rowOf = (page: Page, { name }: typeof lights, words: string) =>
  page.getByRole("row").filter({ hasText: name }).filter({ hasText: words });

/** Opens what is folded away, and finds it. */
export async function unfold(within: Page | Locator, words: string): Promise<Locator> {
  await within.locator("summary", { hasText: words }).click();
  return within.locator("details").filter({ hasText: words });
}

/** The page of a meeting's recording, once its script is at work. */
export const atWork = (page: Page) => page.getByText("writes down what you type").waitFor();

/** Gives an action in the room, at the speed of talk. */
export async function give(page: Page, { task, kind, agency, position }: typeof lights) {
  const form = page.locator("#record-action");
  await form.getByLabel("On", { exact: true }).selectOption({ label: title });
  await form.getByLabel("What is to be done?").fill(task);
  await form.getByLabel("What kind of action?").selectOption({ label: kind });
  await form.getByLabel("Which agency?").selectOption({ label: agency });
  await form.getByLabel("Which position there?").fill(position);
  await form.getByRole("button", { name: "Give the action" }).click();
  await page.getByText(new RegExp(`^Written down as \\d+: ${task}`)).waitFor();
}

/** An agency says that something is done, from its own page of it. */
export async function sayDone(page: Page, words: string, line: { told: string } | { withheld: string }) {
  await page.getByLabel("What came of it?").fill(words);
  if ("told" in line) await page.getByLabel("What may residents read of it?").fill(line.told);
  else {
    const why = await unfold(page, "Residents should not read of it");
    await why.getByLabel("Why not?").fill(line.withheld);
  }
  await page.getByRole("button", { name: "It is done" }).click();
  await page.getByText("Thank you. It is done.").waitFor();
}
