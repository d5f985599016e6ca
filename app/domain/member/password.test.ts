import { describe, expect, test } from "vitest";
import { passwordProblem } from "./password.ts";

const about = { name: "Pat O'Neill", email: "pat.oneill@buxton-council.example" };
const problemOf = (password: string) => passwordProblem(password, about);

describe("passwords that will do", () => {
  test.each([
    "teapot lantern bicycle",
    "vczkfwmulqxr",
    "Kz7#mQp2vLw9",
    "my three dogs eat porridge",
    "ẅælsh-caws-pobi",
    "楽しい散歩楽しい散歩朝の光",
    "a".repeat(64) + "bcde fghi jklm nopq",
  ])("%s", (password) => {
    expect(problemOf(password)).toBeNull();
  });
});

describe("passwords that will not", () => {
  test.each([
    ["Kz7#mQp2vLw", "at least 12"],
    ["x".repeat(129), "at most 128"],
    ["password1234", "harder to guess"],
    ["P4ssw0rd!!!!", "harder to guess"],
    ["Passw0rdPassw0rd", "harder to guess"],
    ["qwertyuiop123", "harder to guess"],
    ["letmein-2026-letmein", "harder to guess"],
    ["123456789012", "harder to guess"],
    ["aaaaaaaaaaaa", "harder to guess"],
    ["abcabcabcabcabc", "harder to guess"],
    ["Derbyshire2026!", "harder to guess"],
    ["Summer2026Summer", "harder to guess"],
    ["correct horse battery staple", "harder to guess"],
    ["oneill-at-the-gate", "without your name"],
    ["0Neill at the gate", "without your name"],
    ["the BUXTON bandstand rules", null],
    ["buxton-council rules", "without your name"],
  ])("%s", (password, words) => {
    if (words === null) expect(problemOf(password)).toBeNull();
    else expect(problemOf(password)).toContain(words);
  });

  test("the length is counted in characters, after NFKC", () => {
    expect(problemOf("🦆🦢🦉🦆🦢🦉🦆🦢🦉🦆🦢")).toContain("at least 12");
  });

  test("one sign many times is one sign", () => {
    expect(problemOf("é".repeat(128))).toContain("harder to guess");
  });
});
