import { z } from "zod";
import { dayOfParts } from "#app/domain/account/day-parts.ts";
import type { Day } from "#app/domain/team/day.ts";

const part = z.string().trim().optional();
const partsSchema = z.object({ day: part, month: part, year: part }).optional();

/** A date of three fields that may be left empty (null). `real` is said of what is no date. */
export const optionalDay = (real: string) =>
  partsSchema.transform((parts, context): Day | null => {
    const { day = "", month = "", year = "" } = parts ?? {};
    if (`${day}${month}${year}` === "") return null;
    const read = dayOfParts({ day, month, year });
    if (read !== null) return read;
    context.addIssue({ code: "custom", message: real });
    return z.NEVER;
  });

/** A date of three fields that must be given. */
export const requiredDay = (missing: string, real: string) =>
  optionalDay(real).transform((day, context): Day => {
    if (day !== null) return day;
    context.addIssue({ code: "custom", message: missing });
    return z.NEVER;
  });
