import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, test } from "vitest";
import { atomFeed, updatedAt, type Feed } from "./atom-feed.server.ts";

const feed: Feed = {
  name: "priorities/P-7K3FQ",
  title: "Tea & <talk>",
  author: "Derbyshire Constabulary",
  self: "https://sn.example:8443/priorities/P-7K3FQ/changes.atom",
  page: "https://sn.example:8443/priorities/P-7K3FQ",
  entries: [
    {
      name: "news/1",
      at: new Date("2026-06-15T10:00:00Z"),
      title: "Said: “5 < 6” & more\u0000\u0008 ☕",
      link: "https://sn.example/?a=1&b=2",
    },
    { name: "step/2", at: new Date("2026-06-14T10:00:00Z"), title: "Begun", link: "https://sn.example/" },
  ],
};
const read = (text: string) => new DOMParser().parseFromString(text, "text/xml");
const textOf = (text: string, name: string) =>
  [...read(text).getElementsByTagName(name)].map(({ textContent }) => textContent);

describe("an Atom feed", () => {
  test("is well formed whatever was written, and says what was", () => {
    expect(textOf(atomFeed(feed), "title")).toEqual(["Tea & <talk>", "Said: “5 < 6” & more ☕", "Begun"]);
  });

  test("has ids that stay, without the port", () => {
    expect(textOf(atomFeed(feed), "id")).toEqual([
      "tag:sn.example,2026:priorities/P-7K3FQ",
      "tag:sn.example,2026:news/1",
      "tag:sn.example,2026:step/2",
    ]);
  });

  test("is as new as its newest entry, and says whose and where it is", () => {
    const text = atomFeed(feed);
    expect(textOf(text, "updated")[0]).toBe("2026-06-15T10:00:00.000Z");
    expect(textOf(text, "name")).toEqual(["Derbyshire Constabulary"]);
    expect(text).toContain(`<link rel="self" href="${feed.self}"/>`);
    expect(text).toContain('href="https://sn.example/?a=1&amp;b=2"');
    expect(updatedAt({ ...feed, entries: [] }).toISOString()).toBe("2026-01-01T00:00:00.000Z");
  });

  test("the same changes are the same bytes", () => {
    expect(atomFeed(feed)).toBe(atomFeed({ ...feed }));
  });
});
