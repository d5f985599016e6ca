import { expect, test } from "vitest";
import { accountInWords, isUsable, rowsOfAccount, sumAccounts } from "./account.ts";

const account = (assigned: number, outside = 0, withoutPosition = 0, refused = 0) => ({
  assigned,
  outside,
  withoutPosition,
  refused,
});

test("adds up, in figures and in words", () => {
  const all = sumAccounts([account(1_000, 20, 3, 0), account(500, 0, 0, 4)]);
  expect(all).toEqual(account(1_500, 20, 3, 4));
  expect(rowsOfAccount(all)).toBe(1_527);
  expect(accountInWords(all)).toBe(
    "1,527 rows = 1,500 in a neighbourhood + 20 in none + 3 without a position + 4 refused",
  );
  expect(rowsOfAccount(sumAccounts([]))).toBe(0);
});

test.each([
  [account(1), true],
  [account(5, 5), true],
  [account(5, 6), false],
  [account(5, 2, 2, 1), true],
  [account(5, 2, 2, 2), false],
  [account(0), false],
  [account(0, 0, 0, 9), false],
])("%j: usable %s", (given, expected) => {
  expect(isUsable(given)).toBe(expected);
});
