import type { Code } from "#app/domain/abstraction/codes.ts";
import type { Role } from "#app/domain/access.ts";

/** Who asks for what: a unit, its role where it is one that may ask, and why in words that name nobody. */
export interface Asking {
  unit: string;
  role: Role | null;
  reasons: readonly string[];
}

/** R1 is asked for by its response team. */
export const askings: Partial<Record<Code, Asking>> = {
  R1: {
    unit: "",
    role: "response-sergeant",
    reasons: [
      "Below minimum strength",
      "Two of the team are sick",
      "Two of the team are at court",
      "The turn is short after training",
    ],
  },
  R2: {
    unit: "Force control room",
    role: "duty-inspector",
    reasons: [
      "Calls waiting and nobody free",
      "Grade 1 calls beyond the turn’s strength",
      "Traffic collision, roads closed",
    ],
  },
  C1: {
    unit: "Custody suite",
    role: "duty-inspector",
    reasons: [
      "Constant observation",
      "Hospital guard of a detained person",
      "Transport of a detained person",
      "Custody short of staff",
    ],
  },
  A1: {
    unit: "Operations planning",
    role: "commander",
    reasons: [
      "Football match",
      "Music event in the city",
      "Planned demonstration",
      "Night-time economy operation",
    ],
  },
  A2: {
    unit: "Regional mobilisation",
    role: "chief-officer",
    reasons: ["Mutual aid to a neighbouring force"],
  },
  S1: {
    unit: "Crime command",
    role: "inspector",
    reasons: [
      "Scene guard",
      "House-to-house enquiries",
      "Search for a missing person",
      "Search of open ground",
    ],
  },
  I1: {
    unit: "Investigation hub",
    role: "inspector",
    reasons: ["Prisoner handling", "Statements for another team’s case"],
  },
  D1: {
    unit: "Contact management",
    role: "inspector",
    reasons: ["Front counter would have closed", "Contact centre short of staff"],
  },
  P1: { unit: "Crime command", role: "inspector", reasons: ["Attached to an operation", "Acting elsewhere"] },
  T2: {
    unit: "Training centre",
    role: null,
    reasons: ["Driver course", "Public order course", "Method of entry course"],
  },
  L1: {
    unit: "Witness care",
    role: "inspector",
    reasons: ["Crown court, case of another team", "Magistrates’ court, case of another team"],
  },
  T1: {
    unit: "Training centre",
    role: null,
    reasons: [
      "Problem-solving module",
      "Personal safety refresher",
      "First aid refresher",
      "Community engagement module",
    ],
  },
  L2: { unit: "Witness care", role: "inspector", reasons: ["Court about a case of the neighbourhood"] },
  W1: {
    unit: "Occupational health",
    role: "inspector",
    reasons: ["Occupational health appointment", "Staff association meeting"],
  },
};

/** Of the codes that are no abstraction. */
export const ownReasons: Partial<Record<Code, readonly string[]>> = {
  N2: ["Cover of the next neighbourhood’s patrol", "Shared operation with the next team"],
  N3: ["Help on sight at a collision", "Help on sight at a disturbance"],
  N4: ["Joint tasking meeting", "School input", "Consultation event", "Supervision and review"],
  U1: ["Annual leave"],
  U2: ["Rest day given back"],
  U3: ["Sickness"],
  U4: ["Parental leave"],
  U5: ["Time off in lieu"],
  U6: ["Suspension"],
  U7: ["Career break"],
};

/** What did not happen because of it. */
export const notDone: readonly string[] = [
  "The evening patrol of the estate",
  "The speed check outside the school",
  "The visit to the youth group",
  "The meeting with the housing association about the next steps of the plan",
  "The street surgery; residents were told",
  "The follow-up visits to those who reported it",
  "The joint patrol with the council’s wardens",
  "The door-to-door survey of the plan",
  "The weapons sweep of the park",
];

/** Why figures of a month were corrected late. */
export const lateReason =
  "The attachment lasted for all of the officer’s duties of that week, not for the first day alone: found when the unit’s own record was compared";

/** What officers say of an entry: the first waits for its answer, the second was answered. */
export const disputeWords: readonly string[] = [
  "I was released after an hour and went back to the estate. Only that hour should count.",
  "I was in the neighbourhood for the second half of that shift.",
];
