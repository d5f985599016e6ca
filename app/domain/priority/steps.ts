import type { Permission } from "#app/domain/permissions.ts";
import type { PriorityOrigin } from "./origin.ts";
import type { PriorityState } from "./states.ts";

export const prioritySteps = [
  "adopt",
  "add-urgent",
  "accept",
  "decline",
  "overturn",
  "lapse",
  "report-outcome",
  "open-feedback",
  "close-feedback",
  "sign-off",
  "return",
  "return-by-poll",
  "resume",
  "close-without-signoff",
  "recur",
] as const;
export type PriorityStep = (typeof prioritySteps)[number];

/** What must be on record before a step is taken. */
export type Requirement = "reason" | "reason-code" | "resolution" | "outcome" | "feedback";

/** One step of a priority's life. */
export interface StepRule {
  from: readonly PriorityState[];
  to: PriorityState;
  /** Who takes it; null is the platform, by the clock. */
  permission: Permission | null;
  needs: readonly Requirement[];
  /** The only origins it is for; null is any. */
  origins: readonly PriorityOrigin[] | null;
  /** What the public page says of it; the reason follows where one is needed. */
  publicLine: string;
}

/** Every step there is. What is not here cannot happen to a priority. */
export const priorityStepRules: Readonly<Record<PriorityStep, StepRule>> = {
  adopt: {
    from: ["proposed"],
    to: "adopted",
    permission: "panel:vote",
    needs: ["resolution"],
    origins: ["community-cycle", "partner"],
    publicLine: "The panel adopted this as a priority",
  },
  "add-urgent": {
    from: ["proposed"],
    to: "adopted",
    permission: "priority:add-urgent",
    needs: ["reason"],
    origins: ["snt-urgent"],
    publicLine: "The neighbourhood team added this as an urgent priority",
  },
  accept: {
    from: ["adopted"],
    to: "in-progress",
    permission: "priority:accept",
    needs: [],
    origins: null,
    publicLine: "The inspector accepted this priority and work began",
  },
  decline: {
    from: ["adopted"],
    to: "declined-by-force",
    permission: "priority:accept",
    needs: ["reason-code", "reason"],
    origins: null,
    publicLine: "The inspector declined this priority",
  },
  overturn: {
    from: ["declined-by-force"],
    to: "adopted",
    permission: "priority:review",
    needs: ["reason"],
    origins: null,
    publicLine: "The BCU commander overturned the refusal",
  },
  lapse: {
    from: ["adopted", "in-progress"],
    to: "lapsed",
    permission: null,
    needs: [],
    origins: ["snt-urgent"],
    publicLine: "This urgent priority lapsed: the panel did not confirm it in time",
  },
  "report-outcome": {
    from: ["in-progress"],
    to: "outcome-reported",
    permission: "plan:approve",
    needs: ["outcome"],
    origins: null,
    publicLine: "The team reported what was done and what changed",
  },
  "open-feedback": {
    from: ["outcome-reported"],
    to: "feedback-open",
    permission: null,
    needs: ["outcome"],
    origins: null,
    publicLine: "Residents are asked whether it worked",
  },
  "close-feedback": {
    from: ["feedback-open"],
    to: "panel-decision",
    permission: null,
    needs: ["feedback"],
    origins: null,
    publicLine: "Residents have answered and the panel decides",
  },
  "sign-off": {
    from: ["panel-decision"],
    to: "signed-off",
    permission: "panel:vote",
    needs: ["feedback", "resolution"],
    origins: null,
    publicLine: "Residents were asked, and the panel signed this priority off",
  },
  return: {
    from: ["panel-decision"],
    to: "returned",
    permission: "panel:vote",
    needs: ["feedback", "resolution", "reason"],
    origins: null,
    publicLine: "The panel returned this priority: there is more to do",
  },
  // The panel cannot change a poll that fell short, so nobody waits for it to meet.
  "return-by-poll": {
    from: ["panel-decision"],
    to: "returned",
    permission: null,
    needs: ["feedback", "reason"],
    origins: null,
    publicLine: "Residents returned this priority",
  },
  resume: {
    from: ["returned", "recurred"],
    to: "in-progress",
    permission: "plan:approve",
    needs: [],
    origins: null,
    publicLine: "Work on this priority goes on",
  },
  "close-without-signoff": {
    from: ["in-progress"],
    to: "closed-without-signoff",
    permission: "priority:accept",
    needs: ["reason-code", "reason"],
    origins: null,
    publicLine: "The inspector closed this priority without sign-off",
  },
  recur: {
    from: ["signed-off"],
    to: "recurred",
    permission: "plan:approve",
    needs: ["reason"],
    origins: null,
    publicLine: "The problem came back and the priority is open again",
  },
};

/** The steps that are a result: whoever took part in a priority hears of them. */
export const resultSteps: readonly PriorityStep[] = [
  "sign-off",
  "return",
  "return-by-poll",
  "close-without-signoff",
  "recur",
];
