import { describe, expect, it } from "vitest";
import { isProvenByKey, isProvenByLink, isOwnRequest } from "./cross-site.ts";

const none = { secFetchSite: undefined, origin: undefined, host: "force.example" };
const own = "https://force.example";

describe("isOwnRequest", () => {
  it.each([
    ["a page read from anywhere", { ...none, method: "GET", secFetchSite: "cross-site" }, own, true],
    ["a form of ours", { ...none, method: "POST", secFetchSite: "same-origin" }, own, true],
    ["typed by the person", { ...none, method: "POST", secFetchSite: "none" }, own, true],
    ["a form of another site", { ...none, method: "POST", secFetchSite: "cross-site" }, own, false],
    ["a form of a sister host", { ...none, method: "POST", secFetchSite: "same-site" }, own, false],
    [
      "another site that claims our origin",
      { ...none, method: "POST", secFetchSite: "cross-site", origin: own },
      own,
      false,
    ],
    ["an old browser, our origin", { ...none, method: "POST", origin: own }, own, true],
    [
      "an old browser, another origin",
      { ...none, method: "DELETE", origin: "https://evil.example" },
      own,
      false,
    ],
    ["our name without encryption", { ...none, method: "POST", origin: "http://force.example" }, own, false],
    ["a page that hides its origin", { ...none, method: "POST", origin: "null" }, own, false],
    ["no word of where from", { ...none, method: "POST" }, own, false],
    [
      "a demonstration on plain http",
      { ...none, method: "POST", origin: "http://force.example", host: "force.example" },
      null,
      true,
    ],
    [
      "its port too",
      { ...none, method: "POST", origin: "http://localhost:3000", host: "localhost:3000" },
      null,
      true,
    ],
    [
      "another port",
      { ...none, method: "POST", origin: "http://localhost:3001", host: "localhost:3000" },
      null,
      false,
    ],
    [
      "hidden, in a demonstration",
      { ...none, method: "POST", origin: "null", host: "localhost:3000" },
      null,
      false,
    ],
    ["no word, in a demonstration", { ...none, method: "POST", host: "localhost:3000" }, null, false],
  ])("%s", (_, request, publicOrigin, expected) => {
    expect(isOwnRequest(request, publicOrigin)).toBe(expected);
  });
});

describe("isProvenByLink", () => {
  it.each([
    ["POST", "/unsubscribe/Abc_-123", true],
    ["POST", "/feedback/Abc_-123", true],
    ["POST", "/feedback/", false],
    ["POST", "/priorities/P-22222/feedback", false],
    ["POST", "/unsubscribe/", false],
    ["POST", "/unsubscribe/abc/def", false],
    ["POST", "/unsubscribe/..%2Faccount", false],
    ["POST", "/account/unsubscribe/abc", false],
    ["POST", "/unsubscribe/abc.data", false],
    ["DELETE", "/unsubscribe/abc", false],
  ])("%s %s: %s", (method, path, expected) => {
    expect(isProvenByLink(method, path)).toBe(expected);
  });
});

describe("isProvenByKey", () => {
  const key = `Bearer sn_${"a".repeat(43)}`;
  it.each([
    ["/api/v1/tasking/actions", key, true],
    ["/api/v1/tasking/actions/0b7e5b0e-0000-4000-8000-000000000001", key, true],
    ["/api/v1/tasking/actions", undefined, false],
    ["/api/v1/tasking/actions", "Bearer ", false],
    ["/api/v1/tasking/actions", "Basic c246c24=", false],
    ["/api/v1/tasking/actions.data", key, false],
    ["/api/v1/tasking/actions/a/b", key, false],
    ["/api/v1/priorities", key, false],
    ["/account/erase", key, false],
    ["/partners/asked/0b7e5b0e-0000-4000-8000-000000000001", key, false],
    ["//api/v1/tasking/actions", key, false],
  ])("%s with %s: %s", (path, authorization, expected) => {
    expect(isProvenByKey(path, authorization)).toBe(expected);
  });
});
