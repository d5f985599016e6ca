import type { PlanStage } from "./states.ts";

/** The parts of a plan that are written, each in the stage that needs it. */
type Part = Extract<PlanStage, "draft" | "scanning" | "analysis" | "response-agreed" | "assessment">;

export interface PlanField {
  part: Part;
  label: string;
  hint: string;
  /** Without it the next stage does not open. */
  isRequired: boolean;
  /** Whether residents read it. Everything else is the restricted layer. */
  isPublic: boolean;
  kind: "text" | "line" | "number" | "day" | "choice";
}

interface FieldTraits {
  required?: boolean;
  isPublic?: boolean;
  kind?: PlanField["kind"];
}

const field = (
  part: Part,
  label: string,
  hint: string,
  { required = false, isPublic = false, kind = "text" }: FieldTraits = {},
): PlanField => ({ part, label, hint, isRequired: required, isPublic, kind });

const both = { required: true, isPublic: true };

/** Every field of a problem-solving plan, in the order in which it is worked through. */
export const planFields = {
  objective: field(
    "draft",
    "What will be different",
    "One sentence that says what changes, for whom and by when",
    both,
  ),
  measure: field(
    "draft",
    "What is counted",
    "For example: reports of off-road bikes on the recreation ground",
    { ...both, kind: "line" },
  ),
  baseline: field("draft", "Where it starts", "The figure now", { ...both, kind: "number" }),
  baselinePeriod: field("draft", "The time that figure is of", "For example: June to August 2026", {
    ...both,
    kind: "line",
  }),
  target: field("draft", "Where it should be", "The figure to reach", { ...both, kind: "number" }),
  targetDate: field("draft", "By when", "For example 31 3 2027", { ...both, kind: "day" }),
  dataSource: field(
    "draft",
    "Where the figures come from",
    "For example: police recorded incidents, a count by wardens",
    { ...both, kind: "line" },
  ),

  what: field(
    "scanning",
    "What happens",
    "The problem, without names, addresses or anything told in confidence",
    both,
  ),
  where: field("scanning", "Where it happens", "Streets and places, no house numbers", both),
  when: field("scanning", "When it happens", "Times, days and seasons", both),
  affected: field("scanning", "Who is affected", "Groups of people, never a person", both),
  sources: field("scanning", "How we know", "One source to a line, at least two", { required: true }),
  residentsSay: field("scanning", "What residents say, in our words", "Nobody’s own words", {
    isPublic: true,
  }),
  recurrence: field(
    "scanning",
    "How often it comes back",
    "Two or more like events, harmful, that people expect us to deal with",
    { required: true },
  ),
  tried: field("scanning", "What was tried before", "And what came of it", { isPublic: true }),

  location: field("analysis", "The place", "What about the place lets it happen", { required: true }),
  manager: field("analysis", "Who looks after the place", "The body or kind of person, never a name", {
    required: true,
  }),
  victim: field("analysis", "Who or what is harmed", "A group or kind of thing", { required: true }),
  guardian: field("analysis", "Who protects them", "The body or kind of person", { required: true }),
  offender: field("analysis", "Who does it", "A kind of person, never somebody", { required: true }),
  handler: field("analysis", "Who has influence on them", "For example: parents, schools, employers", {
    required: true,
  }),
  pattern: field("analysis", "The pattern in the figures", "What incidents show by time and place"),
  causes: field("analysis", "Why it happens", "What we think causes it. Residents read this", both),
  whys: field("analysis", "Ask why five times", "One why to a line"),
  dataGaps: field("analysis", "What we do not know", "Figures that are missing or doubtful"),
  product: field("analysis", "Analyst’s product", "Its reference, not its content", { kind: "line" }),

  options: field("response-agreed", "What was considered", "And why it was or was not chosen"),
  displacement: field("response-agreed", "Could it move elsewhere", "Where to, when, or into what", {
    required: true,
  }),
  impact: field(
    "response-agreed",
    "Who could be treated unfairly",
    "What was checked about equality and the community",
    { required: true },
  ),

  asPlanned: field("assessment", "Was it done as planned", "What was done, and what was not", both),
  after: field("assessment", "Where it is now", "The figure after", { ...both, kind: "number" }),
  afterPeriod: field(
    "assessment",
    "The time that figure is of",
    "The same season as at the start, where that can be",
    { ...both, kind: "line" },
  ),
  seasonBefore: field("assessment", "The same season a year earlier", "The figure", {
    isPublic: true,
    kind: "number",
  }),
  comparison: field("assessment", "How a like area did", "Which area, before and after", { isPublic: true }),
  moved: field("assessment", "Did it move elsewhere", "What was checked, and what was found", both),
  feelingSafe: field("assessment", "Do people feel safer", "How many were asked, and what they said", {
    isPublic: true,
  }),
  rating: field("assessment", "What came of it", "Choose one", { ...both, kind: "choice" }),
  notAchieved: field("assessment", "What was not achieved", "Honestly, and why", both),
  lessons: field("assessment", "What we learned", "For the next team with this problem", { required: true }),
  sustaining: field("assessment", "Who keeps it so", "The body that looks after it from now on", both),
} as const satisfies Record<string, PlanField>;

export type PlanFieldName = keyof typeof planFields;
export const planFieldNames = Object.keys(planFields).filter(isPlanField);

function isPlanField(name: string): name is PlanFieldName {
  return Object.hasOwn(planFields, name);
}

/** The only fields of a plan that leave the police: an allow-list, so that a new field is restricted until somebody decides. */
export const publicPlanFields: readonly PlanFieldName[] = planFieldNames.filter(
  (name) => planFields[name].isPublic,
);

export const outcomeRatings = [
  "eliminated",
  "reduced",
  "less-harm",
  "better-handled",
  "no-change",
  "worse",
] as const;
export type OutcomeRating = (typeof outcomeRatings)[number];

export const outcomeRatingWords: Readonly<Record<OutcomeRating, string>> = {
  eliminated: "It is gone",
  reduced: "There is less of it",
  "less-harm": "It does less harm",
  "better-handled": "It is handled better",
  "no-change": "Nothing has changed",
  worse: "It is worse",
};
