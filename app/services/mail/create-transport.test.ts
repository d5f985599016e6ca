import { describe, expect, test } from "vitest";
import { createTransport, senderOf } from "./create-transport.server.ts";

describe("the sender", () => {
  test.each([
    ["no-reply@force.example", "no-reply@force.example", "Safer Neighbourhoods"],
    ["Your team <no-reply@Force.example>", "no-reply@force.example", "Your team"],
    ['"Your team" <no-reply@force.example> ', "no-reply@force.example", "Your team"],
    ["<no-reply@force.example>", "no-reply@force.example", "Safer Neighbourhoods"],
  ])("%s", (words, from, fromName) => {
    expect(senderOf(words)).toEqual({ from, fromName });
  });

  test.each(["@", "team", "Team <team>", "a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example"])(
    "%j is none",
    (words) => {
      expect(() => senderOf(words)).toThrow("MAIL_FROM");
    },
  );
});

test("only without any settings do secrets stay readable", () => {
  const smtp = { kind: "smtp", url: "smtp://127.0.0.1:25", from: "a@b.example" } as const;
  const notify = { kind: "notify", apiKey: "x".repeat(80), templateId: "y" } as const;
  expect([null, smtp, notify].map((settings) => createTransport(settings).keepsSecrets)).toEqual([
    true,
    false,
    false,
  ]);
});
