import { dayInWords } from "#app/domain/account/day-words.ts";
import { planStageWords } from "#app/domain/plan/states.ts";
import { reasonOf, type AgendaFacts, type AgendaPriority } from "./agenda-facts.ts";
import { agendaSectionWords, type AgendaSection, type PriorityReason } from "./agenda.ts";
import type { Marking } from "./marking.ts";

/** An item that an agenda writes by itself. */
export interface StandingItem {
  section: AgendaSection;
  position: number;
  title: string;
  brief: string;
  marking: Marking;
  priorityId: string | null;
  priorityReason: PriorityReason | null;
}

type Written = Pick<StandingItem, "section" | "brief"> & Partial<StandingItem>;

// What they say of places, people's time and how communities feel goes no further than the room.
const sensitive: readonly AgendaSection[] = [
  "carried",
  "priorities",
  "analysis",
  "places",
  "decisions",
  "bids",
  "impact",
];

/** How far an item of the standing agenda may go. */
export const markingOfSection = (section: AgendaSection): Marking =>
  sensitive.includes(section) ? "official-sensitive" : "official";

// What waits longest for residents stands first.
const order: readonly PriorityReason[] = ["feedback-due", "assessment-due", "progress"];

/** The standing agenda of a meeting, in order: one item of each section, and one for each priority. */
export function writeAgenda(facts: AgendaFacts): StandingItem[] {
  const priorities = facts.priorities
    .map((priority) => ({ priority, reason: reasonOf(priority) }))
    .sort((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason));
  const written: Written[] = [
    {
      section: "welcome",
      brief:
        "Everybody present makes the confidentiality declaration. What is said is shared for the purposes of each agency’s agreement and no further. Nobody is named: cases of persons go to the meeting that deals with them.",
    },
    { section: "apologies", brief: "" },
    { section: "carried", brief: carriedBrief(facts) },
    ...(priorities.length === 0
      ? [{ section: "priorities" as const, brief: "No local priority is worked on in the area." }]
      : priorities.map(({ priority, reason }) => itemOf(priority, reason))),
    { section: "analysis", brief: "New issues, and what the analysts bring." },
    {
      section: "places",
      brief: "Places with repeated problems, and groups at risk. Places and groups, never persons.",
    },
    { section: "decisions", brief: "" },
    { section: "bids", brief: abstractionBrief(facts) },
    { section: "impact", brief: "How communities feel, and the community impact assessments that are open." },
    { section: "publicity", brief: "For each item: what are residents told, by whom and when?" },
    { section: "next", brief: "" },
  ];
  const positions = new Map<AgendaSection, number>();
  return written.map((item) => {
    const position = (positions.get(item.section) ?? 0) + 1;
    positions.set(item.section, position);
    return {
      position,
      title: agendaSectionWords[item.section],
      marking: markingOfSection(item.section),
      priorityId: null,
      priorityReason: null,
      ...item,
    };
  });
}

const actions = (count: number) => `${count} ${count === 1 ? "action" : "actions"}`;

function carriedBrief({ carried: { open, late, declined } }: AgendaFacts): string {
  if (open + declined === 0) return "No action is carried to this meeting.";
  const said = [`${actions(open + declined)} to say something of.`];
  if (late > 0) said.push(`${late} of them ${late === 1 ? "is" : "are"} late.`);
  if (declined > 0)
    said.push(
      `${declined} ${declined === 1 ? "was" : "were"} declined: who does it instead, or is it withdrawn?`,
    );
  return said.join(" ");
}

function itemOf(priority: AgendaPriority, priorityReason: PriorityReason): Written {
  const { id, reference, title, place, statement, stage, feedbackUntil, open, late } = priority;
  const said = [`${reference}, ${place}. ${statement}`];
  if (stage !== null) said.push(`Plan: ${planStageWords[stage].toLowerCase()}.`);
  if (open > 0) said.push(`${actions(open)} open${late > 0 ? `, ${late} late` : ""}.`);
  if (feedbackUntil !== null)
    said.push(`Residents say until ${dayInWords(feedbackUntil)} whether it worked.`);
  else if (priorityReason === "feedback-due") said.push("Residents are to be asked whether it worked.");
  if (priorityReason === "assessment-due") said.push("What was done is to be assessed before it is closed.");
  return {
    section: "priorities",
    title,
    brief: said.join("\n"),
    priorityId: id,
    priorityReason,
  };
}

function abstractionBrief({ abstraction }: AgendaFacts): string {
  if (abstraction === null) return "No abstraction figures are loaded for the area.";
  const { month, rate, causes } = abstraction;
  const most = causes.length === 0 ? "" : ` Most went to: ${causes.join(", ")}.`;
  return `In ${month} ${rate} of the time of the area’s neighbourhood officers went to other work.${most}`;
}
