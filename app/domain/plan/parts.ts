import { planFieldNames, planFields, type PlanField, type PlanFieldName } from "./fields.ts";
import type { PlanStage } from "./states.ts";

type Part = PlanField["part"];

/** A part of a plan as it is worked through: OSARA, one letter each. */
export interface PlanPart {
  part: Part;
  /** In an address. */
  slug: string;
  words: string;
  about: string;
}

export const planParts: readonly PlanPart[] = [
  {
    part: "draft",
    slug: "objective",
    words: "Objective",
    about: "What will be different, by when, and how everybody will know.",
  },
  {
    part: "scanning",
    slug: "scanning",
    words: "Scanning",
    about: "What happens, where and when, and whom it affects.",
  },
  {
    part: "analysis",
    slug: "analysis",
    words: "Analysis",
    about: "Why it happens here, and not elsewhere.",
  },
  {
    part: "response-agreed",
    slug: "response",
    words: "Response",
    about: "What was weighed before anything is done.",
  },
  {
    part: "assessment",
    slug: "assessment",
    words: "Assessment",
    about: "What has changed, and what was learned.",
  },
];

const partOfStage: Readonly<Record<PlanStage, Part>> = {
  draft: "draft",
  scanning: "scanning",
  analysis: "analysis",
  "response-agreed": "response-agreed",
  "response-live": "response-agreed",
  assessment: "assessment",
  "awaiting-signoff": "assessment",
  closed: "assessment",
};

/** The slug of the part that a plan in this stage is about. */
export const slugOfStage = (stage: PlanStage): string => slugOfPart(partOfStage[stage]);

/** The slug of the part that a field stands in. */
export const slugOfField = (name: PlanFieldName): string => slugOfPart(planFields[name].part);

const slugOfPart = (part: Part) => planParts.find((one) => one.part === part)?.slug ?? part;

/** The fields of a part, in the order in which they are worked through. */
export const fieldNamesOf = (part: Part): PlanFieldName[] =>
  planFieldNames.filter((name) => planFields[name].part === part);
