import { expect, test } from "vitest";
import { pageMeta } from "./page-meta.ts";

const page = { title: "Find your team", description: "By postcode.", path: "/find" };
const root = (data: object) => [{ id: "root", data: { publicUrl: "https://sn.example", ...data } }];
const canonicalOf = (meta: ReturnType<typeof pageMeta>) =>
  meta.find((tag) => "rel" in tag && tag["rel"] === "canonical");

test.each([
  { name: "a page", matches: root({}), title: "Find your team – Safer Neighbourhoods" },
  {
    name: "a refused form",
    matches: root({ hasRefusedForm: true }),
    title: "Error: Find your team – Safer Neighbourhoods",
  },
  { name: "a page whose root failed", matches: [undefined], title: "Find your team – Safer Neighbourhoods" },
  {
    name: "a failure of ours",
    matches: root({}),
    error: new Error("secret"),
    title: "Sorry, there is a problem with the service – Safer Neighbourhoods",
  },
])("the title of $name", ({ title, ...args }) => {
  expect(pageMeta(args, page)[0]).toEqual({ title });
});

test("the canonical address is on the public host, and an error page has none", () => {
  expect(canonicalOf(pageMeta({ matches: root({}) }, page))).toMatchObject({
    href: "https://sn.example/find",
  });
  expect(canonicalOf(pageMeta({ matches: root({}), error: new Error("x") }, page))).toBeUndefined();
});
