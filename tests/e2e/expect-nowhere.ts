import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { RunningServer } from "#tests/support/server.ts";
import type { ChoosingPlace } from "./choosing-site.ts";
import { canary } from "./choosing-steps.ts";

interface Told extends ChoosingPlace {
  concern: string;
  priority: string;
  email: string;
}

const publicPaths = ({ slug, cycleId, concern, priority }: Told) => [
  "/",
  "/neighbourhoods",
  `/neighbourhoods/${slug}`,
  `/neighbourhoods/${slug}/priorities`,
  `/neighbourhoods/${slug}/vote`,
  `/neighbourhoods/${slug}/cycles/1`,
  `/neighbourhoods/${slug}/meetings`,
  `/neighbourhoods/${slug}/calendar.ics`,
  `/neighbourhoods/${slug}/poster`,
  `/concerns/${concern}`,
  `/priorities/${priority}`,
  `/search?neighbourhood=${slug}`,
  "/search?q=speeding+school",
  "/map",
  "/map/lines.geojson",
  "/metrics",
  "/api/v1/priorities",
  "/api/v1/neighbourhoods.geojson",
  `/api/v1/neighbourhoods/${slug}`,
  "/api/v1/neighbourhoods",
  `/api/v1/cycles/${cycleId}/ballots.csv`,
];

/** Fails where a resident's own words or address are read by anybody but who may: pages, data, mail and the log. */
export async function expectNowhere(page: Page, server: RunningServer, told: Told) {
  for (const path of publicPaths(told)) {
    const answer = await fetch(server.url + path);
    expect(answer.status, path).toBe(200);
    const text = await answer.text();
    expect(text, path).not.toContain(canary);
    expect(text, path).not.toContain(told.email);
  }
  const search = await fetch(`${server.url}/search?q=${encodeURIComponent(canary)}`);
  expect(await search.text(), "a search for their own words").toContain("Nothing was found");
  await expectNotInMail(page, server, told.email);
  expect(server.output()).not.toContain(canary);
  expect(server.output()).not.toContain(told.email);
}

async function expectNotInMail(page: Page, { url }: RunningServer, email: string) {
  await page.goto(`${url}/demo/mail`);
  const links = await page.locator(".sn-mail a").all();
  const hrefs = await Promise.all(links.map((link) => link.getAttribute("href")));
  let theirs = 0;
  for (const href of hrefs) {
    const text = await (await fetch(url + (href ?? ""))).text();
    expect(text, "a mail").not.toContain(canary);
    if (!text.includes(email)) continue;
    theirs += 1;
    await page.goto(url + (href ?? ""));
    expect(await page.getByText(email, { exact: true }).count(), "it was sent to them").toBe(1);
  }
  expect(theirs, "they were told at each step").toBeGreaterThan(3);
}
