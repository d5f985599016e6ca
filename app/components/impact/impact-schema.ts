import { z } from "zod";
import { impactWordsOf, type ImpactWords, type WantedImpact } from "#app/domain/impact/assessment.ts";
import { impactTriggers, tensionGrades, type ImpactTrigger } from "#app/domain/impact/impact.ts";

const words = z.string().default("");
// More neighbourhoods than any area of one inspector has; only a bound.
const mostNeighbourhoods = 200;

const impactShape = {
  trigger: z.enum(impactTriggers, { error: "Choose what it is about" }),
  neighbourhoodIds: z.array(z.uuid()).max(mostNeighbourhoods).default([]),
  what: words,
  communities: words,
  moodNow: words,
  moodExpected: words,
  experienced: words,
  evidenced: words,
  potential: words,
  isProportionate: z.enum(["yes", "no"], { error: "Say whether the police response is in proportion" }),
  proportionality: words,
  communications: words,
  priority: words,
  meeting: words,
};

/** How tense it is, as a form asks it. */
export const tensionShape = {
  tension: z.enum(tensionGrades, { error: "Choose how tense it is" }),
  reviewHours: z.number({ error: "Enter a whole number of hours, or leave it empty" }).optional(),
};

/** A new assessment as the form sends it. */
export const openingSchema = z.object({ ...impactShape, ...tensionShape });

/** A change of one. */
export const changeSchema = z.object({
  ...impactShape,
  version: z.number({ error: "Look at the assessment again, then change it" }).int(),
});

type Typed = Omit<WantedImpact, "isProportionate"> & { isProportionate: "yes" | "no" };

/** What was typed, as the rules take it. */
export const toWantedImpact = (typed: Typed): WantedImpact => ({
  ...impactWordsOf(typed),
  trigger: typed.trigger,
  isProportionate: typed.isProportionate === "yes",
  neighbourhoodIds: typed.neighbourhoodIds,
  priority: typed.priority,
  meeting: typed.meeting,
});

// An interface would want an index for every other name.
export type ImpactFormFields = Record<
  keyof ImpactWords | "trigger" | "isProportionate" | "priority" | "meeting",
  string
> & { neighbourhoodIds: string[] };
export type TensionFormFields = { tension: string; reviewHours: string };

interface Kept extends ImpactWords {
  trigger: ImpactTrigger;
  isProportionate: boolean;
}

/** A stored assessment as the form shows it. */
export const typedImpact = (
  kept: Kept,
  links: { neighbourhoodIds: string[]; priority: string | null; meeting: string | null },
): ImpactFormFields => ({
  ...impactWordsOf(kept),
  trigger: kept.trigger,
  isProportionate: kept.isProportionate ? "yes" : "no",
  neighbourhoodIds: links.neighbourhoodIds,
  priority: links.priority ?? "",
  meeting: links.meeting ?? "",
});
