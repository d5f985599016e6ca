import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { describeInBrowser, withAndWithoutScript, type VisitOptions } from "#tests/support/browser.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import { sheetsOf, type PrintedText } from "#tests/support/pdf-text.ts";
import routeList from "../architecture/route-list.json" with { type: "json" };
import { files, refusals } from "./tasking-pages-forms.ts";
import { visits } from "./tasking-pages-list.ts";
import { meetings } from "./tasking-pages-meetings.ts";
import { startTaskingPages, type Somebody, type TaskingPages } from "./tasking-pages-site.ts";

let site: TaskingPages;

/** More than all the pages of one person take on a busy machine. */
const ofOnePersonMs = 180_000;

/** A browser in which somebody is signed in. */
async function signedIn(name: Somebody): Promise<VisitOptions> {
  const [key = "", value = ""] = (await site.cookie(name)).split(/=(.*)/s);
  const held = { name: key, value, domain: "127.0.0.1", path: "/", expires: -1, secure: false };
  return { storageState: { cookies: [{ ...held, httpOnly: true, sameSite: "Lax" }], origins: [] } };
}

/** What is folded away is looked at too: it has to fit as well once somebody opens it. */
const unfold = (page: Page) =>
  page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })");

const statusOf = (page: Page) =>
  page.evaluate<number>("performance.getEntriesByType('navigation')[0].responseStatus");

/** Wide as it is opened, and narrow, with all that is folded away. */
async function expectWhole(page: Page) {
  await unfold(page);
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 320, height: 900 });
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
}

// Four hexadecimal digits for each.
const glyphCodeLength = 4;
const isSame = (one: PrintedText, other: PrintedText) =>
  one.glyphs === other.glyphs && Math.abs(one.baseline - other.baseline) < 0.5;
// Letters are nearly as high above their line as the text is, and their tails go below it.
const topOf = ({ baseline, height }: PrintedText) => baseline + 0.8 * height;
const bottomOf = ({ baseline, height }: PrintedText) => baseline - 0.25 * height;
const meets = (one: PrintedText, other: PrintedText) =>
  topOf(one) > bottomOf(other) && bottomOf(one) < topOf(other);

const isOfJointTasking = (route: string) =>
  /^\/staff\/(tasking|impact|agreements|agencies|settings\/tasking)(\/|\.|$)/.test(route) ||
  /^\/partners(\/(actions|advice|asked|history|meetings)\b|$)/.test(route);

describeInBrowser(
  "Joint tasking",
  ({ open, expectErrorStatus, siteUrl }) => {
    test("has no address that is not looked at here", () => {
      const seen = new Set([...visits, ...files].map(({ route }) => route));
      expect(routeList.filter((route) => isOfJointTasking(route) && !seen.has(route))).toEqual([]);
      expect([...seen].filter((route) => !routeList.includes(route))).toEqual([]);
    });

    // One browser for all that somebody opens, as they have it.
    describe.each([...new Set(visits.map(({ by }) => by))])("what %s opens", (by) => {
      const theirs = visits.filter((visit) => visit.by === by);

      test(
        "is there, marked as it should be; axe finds nothing, wide or narrow, and it fits 320 pixels",
        async () => {
          // axe adds styles of its own while it measures; the policy is kept by the other visits.
          const page = await open("/attribution", { ...(await signedIn(by)), bypassCSP: true });
          for (const { at, shows, marking } of theirs) {
            await page.setViewportSize({ width: 1280, height: 900 });
            await page.goto(siteUrl() + at(site));
            const here = `${page.url()}, which shows “${shows}”`;
            expect(await statusOf(page), here).toBe(200);
            expect(await page.getByRole("heading", { level: 1 }).count(), here).toBe(1);
            expect(await page.getByRole("main").innerText(), here).toContain(shows);
            const marks = await page.locator(".sn-marking").allInnerTexts();
            expect(marks, here).toEqual(marking === null ? [] : [marking]);
            await expectWhole(page);
          }
        },
        ofOnePersonMs,
      );

      test(
        "is as whole without JavaScript",
        async () => {
          const options = { ...(await signedIn(by)), javaScriptEnabled: false, widthPixels: 320 };
          const page = await open("/attribution", options);
          for (const { at, shows, form } of theirs) {
            await page.goto(siteUrl() + at(site));
            expect(await page.getByRole("main").innerText(), page.url()).toContain(shows);
            await unfold(page);
            await expectNoSidewaysScroll(page);
            if (form === null) continue;
            const button = page.locator("main form").getByRole("button", { name: form, exact: true }).first();
            expect(await button.isVisible(), `the button “${form}” of ${page.url()}`).toBe(true);
          }
        },
        ofOnePersonMs,
      );
    });

    test.each(files)("$route is sent to $by as $type", async ({ at, by, type }) => {
      const stop = new AbortController();
      const headers = { Cookie: await site.cookie(by) };
      const answer = await fetch(siteUrl() + at(site), { headers, signal: stop.signal });
      stop.abort();
      expect(answer.status).toBe(200);
      expect(answer.headers.get("Content-Type")).toContain(type);
    });

    test.each([
      ["a meeting", paths.partners.meeting(meetings.open)],
      ["minutes", paths.partners.minutes(meetings.finished)],
      ["an action", paths.partners.asked("3f0f3fb5-3d8e-4a3c-9a63-5a1d3d7f7a11")],
    ])("an agency without an agreement reads in the place of %s why it is shut", async (_, path) => {
      expectErrorStatus();
      const page = await open(path, { ...(await signedIn("Far officer")), bypassCSP: true });
      expect(await statusOf(page)).toBe(404);
      expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
      expect(await page.getByRole("main").innerText()).toContain("A-33333");
      expect(await page.locator(".sn-marking").count()).toBe(0);
      await expectWhole(page);
    });

    test.each(refusals)("$by is told at $route what is wrong with the form", async (refusal) => {
      const { at, by, button } = refusal;
      expectErrorStatus();
      const page = await open(at(site), { ...(await signedIn(by)), bypassCSP: true });
      await unfold(page);
      await page.locator("main form").getByRole("button", { name: button, exact: true }).first().click();
      await page.locator(".govuk-error-summary").first().waitFor();
      expect(await page.title()).toMatch(/^Error: /);
      await expectWhole(page);
    });

    const wrong = "Take it to MARAC";
    const why = "MARAC has its own secure meeting: leave it there";

    test.each(withAndWithoutScript)(
      "words that belong elsewhere are refused in the room, $script",
      async ({ javaScriptEnabled }) => {
        expectErrorStatus();
        const options = { ...(await signedIn("Sergeant")), bypassCSP: true, javaScriptEnabled };
        const page = await open(paths.tasking.record(meetings.open), { ...options, widthPixels: 320 });
        if (javaScriptEnabled) await page.getByText("writes down what you type").waitFor();
        await page.getByLabel("What was said?").fill(wrong);
        await page.getByRole("button", { name: "Write the note down" }).click();
        await page.getByText(why).first().waitFor();
        const fields = await page.getByLabel("What was said?").all();
        expect(await Promise.all(fields.map((field) => field.inputValue()))).toContain(wrong);
        await unfold(page);
        await expectNoSidewaysScroll(page);
        if (javaScriptEnabled) await expectWhole(page);
      },
    );

    test("a key is shown once, whole, on a narrow screen too", async () => {
      const page = await open(paths.tasking.agencyKeys("council"), {
        ...(await signedIn("Administrator")),
        bypassCSP: true,
      });
      await page.getByLabel("What is it for?").fill("Street scene");
      await page.getByRole("button", { name: "Make the key" }).click();
      await page.getByRole("heading", { name: "The new key" }).waitFor();
      await expectWhole(page);
    });

    test.each([
      ["Sergeant", "minutes", paths.tasking.minutes(meetings.finished), 2],
      ["Council officer", "minutes", paths.partners.minutes(meetings.finished), 2],
      ["Sergeant", "the record", paths.tasking.record(meetings.finished), 1],
      ["Council officer", "a meeting", paths.partners.meeting(meetings.finished), 1],
    ] as const)(
      "%s prints %s as a tagged document, marked on every sheet and never over its text",
      async (...row) => {
        const [by, , path, marks] = row;
        const page = await open(path, await signedIn(by));
        const pdf = await page.pdf({ tagged: true, preferCSSPageSize: true });
        for (const entry of ["/StructTreeRoot", "/MarkInfo", "/Lang"])
          expect(pdf.toString("latin1")).toContain(entry);
        const sheets = sheetsOf(pdf);
        expect(sheets.length).toBeGreaterThan(2);
        const [first = []] = sheets;
        // What stands at one place on all of them is fixed: as long as the marking, or shorter, in the sheet's number.
        const fixed = first.filter((text) => sheets.every((sheet) => sheet.some((one) => isSame(one, text))));
        const lengthOf = ({ glyphs }: (typeof fixed)[number]) => glyphs.length / glyphCodeLength;
        const markings = fixed.filter((text) => lengthOf(text) > "of 99".length);
        expect(markings.map(lengthOf)).toEqual(
          Array.from({ length: marks }, () => "OFFICIAL-SENSITIVE".length),
        );
        for (const [index, sheet] of sheets.entries()) {
          const texts = sheet.filter((text) => !fixed.some((mark) => isSame(mark, text)));
          expect(texts.length, `sheet ${index + 1} has more than its marking`).toBeGreaterThan(0);
          const under = texts.filter((text) => markings.some((mark) => meets(text, mark)));
          expect(under, `what runs under the marking of sheet ${index + 1}`).toEqual([]);
        }
      },
    );
  },
  async () => {
    site = await startTaskingPages();
    return site.server;
  },
);
