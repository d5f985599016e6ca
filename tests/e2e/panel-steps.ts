import type { ChoosingPlace } from "./choosing-site.ts";
import { chosenTitle, go, type Screen } from "./choosing-steps.ts";
import { follow, heading, press } from "./sign-in-by-code.ts";

/** A sergeant calls the panel to meet today; the address of its minutes. */
export async function callPanel(screen: Screen, { name }: ChoosingPlace): Promise<string> {
  const { page, look } = screen;
  await go(screen, "/staff/panels");
  await follow(page, `Call the panel of ${name}, cycle 1`);
  await heading(page, /^Call the panel of/);
  await look();
  await page.getByLabel("In person").check();
  await page.getByLabel("Days to vote in writing afterwards").fill("0");
  await press(page, "Call the panel");
  await heading(page, /^Panel of/);
  await look();
  return new URL(page.url()).pathname;
}

/** A member reads the papers and votes for it on their own page. */
export async function voteOnPanel(screen: Screen) {
  const { page, look } = screen;
  await go(screen, "/panel");
  await follow(page, /^Priorities of/);
  await heading(page, "Which priorities to adopt");
  await look();
  await follow(page, "Read the papers first");
  await page.getByText(chosenTitle).first().waitFor();
  await look();
  await page.goBack();
  const motion = page.getByRole("group", { name: `Adopt “${chosenTitle}”?` });
  await motion.getByLabel("For").check();
  await page.locator("form").filter({ has: motion }).getByRole("button", { name: "Vote" }).click();
  await page.getByText("You voted for it").waitFor();
  await look();
}

/** The minutes: who was there, and why it was adopted. */
export async function recordDecision(screen: Screen, minutes: string) {
  const { page, look } = screen;
  await go(screen, minutes);
  const present = page.getByRole("group", { name: "Members who were there, in the room or online" });
  for (const at of [0, 1, 2, 3]) await present.getByRole("checkbox").nth(at).check();
  await page.getByLabel("In the chair").selectOption({ index: 1 });
  await press(page, "Record who was there");
  await page.getByText("4 took part so far").waitFor();
  await page
    .getByRole("group", { name: "Adopted as priorities" })
    .getByRole("checkbox", { name: chosenTitle })
    .check();
  await page.getByLabel("Decide now, and say that few people voted").check();
  const reasons = page.getByRole("region", { name: chosenTitle });
  for (const [label, words] of [
    ["The problem in one sentence", "Drivers go too fast past the school."],
    ["The result of the vote", "It came first."],
    ["The evidence", "The team has watched the road."],
    ["Why this over others", "Children are in danger."],
    ["What success looks like", "Drivers keep to the limit when school ends."],
  ] as const)
    await reasons.getByLabel(label).fill(words);
  await press(page, "Record the decision");
  await page
    .getByRole("row")
    .filter({ hasText: chosenTitle })
    .getByText("Adopted", { exact: true })
    .waitFor();
  await look();
}

/** The inspector of several neighbourhoods accepts that of one; its reference. */
export async function accept(screen: Screen, placeName: string): Promise<string> {
  const { page, look } = screen;
  await go(screen, "/staff/priorities");
  await page.getByRole("row").filter({ hasText: placeName }).getByRole("link", { name: chosenTitle }).click();
  await heading(page, chosenTitle);
  await look();
  await press(page, "Accept the priority");
  await page.getByText("The priority has been accepted.").waitFor();
  await look();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}
