import { doors, type Door } from "#app/domain/help/doors.ts";
import type { Flag, RiskRoute } from "./detection/flag.ts";
import { routeOf } from "./detection/detect.ts";
import type { ConcernState, ConcernStep } from "./states.ts";

/**
 * The doors that a text is passed on to: the police must record a crime that they are told of (Home Office Counting
 * Rules), and a complaint about them is heard by others than the team.
 */
export const diversionRoutes = ["emergency", "safeguarding", "crime", "intelligence", "complaint"] as const;
export type DiversionRoute = (typeof diversionRoutes)[number];

/** What staff divert to: a complaint is referred to Professional Standards instead. */
export const divertRoutes = [
  "emergency",
  "safeguarding",
  "crime",
  "intelligence",
] as const satisfies readonly DiversionRoute[];
export type DivertRoute = (typeof divertRoutes)[number];

/** What handing it on does to the concern. A complaint is referred to Professional Standards. */
export const diversionSteps = {
  emergency: { step: "divert-emergency", state: "diverted-emergency" },
  safeguarding: { step: "divert-safeguarding", state: "diverted-safeguarding" },
  crime: { step: "divert-crime", state: "diverted-crime" },
  intelligence: { step: "divert-intelligence", state: "diverted-intelligence" },
  complaint: { step: "refer", state: "referred" },
} as const satisfies Readonly<Record<DiversionRoute, { step: ConcernStep; state: ConcernState }>>;

/** The route as staff read it on a button. */
export const diversionWords: Readonly<Record<DiversionRoute, string>> = {
  emergency: "Emergency",
  safeguarding: "Safeguarding",
  crime: "Crime",
  intelligence: "Intelligence",
  complaint: "Complaint about the police",
};

const isDiversion = (route: RiskRoute): route is DiversionRoute => route !== "none";

/** Where the flags of a text point; null where they point nowhere. A person decides. */
export function suggestedRoute(flags: readonly Flag[]): DiversionRoute | null {
  const route = routeOf(flags);
  return isDiversion(route) ? route : null;
}

/** Whether flagged text goes at once to the contact centre's queue, day and night (5.3). */
export const isUrgent = (route: DiversionRoute | null): boolean =>
  route === "emergency" || route === "safeguarding" || route === "crime";

/** Whether the alarm is raised at once and not after an hour. */
export const isThreatToLife = (flags: readonly Flag[]): boolean =>
  flags.some(({ severity, route }) => severity === "must-hold" && route === "emergency");

/** Unless the force sets it otherwise. */
const usualAlarmMinutes = 60;
const textKeptDays = 7;
const recordKeptYears = 2;

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;

/** A text on its way to another door. */
export interface HandOff {
  raisedAt: Date;
  isThreatToLife: boolean;
  /** When somebody there said that they have it; null until then. */
  acknowledgedAt: Date | null;
}

/** When the alarm is raised unless somebody acknowledges before. */
export const alarmAt = (
  { raisedAt, isThreatToLife: isAtOnce }: HandOff,
  afterMinutes = usualAlarmMinutes,
): Date => (isAtOnce ? raisedAt : new Date(raisedAt.getTime() + afterMinutes * minuteMs));

export const isAlarmDue = (handOff: HandOff, now: Date): boolean =>
  handOff.acknowledgedAt === null && now.getTime() >= alarmAt(handOff).getTime();

/** When the text is erased; null while nobody has acknowledged it, for then it is the only copy. */
export const textErasedAt = ({ acknowledgedAt }: HandOff): Date | null =>
  acknowledgedAt === null ? null : new Date(acknowledgedAt.getTime() + textKeptDays * dayMs);

/** When the route, the time and the reference are deleted too: calendar years, 29 February counts as 1 March. */
export function recordErasedAt({ acknowledgedAt }: HandOff): Date | null {
  if (acknowledgedAt === null) return null;
  const until = new Date(acknowledgedAt);
  until.setUTCFullYear(acknowledgedAt.getUTCFullYear() + recordKeptYears);
  return until;
}

/** What a resident reads at once, and whom they can reach themselves. */
export interface DiversionAdvice {
  heading: string;
  text: string;
  doors: readonly Door[];
}

const silentSolution =
  "If you cannot speak, call 999 from a mobile telephone, listen, and press 55 when you are asked to.";

const notHere = "This website is not read day and night, and it is not the place to report it.";

export const diversionAdvice: Readonly<Record<DiversionRoute, DiversionAdvice>> = {
  emergency: {
    heading: "If somebody is in danger, call 999 now",
    text: `${notHere} ${silentSolution} If you cannot hear or speak on the telephone, use 18000, or text 999 if you have registered.`,
    doors: [doors.emergency, doors.emergencyRelay, doors.samaritans, doors.urgentMentalHealth],
  },
  safeguarding: {
    heading: "You can get help for yourself or for somebody else",
    text: `If somebody is in danger, call 999. ${silentSolution} ${notHere}`,
    doors: [
      doors.emergency,
      doors.domesticAbuse,
      doors.mensAdvice,
      doors.nspcc,
      doors.childline,
      doors.police,
    ],
  },
  crime: {
    heading: "Report a crime to the police",
    text: `If it is happening now, call 999. If it is over, call 101. ${notHere}`,
    doors: [
      doors.emergency,
      doors.police,
      doors.policeRelay,
      doors.crimestoppers,
      doors.fraud,
      doors.hateCrime,
    ],
  },
  intelligence: {
    heading: "Tell what you know without giving your name",
    text: "Crimestoppers is an independent charity and does not ask who you are. What points at a person is not kept here.",
    doors: [doors.crimestoppers, doors.police, doors.policeRelay],
  },
  complaint: {
    heading: "Complain about the police",
    text: "Complaints go to Professional Standards, not to a neighbourhood team. They are not kept here as a concern.",
    doors: [doors.policeComplaints],
  },
};
