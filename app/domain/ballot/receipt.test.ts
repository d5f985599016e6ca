import fc from "fast-check";
import { expect, test } from "vitest";
import { readReceipt, receiptBytes, receiptOf } from "./receipt.ts";

const bytes = (...last: number[]) =>
  Uint8Array.from([...Array<number>(receiptBytes - last.length).fill(0), ...last]);

test.each([
  [[], "2222-2222"],
  [[23], "2222-222Y"],
  [[24], "2222-2232"],
  [[255], "2222-22FM"],
])("bytes that end in %j are %s", (last, receipt) => {
  expect(receiptOf(bytes(...last))).toBe(receipt);
});

test("too few bytes are an error of the caller", () => {
  expect(() => receiptOf(new Uint8Array(receiptBytes - 1))).toThrow("16 bytes");
});

test.each([
  ["7K3F-Q2MX", "7K3F-Q2MX"],
  [" 7k3f q2mx ", "7K3F-Q2MX"],
  ["7K3F\u2013Q2MX", "7K3F-Q2MX"],
  ["7K3FQ2MX", "7K3F-Q2MX"],
  ["7K3F-Q2M", null],
  ["7K3F-Q2M0", null],
  ["AEIO-U111", null],
  ["", null],
  ["-".repeat(100_000), null],
])("typed %.20j: %s", (typed, receipt) => {
  expect(readReceipt(typed)).toBe(receipt);
});

test("every receipt can be typed back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 32 }), (from) => {
      const receipt = receiptOf(from);
      expect(readReceipt(receipt.toLowerCase().replace("-", ""))).toBe(receipt);
    }),
  );
});
