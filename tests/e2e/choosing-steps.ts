import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { ChoosingPlace } from "./choosing-site.ts";
import { follow, heading, press, signIn } from "./sign-in-by-code.ts";

/** What a resident writes; the phrase in it is nowhere else. */
export const canary = "a pelican on stilts";
export const chosenTitle = "Speeding by the school";

/** One person's screen, and what is to be true of each page on it. */
export interface Screen {
  page: Page;
  look: () => Promise<void>;
}

export async function go({ page, look }: Screen, path: string) {
  await page.goto(new URL(path, page.url()).href);
  await look();
}

async function arrive({ page, look }: Screen, title: string | RegExp) {
  await heading(page, title);
  await look();
}

/** Becomes somebody of the demonstration: the first, second… who is that in a place. */
export async function become({ page, look }: Screen, role: string, place: string, nth = 0) {
  await page.goto(new URL("/demo/people", page.url()).href);
  await look();
  const person = page
    .locator(".sn-people__person")
    .filter({ has: page.getByText(role, { exact: true }) })
    .filter({ has: page.getByText(place, { exact: true }) })
    .nth(nth);
  if (!(await person.isVisible()))
    await page.locator("details").filter({ has: person }).locator("summary").click();
  await person.click();
  await page.waitForURL((url) => url.pathname !== "/demo/people");
  await look();
}

/** A resident raises what worries them and gives an address to be told; the concern's reference. */
export async function raise(screen: Screen, { slug, name }: ChoosingPlace, email: string): Promise<string> {
  const { page } = screen;
  await go(screen, `/neighbourhoods/${slug}/raise`);
  await page.getByLabel("What is it about?").selectOption("speeding");
  await page.getByLabel("What worries you?").fill(`Cars race like ${canary} when school ends.`);
  await page.getByLabel("Where is it? (optional)").fill("The lane by the school");
  // Nobody reads the page and writes in less than three seconds: it would be asked for once more.
  await page.waitForTimeout(3_200);
  await press(page, "Send to the team");
  await arrive(screen, "We have received what you wrote");
  const reference = await page.locator(".sn-reference strong").innerText();
  await press(page, "Get told what happens");
  await heading(page, "Sign in");
  await signIn(page, email);
  await follow(page, "Skip this for now");
  await arrive(screen, "We have received what you wrote");
  await page.getByText("We email you at each step").waitFor();
  await follow(page, `Back to ${name}`);
  await arrive(screen, name);
  return reference;
}

/** A sergeant reads it and writes what everybody may read. */
export async function publishSummary(screen: Screen, reference: string) {
  const { page } = screen;
  await go(screen, "/staff/concerns");
  await follow(page, reference);
  await arrive(screen, new RegExp(reference));
  await page.getByText(canary).first().waitFor();
  await page.getByLabel("Title", { exact: true }).first().fill(chosenTitle);
  await page
    .getByLabel("Summary in your own words")
    .first()
    .fill("Drivers go too fast past the school in the afternoon.");
  await press(page, "Publish");
  await page.getByText("The summary is published.").waitFor();
  await screen.look();
}

/** An analyst makes a candidate of it, with a whole card, and puts it on the shortlist. */
export async function shortlist(screen: Screen, { cycleId }: ChoosingPlace) {
  const { page } = screen;
  await go(screen, `/staff/cycles/${cycleId}`);
  await follow(page, "Add a candidate");
  await arrive(screen, "Add a candidate");
  await page.getByLabel(chosenTitle).check();
  await page.getByLabel("What it is about").selectOption("speeding");
  await page.getByLabel("Title", { exact: true }).fill(chosenTitle);
  await page.getByLabel("The problem in one sentence").fill("Drivers go too fast past the school.");
  await press(page, "Add the candidate");
  await arrive(screen, `3. ${chosenTitle}`);
  await page.getByLabel("What the figures show").fill("No figures are loaded.");
  await page.getByLabel("Where the figures are from").fill("The team");
  await page.getByLabel("What police and partners already do").fill("Nobody does anything yet.");
  await page.getByLabel("Who is harmed, and how").fill("Children on their way home.");
  await page.getByLabel("Whom it affects who are seldom heard").fill("Nobody more than others.");
  await press(page, "Save the card");
  await page.waitForURL(/done=card/);
  await page.getByRole("radio", { name: "Yes" }).check();
  await press(page, "Save the decision");
  await page.waitForURL(/done=decide/);
  await screen.look();
  await go(screen, `/staff/cycles/${cycleId}`);
  await page.getByRole("row").filter({ hasText: chosenTitle }).getByText("On it").waitFor();
}

/** A resident votes for it and for another; their receipt. */
export async function vote(screen: Screen, { slug }: ChoosingPlace): Promise<string> {
  const { page } = screen;
  await go(screen, `/neighbourhoods/${slug}/vote`);
  await page.getByLabel(`3. ${chosenTitle}`).check();
  await page.getByLabel("1. Litter in the park").check();
  await press(page, "Vote");
  await page.getByText("Thank you. Your vote is in").waitFor();
  await screen.look();
  return page.locator(".sn-vote__receipt").innerText();
}

/** Staff enter somebody who votes on paper; the reference that goes onto it. */
export async function enterResident(screen: Screen, { slug }: ChoosingPlace): Promise<string> {
  const { page } = screen;
  await go(screen, "/staff/residents/new");
  await page.getByLabel("Neighbourhood").selectOption(slug);
  await page.getByLabel("They live there").check();
  await page.getByLabel("18 or over").check();
  await press(page, "Enter the resident");
  await page.getByText("Write this on their paper").waitFor();
  await screen.look();
  return page.locator(".sn-entered-reference").innerText();
}

export async function openBatch(screen: Screen, { cycleId }: ChoosingPlace) {
  const { page } = screen;
  await go(screen, `/staff/cycles/${cycleId}/vote`);
  await page.getByLabel("on paper").check();
  await press(page, "Open a batch");
  await arrive(screen, /^Batch 1/);
}

/** One of the two entries of the batch. */
export async function keyBatch({ page, look }: Screen, paper: string, button: string, outcome: string) {
  const row = page.getByRole("group", { name: "Row 1", exact: true });
  await row.getByLabel("Reference").fill(paper);
  await row.getByLabel("Numbers").fill("3");
  await press(page, button);
  await page.getByText(outcome).waitFor();
  await look();
}

export async function certify(screen: Screen, { cycleId }: ChoosingPlace) {
  await go(screen, `/staff/cycles/${cycleId}/vote`);
  await press(screen.page, "Certify the count");
  await screen.page.getByText("The count is certified, and the ballots are published.").waitFor();
  await screen.look();
}

/** Anybody checks with a receipt that a vote was counted. */
export async function checkReceipt(screen: Screen, { slug }: ChoosingPlace, receipt: string) {
  await go(screen, `/neighbourhoods/${slug}/vote`);
  await follow(screen.page, "Check with your receipt that your vote was counted");
  await arrive(screen, "Check that your vote was counted");
  await screen.page.getByLabel("Your receipt").fill(receipt);
  await press(screen.page, "Check");
  expect(await screen.page.getByRole("status").innerText()).toBe("Your vote was counted.");
}
