import { describe, expect, test } from "vitest";
import { describeInBrowser, withAndWithoutScript } from "#tests/support/browser.ts";
import { go, type Screen } from "./choosing-steps.ts";
import { startFeedback } from "./feedback-site.ts";
import { openScreen } from "./looking-screen.ts";
import { follow, heading, press } from "./sign-in-by-code.ts";

const secret = "A heron told me so";
let site: Awaited<ReturnType<typeof startFeedback>>;

async function become({ page }: Screen, name: string, kind: "staff" | "member" = "staff") {
  await page.context().clearCookies();
  await page.context().addCookies([await site.cookie(name, kind)]);
}

/** A resident without an account answers by the link in their message. */
async function answer({ page, look }: Screen, choice: string) {
  const question = (name: string) => page.getByRole("group", { name });
  await question("What has become of the problem?").getByLabel(choice, { exact: true }).check();
  await question("Were you told what was done?").getByLabel("Yes", { exact: true }).check();
  await page.getByLabel("Why do you say so?").fill(secret);
  await press(page, /my answer$/);
  await page.getByRole("heading", { name: "Thank you. Your answer is in" }).waitFor();
  await page.getByText(`You said “${choice}”`).waitFor();
  await look();
}

describeInBrowser(
  "Whether it worked",
  (visitor) => {
    describe.each(withAndWithoutScript)("a resident without an account, $script", ({ javaScriptEnabled }) => {
      test("answers by the link, and changes the answer", { timeout: 120_000 }, async () => {
        visitor.expectErrorStatus();
        const screen = await openScreen(visitor, javaScriptEnabled);
        const { page, look } = screen;
        await go(screen, await site.linkOf(javaScriptEnabled ? 18 : 19));
        await heading(page, /Has it got better\?$/);
        await press(page, "Send my answer");
        await page.getByRole("link", { name: "Select what has become of the problem" }).waitFor();
        await look();
        await answer(screen, "It is better, but not enough");
        await follow(page, "Change your answer");
        await page.getByRole("button", { name: "Change my answer" }).waitFor();
        expect(await page.getByLabel("Why do you say so?").inputValue()).toBe(secret);
        await look();
        await answer(screen, "It is solved");
      });

      test("is told kindly that an altered link does not work", { timeout: 60_000 }, async () => {
        visitor.expectErrorStatus();
        const screen = await openScreen(visitor, javaScriptEnabled);
        await go(screen, (await site.linkOf(18)).slice(0, -4));
        await heading(screen.page, "This link does not work");
        await screen.page.getByText("Open the link from the email again").waitFor();
      });
    });

    test(
      "only an inspector closes another without sign-off, and says why",
      { timeout: 120_000 },
      async () => {
        visitor.expectErrorStatus();
        const screen = await openScreen(visitor, true);
        const { page, look } = screen;
        const end = `/staff/priorities/${site.other}/end`;
        const close = page.getByRole("button", { name: "Close without sign-off" });
        await become(screen, "Sergeant");
        await go(screen, end);
        await heading(page, /How it ends$/);
        expect(await close.count()).toBe(0);

        await become(screen, "Inspector");
        await go(screen, end);
        await close.click();
        await page.getByRole("link", { name: "Select why it is closed without sign-off" }).waitFor();
        await look();
        await page.getByLabel("It is worked on as part of another priority").check();
        await page
          .getByLabel("The reason, as residents will read it")
          .fill("It is part of the station plan.");
        await close.click();
        await page.getByText(/^Closed without sign-off, on/).waitFor();
        await look();

        await page.context().clearCookies();
        await go(screen, `/priorities/${site.other}`);
        const said = await page.getByRole("main").innerText();
        expect(said).toContain("Closed without sign-off");
        expect(said).toContain("It is part of the station plan.");
      },
    );
  },
  async () => {
    site = await startFeedback();
    return site.server;
  },
);
