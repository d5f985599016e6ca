import { randomUUID } from "node:crypto";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { groupOf, meetingIn, referenceIn, type MeetingState, type Side } from "./tasking-tenants-words.ts";

export type Fields = Readonly<Record<string, string>>;

/** What there is of an area to be asked for. */
interface Ground {
  id: (name: string) => string;
  today: Day;
}

export interface Address {
  /** What fills its parameters of an area, and the same of what never was. */
  at: (ground: Ground, side: Side) => readonly string[];
  nowhere: () => readonly string[];
  /** Forms that whoever it belongs to may send to it. */
  forms?: (ground: Ground, side: Side) => readonly Fields[];
}

const daysAhead = 20;
const never = {
  meeting: "J-99999",
  group: "ZZZ",
  agreement: "A-99999",
  impact: "K-99999",
  priority: "P-99999",
  agency: "no-such-agency",
};
/** A day some weeks on, as a form sends it. */
export const dayIn = (today: Day, prefix: string): Fields => {
  const [year = "", month = "", day = ""] = addDays(today, daysAhead).split("-");
  return { [`${prefix}.day`]: day, [`${prefix}.month`]: month, [`${prefix}.year`]: year };
};

const meetings = (
  before: string,
  rest: string,
  ...states: readonly MeetingState[]
): Pick<Address, "at" | "nowhere"> => ({
  at: (_, side) => states.map((state) => `${before}/${meetingIn(side, state)}${rest}`),
  nowhere: () => states.map(() => `${before}/${never.meeting}${rest}`),
});
const staffMeetings = (rest: string, ...states: readonly MeetingState[]) =>
  meetings("/staff/tasking/meetings", rest, ...states);
const groups = (rest: string): Pick<Address, "at" | "nowhere"> => ({
  at: (_, side) => [`/staff/tasking/groups/${groupOf(side)}${rest}`],
  nowhere: () => [`/staff/tasking/groups/${never.group}${rest}`],
});
const byId = (before: string, ...names: readonly string[]): Pick<Address, "at" | "nowhere"> => ({
  at: ({ id }, side) => names.map((name) => `${before}/${id(`${name} ${side}`)}`),
  nowhere: () => names.map(() => `${before}/${randomUUID()}`),
});
const byReference = (
  before: string,
  letter: string,
  nowhere: string,
  rest = "",
): Pick<Address, "at" | "nowhere"> => ({
  at: (_, side) => [`${before}/${referenceIn(side, letter)}${rest}`],
  nowhere: () => [`${before}/${nowhere}${rest}`],
});
const agencies = (rest: string): Pick<Address, "at" | "nowhere"> => ({
  at: (_, side) => [`/staff/agencies/${side}-agency${rest}`],
  nowhere: () => [`/staff/agencies/${never.agency}${rest}`],
});

const call = ({ id, today }: Ground, side: Side): Fields => ({
  ...dayIn(today, "day"),
  startsAt: "10:00",
  endsAt: "11:30",
  place: "Town hall",
  chairId: id(`chair ${side}`),
});
const key = () => randomUUID();
const note = (): Fields => ({ intent: "note", key: key(), words: "It is quieter." });
const impactWords = [
  "what",
  "communities",
  "moodNow",
  "moodExpected",
  "experienced",
  "evidenced",
  "potential",
];
const answers: Address["forms"] = () => [
  { version: "1", intent: "answer", answer: "accepted" },
  { version: "1", intent: "answer", answer: "rejected", words: "It is another’s." },
];

/** Every address of joint tasking that names something. One that is missing here fails a test. */
export const addresses: Readonly<Record<string, Address>> = {
  "/api/v1/tasking/actions/:id": {
    ...byId("/api/v1/tasking/actions", "action", "done"),
    forms: () => [{ version: "1", answer: "accept" }],
  },
  "/partners/actions/:id": {
    ...byId("/partners/actions", "plan action"),
    forms: () => [{ version: "1", state: "done", words: "It is done." }],
  },
  "/partners/advice/:id": {
    ...byId("/partners/advice", "question"),
    forms: () => [{ advice: "Speak with the committee first." }],
  },
  "/partners/asked/:id": { ...byId("/partners/asked", "action", "police action", "done"), forms: answers },
  "/partners/meetings/:reference": {
    ...meetings("/partners/meetings", "", "called", "open", "finished", "cancelled"),
    forms: () => [{ intent: "coming" }, { intent: "apologies" }, { intent: "declare" }],
  },
  "/partners/meetings/:reference/live": meetings("/partners/meetings", "/live", "open", "finished"),
  "/partners/meetings/:reference/meeting.ics": meetings("/partners/meetings", "/meeting.ics", "called"),
  "/partners/meetings/:reference/minutes": meetings("/partners/meetings", "/minutes", "finished", "open"),
  "/staff/agencies/:code": {
    ...agencies(""),
    forms: ({ id }, side) => [
      { intent: "rename", name: "Renamed" },
      { intent: "end-access", account: id(`officer ${side}`) },
      { intent: "name-lead", lead: id(`officer ${side}`) },
    ],
  },
  "/staff/agencies/:code/keys": {
    ...agencies("/keys"),
    forms: ({ id, today }, side) => [
      { intent: "make", name: "Another", ...dayIn(today, "endsOn") },
      { intent: "end", key: id(`key ${side}`) },
    ],
  },
  "/staff/agreements/:reference": {
    ...byReference("/staff/agreements", "A", never.agreement),
    forms: ({ id }, side) => [
      { intent: "leave", version: "1", agency: id(side) },
      { intent: "terminate", version: "1", reason: "It is over." },
    ],
  },
  "/staff/agreements/:reference/change": byReference("/staff/agreements", "A", never.agreement, "/change"),
  "/staff/impact/:reference": {
    ...byReference("/staff/impact", "K", never.impact),
    forms: ({ today }) => [
      { intent: "add-action", task: "Visit", position: "Sergeant", ...dayIn(today, "dueOn") },
      { intent: "review", version: "1", words: "Calmer.", tension: "low" },
      { intent: "consult", kind: "kin", who: "Traders", question: "How is it felt?" },
      { intent: "close", version: "1", closingWords: "It is calm." },
    ],
  },
  "/staff/impact/:reference/change": {
    ...byReference("/staff/impact", "K", never.impact, "/change"),
    forms: ({ id }, side) => [
      {
        ...Object.fromEntries(
          [...impactWords, "proportionality", "communications"].map((name) => [name, "New."]),
        ),
        version: "1",
        trigger: "event",
        isProportionate: "yes",
        "neighbourhoodIds[0]": id(`hood ${side}`),
      },
    ],
  },
  "/staff/tasking/actions/:id": {
    ...byId("/staff/tasking/actions", "police action", "action", "done"),
    forms: ({ id, today }, side) => [
      { intent: "move-day", version: "1", words: "Later.", ...dayIn(today, "dueOn") },
      { intent: "answer", version: "1", answer: "accepted" },
      { intent: "take-on", version: "1" },
      { intent: "withdraw", version: "1", words: "No longer needed." },
      { intent: "publish", version: "1", publicLine: "mended the gate", isElectionMinded: "on" },
      { intent: "withhold", version: "1", withheldReason: "It is not safe." },
      { intent: "give-on", version: "1", agencyId: id(side), position: "Officer", ...dayIn(today, "dueOn") },
    ],
  },
  "/staff/tasking/groups/:code": groups(""),
  "/staff/tasking/groups/:code/call": { ...groups("/call"), forms: (ground, side) => [call(ground, side)] },
  "/staff/tasking/groups/:code/change": {
    ...groups("/change"),
    forms: () => [{ version: "1", name: "Another name" }],
  },
  "/staff/tasking/groups/:code/members": {
    ...groups("/members"),
    forms: ({ id }, side) => [
      { intent: "leave", member: id(`seat officer ${side}`) },
      { intent: "join", accountId: id("trainer"), position: "Trainer" },
    ],
  },
  "/staff/tasking/meetings/:reference": {
    ...staffMeetings("", "called", "open", "finished", "cancelled"),
    forms: () => [{ intent: "coming" }, { intent: "apologies" }, { intent: "declare" }, { intent: "open" }],
  },
  "/staff/tasking/meetings/:reference/change": {
    ...staffMeetings("/change", "called"),
    forms: (ground, side) => [
      { ...call(ground, side), intent: "change", version: "1" },
      { intent: "cancel", version: "1", reason: "It snows." },
    ],
  },
  "/staff/tasking/meetings/:reference/door": {
    ...staffMeetings("/door", "open", "called"),
    forms: ({ id }, side) => [
      { intent: "rest", key: key() },
      { intent: "guest", key: key(), name: "Somebody", agencyId: id(side), position: "Officer" },
    ],
  },
  "/staff/tasking/meetings/:reference/items/:id": {
    at: ({ id }, side) =>
      (["called", "open"] as const).map(
        (state) => `/staff/tasking/meetings/${meetingIn(side, state)}/items/${id(`item ${state} ${side}`)}`,
      ),
    nowhere: () => [0, 1].map(() => `/staff/tasking/meetings/${never.meeting}/items/${randomUUID()}`),
    forms: () => [
      { intent: "change", version: "1", title: "Changed", marking: "official" },
      { intent: "remove" },
    ],
  },
  "/staff/tasking/meetings/:reference/items/new": {
    ...staffMeetings("/items/new", "called"),
    forms: () => [{ title: "Bikes on the rec", marking: "official", section: "analysis" }],
  },
  "/staff/tasking/meetings/:reference/live": staffMeetings("/live", "open", "finished"),
  "/staff/tasking/meetings/:reference/meeting.ics": staffMeetings("/meeting.ics", "called"),
  "/staff/tasking/meetings/:reference/minutes": staffMeetings("/minutes", "finished", "open"),
  "/staff/tasking/meetings/:reference/record": {
    ...staffMeetings("/record", "open"),
    forms: () => [note(), { intent: "finish" }, { intent: "circulate" }],
  },
  "/staff/tasking/meetings/:reference/send": { ...staffMeetings("/send", "open"), forms: () => [note()] },
};

/** Which of all addresses belong to joint tasking, and name something. */
export const isOfTasking = (pattern: string): boolean =>
  pattern.includes("/:") &&
  /^\/(?:api\/v1\/tasking|partners\/(?:actions|advice|asked|meetings)|staff\/(?:tasking|impact|agreements|agencies))\//.test(
    pattern,
  );
