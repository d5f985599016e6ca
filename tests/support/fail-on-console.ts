import { afterEach, beforeEach, expect } from "vitest";

const said: string[] = [];

// A test that means to hear a warning takes console over with vi.spyOn; anything else is a finding.
for (const method of ["error", "warn"] as const) {
  const print = console[method].bind(console);
  console[method] = (...words: unknown[]) => {
    said.push(`console.${method}: ${words.map(String).join(" ")}`);
    print(...words);
  };
}

beforeEach(() => {
  said.length = 0;
});

afterEach(() => {
  expect(said, "a test wrote to console.error or console.warn").toEqual([]);
});
