import { expect, test } from "vitest";
import { describeInBrowser, withAndWithoutScript } from "#tests/support/browser.ts";
import { listenForTest } from "#tests/support/listening-server.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import { signedInAs } from "#tests/support/people.ts";
import { openPeopleTest } from "../integration/people-force.ts";
import { fillRates } from "../integration/rate-figures.ts";
import { follow, heading } from "./sign-in-by-code.ts";

let cookie = "";

async function startRatesSite() {
  const force = await openPeopleTest();
  await fillRates(force);
  const listening = await listenForTest(force.db);
  ({ cookie } = await signedInAs(force.db, "chief-officer"));
  return {
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
}

const asChief = () => {
  const [name = "", value = ""] = cookie.split("=");
  const kept = { name, value, domain: "127.0.0.1", path: "/", expires: -1, httpOnly: true };
  return { storageState: { cookies: [{ ...kept, secure: false, sameSite: "Lax" as const }], origins: [] } };
};

const month = "month=2026-10";
const pages = [
  `/staff/abstractions/rates?area=force&${month}`,
  `/staff/abstractions/rates?area=neighbourhood:n2&${month}`,
  "/staff/abstractions/rates?area=force&month=2025-01",
  `/staff/abstractions/report?${month}`,
];

describeInBrowser(
  "The rates of abstraction",
  ({ open }) => {
    test.each(pages)("%s: axe finds nothing, and it fits 320 pixels", async (path) => {
      await expectNoAxeViolations(await open(path, { ...asChief(), bypassCSP: true }));
      const narrow = await open(path, { ...asChief(), bypassCSP: true, widthPixels: 320 });
      await expectNoAxeViolations(narrow);
      await expectNoSidewaysScroll(narrow);
    });

    test.each(withAndWithoutScript)(
      "lead from the force to a neighbourhood and back, $script",
      async ({ javaScriptEnabled }) => {
        const page = await open(pages[0] ?? "", { ...asChief(), javaScriptEnabled });
        await page.getByText("7.8% was abstraction: within the target of 10%").waitFor();
        for (const name of ["B1", "S1", "T1", "n2"]) {
          await page.getByRole("table").getByRole("link", { name, exact: true }).click();
          await heading(page, `Abstraction rates: ${name}`);
        }
        // One post serves it: whoever reads no officer’s record reads a band.
        await page.getByText("Fewer than three posts serve it").waitFor();
        await follow(page, "T1");
        await page.getByText("20.0% was abstraction: over the target of 10%").waitFor();
        expect(await page.getByText("27.5").count(), "a mean of percentages").toBe(0);
      },
    );

    test("the report is marked on each sheet of paper", async () => {
      const page = await open(pages[3] ?? "", asChief());
      await page.emulateMedia({ media: "print" });
      const marking = page.locator(".sn-report__marking");
      expect(await marking.isVisible()).toBe(true);
      // What is fixed is printed on every sheet.
      expect(await marking.evaluate((one) => getComputedStyle(one).position)).toBe("fixed");
      expect(await page.getByRole("navigation", { name: "Staff" }).isVisible()).toBe(false);
    });
  },
  startRatesSite,
);
