import { expect, test } from "vitest";
import { wayToProve } from "./way-to-prove.ts";

const email = "jo@example.org";

test.each([
  ["resident", "email-code", email, { kind: "code", email }],
  ["member", "email-code", email, { kind: "code", email }],
  ["member", "passkey", email, { to: "/partners/sign-in?next=%2Faccount%2Fdata" }],
  ["member", "password", email, { to: "/partners/sign-in?next=%2Faccount%2Fdata" }],
  ["staff", "oidc", email, { to: "/staff/sign-in?next=%2Faccount%2Fdata&fresh=1" }],
  ["staff", "demonstration", email, { to: "/demo/people" }],
  ["resident", "demonstration", null, { to: "/demo/people" }],
  ["resident", "email-code", null, { to: "/sign-in?next=%2Faccount%2Fdata" }],
] as const)("%s who came by %s", (kind, method, email, way) => {
  expect(wayToProve({ kind, method, email }, "/account/data")).toMatchObject(way);
});
