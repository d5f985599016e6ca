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

/** A member says on their own page that it is done. */
async function signOff(screen: Screen) {
  const { page, look } = screen;
  await go(screen, "/panel");
  await follow(page, /^Whether a priority is done/);
  await heading(page, "Whether a priority is done");
  await page.getByText("9 people answered. 8 were needed.").waitFor();
  await look();
  await press(page, "Vote");
  await page.getByRole("link", { name: "Select one of the answers" }).waitFor();
  await look();
  await page.getByLabel("Yes, sign it off").check();
  await press(page, "Vote");
  await page.getByText("You voted to sign it off").waitFor();
  await look();
}

// One priority from the asking to the sign-off: each test goes on where the last one ended.
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
      "the panel votes, the sergeant records it, and everybody reads the numbers",
      { timeout: 240_000 },
      async () => {
        visitor.expectErrorStatus();
        await site.endRound();
        const [chair = "", member = "", ...others] = site.memberNames.slice(0, 5);
        const scripted = await openScreen(visitor, true);
        const plain = await openScreen(visitor, false);
        const { page, look } = scripted;

        await become(scripted, "Sergeant");
        await go(scripted, `/staff/priorities/${site.priority}/feedback`);
        await page.locator("details").filter({ hasText: secret }).first().locator("summary").click();
        await page.getByText(secret).first().waitFor();
        await page.getByLabel("In person").check();
        await page.getByLabel("Days to vote in writing afterwards").fill("0");
        await press(page, "Call the panel");
        await heading(page, /^Panel of/);
        const minutes = new URL(page.url()).pathname;
        const present = page.getByRole("group", { name: "Members who were there, in the room or online" });
        for (const name of [chair, member, ...others])
          await present.getByLabel(name, { exact: true }).check();
        await page.getByLabel("In the chair").selectOption({ label: chair });
        await press(page, "Record who was there");
        await page.getByText("5 took part so far").waitFor();
        await look();

        await become(plain, chair, "member");
        await signOff(plain);
        await become(scripted, member, "member");
        await signOff(scripted);
        const resolution = minutes.split("/").at(-1) ?? "";
        for (const name of others.slice(1)) await site.vote(resolution, name, "for");
        await site.vote(resolution, others[0] ?? "", "against");

        await become(scripted, "Sergeant");
        await go(scripted, minutes);
        await press(page, "Record the decision");
        await page.getByRole("link", { name: "Say why, in words that residents can read" }).waitFor();
        await look();
        await page.getByLabel("Why, as residents will read it").fill("Drivers slow down at the school.");
        await press(page, "Record the decision");
        await page.getByText("Signed off", { exact: true }).first().waitFor();
        await look();

        await plain.page.context().clearCookies();
        await go(plain, `/priorities/${site.priority}`);
        const said = await plain.page.getByRole("main").innerText();
        for (const words of [
          "Signed off by the community",
          "9 people answered. 8 were needed.",
          "Drivers slow down at the school.",
        ])
          expect(said).toContain(words);
        expect(said).not.toContain(secret);
      },
    );

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
