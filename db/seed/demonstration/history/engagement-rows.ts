import { planStages } from "#app/domain/plan/states.ts";
import type { ActivityMethod, ActivityPurpose, EngagementState } from "#app/domain/engagement/engagement.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { engagementVersionsOf } from "./engagement-version-rows.ts";
import type { HistoryRows } from "./rows.ts";
import type { Story } from "./story.ts";
import { atHour, between, pick, type Telling } from "./telling.ts";

interface ToldActivity {
  purpose: ActivityPurpose;
  method: ActivityMethod;
  audience: string;
  place: string | null;
  heldOn: Day;
  hours: string | null;
  form: string;
  target: number;
  heard: string;
  feedback: string;
  costPounds: number | null;
}

const evaluations: readonly string[] = [
  "Going to where people are brought three times as many as a meeting. The return evening was worth it: people came who never had.",
  "The leaflet reached most and told us least. Next time the money goes into two more street briefings.",
  "Those who are heard too little came because somebody they trust asked them. Their words changed the plan.",
];
const advice =
  "The independent advisory group asked for the evening to be moved from a Friday, and for an interpreter.";

/** How the people of a priority are reached, and what came of it by now. */
export function addEngagement(telling: Telling, story: Story, rows: HistoryRows): void {
  const { people, today, id } = telling;
  const { engagementId: planId, priority, problem, life, played, random } = story;
  const { audience, underHeard, underHeardWhy } = problem.engagement;
  const opened = life.stretches[0]?.opened;
  const scanningOn = opened?.get("scanning");
  const approvedOn = addDays(opened?.get("analysis") ?? addDays(life.heldOn, 20), 1);
  const isBegun = scanningOn !== undefined && scanningOn <= today && played.stage !== "draft";
  const isApproved =
    planStages.indexOf(played.stage) >= planStages.indexOf("analysis") &&
    approvedOn <= today &&
    hasRun(story);
  const activities = isBegun ? activitiesOf(story) : [];
  const isEvaluated =
    isApproved && played.state === "signed-off" && activities.every(({ heldOn }) => heldOn < today);
  const state: EngagementState = !isApproved
    ? "draft"
    : isEvaluated
      ? "evaluated"
      : activities.some(({ heldOn }) => heldOn < today)
        ? "running"
        : "approved";
  const evaluatedAt = isEvaluated ? atHour(addDays(activities.at(-1)?.heldOn ?? today, 2), 16) : null;
  const approvedAt = isApproved ? atHour(approvedOn, 14) : null;
  const words = {
    state,
    audience: isBegun ? audience : "",
    underHeard: isBegun ? underHeard : "",
    underHeardWhy: isBegun ? underHeardWhy : "",
    advice: isApproved && random.next() < 0.4 ? advice : null,
    evaluation: isEvaluated ? pick(random, evaluations) : null,
  };
  const plan = {
    id: planId,
    priorityId: priority.id,
    ...words,
    approvedBy: isApproved ? people.inspectorId : null,
    approvedAt,
    evaluatedAt,
    changedAt: evaluatedAt ?? approvedAt ?? atHour(scanningOn ?? life.heldOn, 12),
    version: 1,
  };
  rows.engagementPlans.push(plan);
  const agencyId = seedId("agency", telling.at.agencies.council);
  const held = activities.map((one, at) => {
    const isOver = isApproved && one.heldOn < today;
    return {
      id: id("engagement-activity", `${planId}:${at + 1}`),
      planId,
      number: at + 1,
      purpose: one.purpose,
      method: one.method,
      audience: one.audience,
      place: one.place,
      heldOn: one.heldOn,
      hours: one.hours,
      formatAndLanguage: one.form,
      agencyId: one.method === "leaflet" ? agencyId : null,
      ownerId: people.officerIds[0] ?? people.sergeantId,
      targetReach: one.target,
      actualReach: isOver ? Math.round(one.target * (0.55 + random.next() * 0.75)) : null,
      heard: isOver ? one.heard : "",
      feedbackGiven: isOver ? one.feedback : "",
      feedbackOn: isOver ? earlier(addDays(one.heldOn, between(random, 3, 12)), today) : null,
      costPence: one.costPounds === null ? null : one.costPounds * 100,
      isCancelled: false,
      changedAt: atHour(isOver ? earlier(addDays(one.heldOn, 1), today) : (scanningOn ?? life.heldOn), 7, 30),
      version: 1,
    };
  });
  rows.engagementActivities.push(...held);
  if (!isBegun) return;
  const lastHeld = held.filter(({ actualReach }) => actualReach !== null).at(-1);
  const versions = engagementVersionsOf({
    planId,
    begun: { at: atHour(scanningOn, 12), by: people.sergeantId },
    approved: approvedAt === null ? null : { at: approvedAt, by: people.inspectorId },
    last: { at: evaluatedAt ?? lastHeld?.changedAt ?? plan.changedAt, by: people.sergeantId },
    words,
    activities: held,
  });
  rows.engagementVersions.push(...versions);
  plan.version = versions.at(-1)?.version ?? 1;
}

const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

const hasRun = ({ played }: Story) => played.planEvents.some(({ to }) => to === "analysis");

function activitiesOf({ life, problem, place }: Story): ToldActivity[] {
  const { engagement } = problem;
  const [first] = life.stretches;
  if (first === undefined) return [];
  const on = (stage: "analysis" | "response-agreed" | "response-live", days: number) =>
    addDays(first.opened.get(stage) ?? first.from, days);
  const lastRound = life.rounds.at(-1);
  const returnedOn =
    lastRound === undefined
      ? addDays(first.reportOn, 30)
      : addDays(lastRound.panel?.heldOn ?? lastRound.closesOn, 6);
  const [fromMost, fromUnderHeard, fromThoseWhoHelp] = engagement.heard;
  return [
    {
      purpose: "ask",
      method: "street-briefing",
      audience: engagement.audience,
      place: `By the shops in ${place}`,
      heldOn: on("analysis", 2),
      hours: "4pm to 6pm",
      form: "In conversation, with a map to mark. Large print at hand",
      target: 40,
      heard: fromMost,
      feedback: "On the page of the priority, and at the next street briefing",
      costPounds: null,
    },
    {
      purpose: "ask",
      method: engagement.method,
      audience: engagement.underHeard,
      place: null,
      heldOn: on("analysis", 6),
      hours: null,
      form: engagement.form,
      target: 25,
      heard: fromUnderHeard,
      feedback: "By the person who brought us together, in their own words",
      costPounds: 45,
    },
    {
      purpose: "involve",
      method: "meeting",
      audience: "Those who said that they would help, and the partners",
      place: `The village hall, ${place}`,
      heldOn: on("response-agreed", 3),
      hours: "7pm to 8:30pm",
      form: "Ramp, hearing loop, and a way to join online",
      target: 18,
      heard: fromThoseWhoHelp,
      feedback: "A note to all who came, within a week",
      costPounds: 60,
    },
    {
      purpose: "inform",
      method: "leaflet",
      audience: engagement.audience,
      place: null,
      heldOn: on("response-live", 10),
      hours: null,
      form: "One page in plain English, with a telephone number for other languages and Easy Read",
      target: 600,
      heard: "",
      feedback: "",
      costPounds: 130,
    },
    {
      purpose: "return",
      method: "drop-in",
      audience: "Everybody who took part, and whoever lives near",
      place: `The library, ${place}`,
      heldOn: returnedOn,
      hours: "5pm to 7pm",
      form: "The charts on the wall, and somebody to explain them",
      target: 30,
      heard: "People were glad to be told, also of what was not achieved.",
      feedback: "This was the feedback",
      costPounds: 25,
    },
  ];
}
