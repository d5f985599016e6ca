import { z } from "zod";

// More than one page shows.
const mostDuties = 500;

const ids = z.array(z.uuid()).max(mostDuties).default([]);

export const nothingTicked = "Tick the duties that you account for";

/** The duties that were ticked: what is logged in them is all, or nothing was to be logged. */
export const confirmSchema = z
  .object({ logged: ids, nil: ids })
  .refine(({ logged, nil }) => logged.length + nil.length > 0, { message: nothingTicked });
