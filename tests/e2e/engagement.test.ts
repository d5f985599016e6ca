import { describe, test } from "vitest";
import { describeInBrowser, withAndWithoutScript } from "#tests/support/browser.ts";
import { startChoosing } from "./choosing-site.ts";
import { become, go, type Screen } from "./choosing-steps.ts";
import { openScreen } from "./looking-screen.ts";
import { follow, heading, press } from "./sign-in-by-code.ts";

let site: Awaited<ReturnType<typeof startChoosing>>;

/** Opens what is folded up, where it is not open yet. */
const unfold = ({ page }: Screen, summary: string) =>
  page.locator("details:not([open]) > summary").filter({ hasText: summary }).click();

/** A sergeant adds what cannot wait, which begins its plans; its reference. */
async function addUrgent({ page, look }: Screen, placeName: string): Promise<string> {
  await go({ page, look }, "/staff/priorities/new");
  const place = page.getByLabel("Neighbourhood", { exact: true });
  if ((await place.count()) > 0) await place.selectOption({ label: placeName });
  await page.getByLabel("What it is about").selectOption("shop-theft");
  await page.getByLabel("Title").fill("Theft from the shops");
  await page.getByLabel("The problem").fill("Shops lose goods every week and staff are afraid.");
  await page.getByLabel("Why it cannot wait").fill("Two shops say that they will close before the vote.");
  await press(page, "Add the urgent priority");
  await heading(page, "Theft from the shops");
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

async function addActivity(screen: Screen, purpose: "ask" | "return") {
  const { page, look } = screen;
  await unfold(screen, "Add an activity");
  await press(page, "Add the activity");
  await page
    .getByRole("link", { name: "Say who this activity is for" })
    .or(page.getByRole("link", { name: "Choose what it is for" }))
    .first()
    .waitFor();
  await look();
  await page.getByLabel("What is it for?").last().selectOption(purpose);
  await page.getByLabel("How are people reached?").last().selectOption("drop-in");
  await page.getByLabel("Who is it for?").last().fill("Shop workers");
  await page.getByLabel("Hours").last().fill("6pm to 8pm");
  await press(page, "Add the activity");
  await page.getByText("The activity is added.").waitFor();
  await look();
}

describeInBrowser(
  "Reaching people, and learning from it",
  (visitor) => {
    describe.each(withAndWithoutScript)("$script", ({ javaScriptEnabled }) => {
      test(
        "a sergeant plans, an inspector approves and publishes, a resident finds",
        { timeout: 480_000 },
        async () => {
          const place = await site.placeWithCandidates(javaScriptEnabled ? "AV01" : "AV02");
          const screen = await openScreen(visitor, javaScriptEnabled);
          const { page, look } = screen;
          const sergeant = ["SNT sergeant", `${place.team} SNT`] as const;
          const inspector = ["Section inspector", `${place.section} section`] as const;

          await become(screen, ...sergeant);
          const engagement = `/staff/priorities/${await addUrgent(screen, place.name)}/engagement`;
          await go(screen, engagement);
          await page.getByLabel("Who is to be reached").fill("People who work in the shops");
          await page.getByLabel("Which groups are heard too little here").fill("Young people");
          await page.getByLabel("How you know that they are heard too little").fill("None of them voted");
          await page.getByRole("button", { name: "Save", exact: true }).click();
          await page.getByText("The plan is saved.").waitFor();
          await look();
          visitor.expectErrorStatus();
          await addActivity(screen, "ask");

          await become(screen, ...inspector);
          await go(screen, engagement);
          await press(page, "Approve the engagement plan");
          await page.getByRole("alert").getByText("Add an activity that comes back to people").waitFor();
          await look();
          await become(screen, ...sergeant);
          await go(screen, engagement);
          await addActivity(screen, "return");
          await become(screen, ...inspector);
          await go(screen, engagement);
          await press(page, "Approve the engagement plan");
          await page.getByText("The engagement plan is approved.").waitFor();
          await look();

          await become(screen, ...sergeant);
          await go(screen, engagement);
          await unfold(screen, "Record what came of activity 1");
          await page.getByLabel("How many people did it reach?").first().fill("12");
          await page.getByLabel("What was heard?").first().fill("Mornings are worst");
          await page.getByRole("button", { name: "Record this" }).first().click();
          await page.getByText("12 people reached").waitFor();
          await look();

          const title = javaScriptEnabled ? "Shelves that staff can see" : "Doors that staff can watch";
          await go(screen, "/staff/practice");
          await follow(page, "Write about something done elsewhere");
          await page.getByLabel("Title").fill(title);
          await page.getByLabel("What it is about").selectOption("shop-theft");
          await page.getByLabel("The problem").fill("Shops lost goods from the back of the shop.");
          await page.getByLabel("What was done").fill("The shops were laid out anew.");
          await page.getByLabel("What came of it").fill("Nobody counted before and after.");
          await page.getByLabel("Nobody knows yet").check();
          await page.getByLabel("Whom can others ask?").fill("The neighbourhood sergeant");
          await page.getByLabel("Year in which it was done").fill("2025");
          await press(page, "Save as a draft");
          await heading(page, title);
          await look();
          const entry = new URL(page.url()).pathname;
          await become(screen, ...inspector);
          await go(screen, entry);
          await press(page, "Publish the entry");
          await page.getByText("The entry is published.").waitFor();
          await look();

          await page.context().clearCookies();
          await go(screen, "/practice");
          await page.getByLabel("Words").fill(title.split(" ")[0] ?? "");
          await page.getByLabel("Kind of problem").selectOption("shop-theft");
          await press(page, "Search");
          await follow(page, title);
          await heading(page, title);
          await page.getByText("Not evaluated").waitFor();
          await look();
        },
      );
    });
  },
  async () => {
    site = await startChoosing();
    return site.server;
  },
);
