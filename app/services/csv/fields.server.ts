import { z } from "zod";
import { parsePostcode } from "#geo/postcode.ts";

/** A code or reference: no spaces, so that several can stand in one cell. */
export const code = z
  .string()
  .regex(/^[^\s,;"]{1,40}$/, { error: "a code has no spaces and at most 40 characters" });

/** Several codes in one cell, separated by spaces or semicolons. */
export const codes = z
  .string()
  .transform((cell) => [...new Set(cell.split(/[\s;]+/).filter((word) => word !== ""))])
  .pipe(z.array(code).min(1));

export const words = z.string().max(200, { error: "is longer than 200 characters" });

/** GSS code of a council district: "E07000037". */
export const districtCode = z.string().regex(/^[EWSN]\d{8}$/, { error: "a GSS code looks like E07000037" });

export const day = z.iso.date({ error: "write the day as 2026-12-31" });

const truth = new Map([
  ["yes", true],
  ["y", true],
  ["true", true],
  ["1", true],
  ["no", false],
  ["n", false],
  ["false", false],
  ["0", false],
]);

export const yesNo = z.string().transform((cell, context): boolean => {
  const said = truth.get(cell.toLowerCase());
  if (said !== undefined) return said;
  context.addIssue({ code: "custom", message: "write yes or no" });
  return z.NEVER;
});

/** A number written plainly: digits, with a decimal point where needed. */
export const plainNumber = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, { error: "write a plain number" })
  .transform(Number);

const degrees = (from: number, to: number, name: string) =>
  plainNumber.refine((value) => value >= from && value <= to, {
    error: `${name} of a place in Great Britain or Northern Ireland lies between ${from} and ${to} degrees; check that lat and lng are not swapped and are not eastings and northings`,
  });

/** WGS84 degrees within the United Kingdom. */
export const lat = degrees(49, 61, "the latitude");
export const lng = degrees(-9, 2, "the longitude");

/** A postcode in any spelling, given back as "DE4 3AG". */
export const postcode = z.string().transform((cell, context): string => {
  const parsed = parsePostcode(cell);
  if (parsed.ok) return parsed.postcode;
  context.addIssue({
    code: "custom",
    message: parsed.suggestion === null ? "is not a postcode" : `is not a postcode; ${parsed.suggestion}?`,
  });
  return z.NEVER;
});
