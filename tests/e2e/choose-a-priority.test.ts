import { describe, expect, test } from "vitest";
import { describeInBrowser, withAndWithoutScript } from "#tests/support/browser.ts";
import { startChoosing } from "./choosing-site.ts";
import * as step from "./choosing-steps.ts";
import { expectNowhere } from "./expect-nowhere.ts";
import { openScreen } from "./looking-screen.ts";
import * as panel from "./panel-steps.ts";

let site: Awaited<ReturnType<typeof startChoosing>>;

describeInBrowser(
  "From a concern to a priority",
  (visitor) => {
    describe.each(withAndWithoutScript)("$script", ({ javaScriptEnabled }) => {
      test(
        "each person does their part, and everybody reads how it was chosen",
        { timeout: 480_000 },
        async () => {
          // Another neighbourhood for each of the two journeys.
          const place = await site.placeWithCandidates(javaScriptEnabled ? "AV01" : "AV02");
          const email = `raiser-of-${place.slug}@example.org`;
          const screen = await openScreen(visitor, javaScriptEnabled);
          const { page } = screen;
          const sergeant = ["SNT sergeant", `${place.team} SNT`] as const;
          const inspector = ["Section inspector", `${place.section} section`] as const;

          const concern = await step.raise(screen, place, email);
          await step.become(screen, ...sergeant);
          await step.publishSummary(screen, concern);
          await step.become(screen, "Analyst", `${place.bcu} BCU`);
          await step.shortlist(screen, place);

          await site.letDaysPass(place.cycleId, 39);
          await step.become(screen, "Resident", place.name);
          const receipt = await step.vote(screen, place);
          await step.become(screen, ...sergeant);
          const paper = await step.enterResident(screen, place);
          await step.openBatch(screen, place);
          const batch = new URL(page.url()).pathname;
          await step.keyBatch(
            screen,
            paper,
            "Save the first entry",
            "Somebody else has to enter the batch again",
          );
          await step.become(screen, "Contact centre", "Whole force");
          await step.go(screen, batch);
          await step.keyBatch(
            screen,
            paper,
            "Save and compare",
            "The two entries are equal. 1 ballot counts.",
          );

          await site.letDaysPass(place.cycleId, 17);
          await step.become(screen, ...inspector);
          await step.certify(screen, place);
          await step.checkReceipt(screen, place, receipt);
          await step.become(screen, ...sergeant);
          const minutes = await panel.callPanel(screen, place);
          for (const nth of [0, 1, 2, 3]) {
            await step.become(screen, "Panel member", place.name, nth);
            await panel.voteOnPanel(screen);
          }
          await step.become(screen, ...sergeant);
          await panel.recordDecision(screen, minutes);
          await step.become(screen, ...inspector);
          const priority = await panel.accept(screen, place.name);

          await page.context().clearCookies();
          await step.go(screen, `/priorities/${priority}`);
          const said = await page.getByRole("main").innerText();
          for (const words of [
            "1 person raised this.",
            "Chosen on 2 of 2 ballots.",
            "Few people voted, so this is a hint of what people want and not a clear answer.",
            "Decided by the panel of 8 members",
            "4 took part. 4 were needed to decide.",
            "Children are in danger.",
          ])
            expect(said).toContain(words);

          await expectNowhere(page, site.server, { ...place, concern, priority, email });
        },
      );
    });
  },
  async () => {
    site = await startChoosing();
    return site.server;
  },
);
