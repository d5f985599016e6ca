import type { ConcernState, ConcernStep, ConcernTransition, Mover } from "./states.ts";
import { publicStates, triageStates } from "./states.ts";
import type { ReasonList } from "./reasons.ts";

const moderators = ["concern:moderate"] as const;
const mergers = ["concern:moderate", "concern:merge"] as const;
// The contact centre reads the urgent queue day and night; everybody who triages may divert too.
const diverters = ["concern:moderate", "urgent:answer"] as const;

const candidates = ["published-candidate", "shortlisted"] as const;
const unpublished = ["submitted", "triage", "changed", "returned-for-rewording", "appealed"] as const;

const row = (
  step: ConcernStep,
  from: readonly ConcernState[],
  to: ConcernState,
  who: readonly Mover[],
  reasons: ReasonList | null,
  isPublic: boolean,
): ConcernTransition => ({ step, from, to, who, reasons, isPublic });

const divert = (route: "crime" | "emergency" | "safeguarding" | "intelligence") =>
  row(`divert-${route}`, [...unpublished, ...candidates], `diverted-${route}`, diverters, null, false);

/** Every step that there is. What is not here cannot happen to a concern. */
export const concernTransitions: readonly ConcernTransition[] = [
  row("take-up", ["submitted"], "triage", moderators, null, false),

  row("return", triageStates, "returned-for-rewording", moderators, "rewording", false),
  row("reword", ["returned-for-rewording"], "triage", ["raiser"], null, false),
  row("lapse", ["returned-for-rewording"], "rejected", ["clock"], "rejection", false),

  row("publish", triageStates, "published-candidate", moderators, null, true),
  // The list is published when the vote opens, by the calendar.
  row("shortlist", ["published-candidate"], "shortlisted", [...mergers, "clock"], null, true),
  // The panel's recorded resolution moves it.
  row("adopt", ["shortlisted"], "adopted", ["panel:vote"], null, true),
  row("not-adopt", ["shortlisted"], "not-adopted", ["panel:vote", "clock"], "notAdopted", true),
  row("not-adopt", ["published-candidate"], "not-adopted", [...mergers, "clock"], "notAdopted", true),
  row("roll-over", ["not-adopted"], "published-candidate", ["clock"], null, true),

  row("merge", triageStates, "merged", mergers, null, false),
  row("merge", candidates, "merged", mergers, null, true),
  row("answer", triageStates, "answered-directly", moderators, "answer", false),
  row("answer", ["published-candidate"], "answered-directly", moderators, "answer", true),
  row("refer", triageStates, "referred", moderators, "referral", false),
  row("refer", ["published-candidate"], "referred", moderators, "referral", true),

  // Not from `changed`: what an appeal gave back is not taken away by the same decision.
  row("reject", ["triage"], "rejected", moderators, "rejection", false),
  row("take-down", candidates, "rejected", moderators, "rejection", false),
  row("appeal", ["rejected"], "appealed", ["raiser"], null, false),
  row("uphold", ["appealed"], "upheld", ["concern:hear-appeal", "concern:moderate"], "hearing", false),
  row("change", ["appealed"], "changed", ["concern:hear-appeal", "concern:moderate"], "hearing", false),

  divert("crime"),
  divert("emergency"),
  divert("safeguarding"),
  divert("intelligence"),

  row("withdraw", unpublished, "withdrawn", ["raiser"], null, false),
  row(
    "withdraw",
    [...publicStates].filter((state) => state !== "adopted"),
    "withdrawn",
    ["raiser"],
    null,
    true,
  ),
];

/** The step from this state; undefined where there is none. */
export const transitionFrom = (state: ConcernState, step: ConcernStep): ConcernTransition | undefined =>
  concernTransitions.find((transition) => transition.step === step && transition.from.includes(state));

/** What a mover may do to a concern in this state, for the buttons of a page. */
export const stepsFrom = (state: ConcernState, movers: readonly Mover[]): ConcernStep[] =>
  concernTransitions
    .filter(({ from, who }) => from.includes(state) && who.some((mover) => movers.includes(mover)))
    .map(({ step }) => step);
