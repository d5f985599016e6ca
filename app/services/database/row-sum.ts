import { createHash } from "node:crypto";

/** The rows of a table in one figure, whatever order they come in. */
export interface RowSum {
  count: number;
  sum: bigint;
}

const modulus = 1n << 64n;

/** Adds rows, as JSON texts, to a sum: the same rows make the same sum, and any other rows another. */
export function addRows({ count, sum }: RowSum, rows: readonly string[]): RowSum {
  let total = sum;
  for (const row of rows) total += createHash("sha256").update(row).digest().readBigUInt64BE();
  return { count: count + rows.length, sum: total % modulus };
}

export const noRows: RowSum = { count: 0, sum: 0n };
