import { planStages } from "#app/domain/plan/states.ts";
import { addDays, daysBetween, londonDay, type Day } from "#app/domain/team/day.ts";
import { seedId } from "#db/seed/seed-id.ts";
import type { Doer, ProblemAction } from "../problems/problem.ts";
import { said } from "./plan-texts.ts";
import type { HistoryRows } from "./rows.ts";
import type { Story } from "./story.ts";
import { atHour, between, type Telling } from "./telling.ts";

type Action = HistoryRows["planActions"][number];

const droppedReasons = {
  result: "Dropped: the money went to another action of this plan.",
  publicReason: "This was not done. The money went to something that residents wanted more.",
};
const blockedResult = "It waits for a permission that is not ours to give.";

/** What was to be done, by whom, and how it stands today; none before the response was agreed. */
export function actionRows(
  telling: Telling,
  story: Story,
): { actions: HistoryRows["planActions"]; partners: HistoryRows["planPartners"] } {
  const { planId, life, problem } = story;
  const [first] = life.stretches;
  const agreedOn = first?.opened.get("response-agreed");
  const assessedOn = first?.opened.get("assessment");
  if (first === undefined || agreedOn === undefined || assessedOn === undefined || !wasAgreed(story))
    return { actions: [], partners: [] };
  const room = Math.max(10, daysBetween(agreedOn, assessedOn) - 6);
  const actions = problem.actions.map((action, at) => {
    const dueOn = addDays(agreedOn, Math.round((room * (at + 1.2)) / (problem.actions.length + 0.4)));
    return rowOf(telling, story, action, { number: at + 1, startsOn: addDays(agreedOn, 2 + at * 3), dueOn });
  });
  const agencyIds = new Set(actions.flatMap(({ agencyId }) => agencyId ?? []));
  return { actions, partners: [...agencyIds].map((agencyId) => ({ planId, agencyId })) };
}

const wasAgreed = ({ played }: Story) => played.planEvents.some(({ to }) => to === "response-agreed");

const isOver = ({ played }: Story) =>
  played.planEvents.some(({ to }) => to === "assessment") ||
  planStages.indexOf(played.stage) >= planStages.indexOf("assessment");

function rowOf(
  telling: Telling,
  story: Story,
  action: ProblemAction,
  { number, startsOn, dueOn }: { number: number; startsOn: Day; dueOn: Day },
): Action {
  const { planId, random } = story;
  const agencyId = agencyOf(telling, action.by);
  const row = {
    id: telling.id("plan-action", `${planId}:${number}`),
    planId,
    number,
    kind: action.kind,
    task: said(action.task, story),
    publicLine: said(action.publicLine, story),
    agencyId,
    ownerId: ownerOf(telling, agencyId, number),
    startsOn,
    dueOn,
    costPence: action.costPounds === undefined ? null : action.costPounds * 100,
  };
  return { ...row, ...standingOf(telling, story, action, { number, dueOn }, random.next()) };
}

/** How an action stands: most are done, some of them late and one now and then dropped; of those that run, one waits. */
function standingOf(
  { today, now, at }: Telling,
  story: Story,
  { result, whyLate }: ProblemAction,
  { number, dueOn }: { number: number; dueOn: Day },
  chance: number,
): Pick<Action, "state" | "result" | "publicReason" | "doneAt" | "changedAt" | "version"> {
  const { random, life, played } = story;
  const daysLate = chance < 0.28 ? between(random, 4, 17) : -between(random, 0, 6);
  const doneAt = atHour(addDays(dueOn, daysLate), 15, random.index(60));
  const done = {
    state: "done" as const,
    result,
    publicReason: daysLate > 0 ? whyLate : null,
    doneAt,
    changedAt: doneAt,
    version: 2,
  };
  const open = { state: "open" as const, result: null, publicReason: null, doneAt: null, version: 1 };
  const agreedAt = atHour(addDays(life.heldOn, 30), 11);
  if (isOver(story)) {
    const end = endOfWork(story);
    const at = doneAt > end ? end : doneAt;
    return chance > 0.95
      ? { state: "dropped", ...droppedReasons, doneAt: null, changedAt: at, version: 2 }
      : { ...done, doneAt: at, changedAt: at };
  }
  if (played.stage === "closed" && dueOn > londonDay(played.closedAt ?? now))
    return {
      state: "dropped",
      ...droppedReasons,
      doneAt: null,
      changedAt: played.closedAt ?? now,
      version: 2,
    };
  // Where visitors look first, one is late, and says why.
  const isShown = at.index < 3 && number === 2;
  if (dueOn < today && isShown)
    return { ...open, publicReason: whyLate, changedAt: atHour(addDays(dueOn, 1), 9), version: 2 };
  if (doneAt < now && chance < 0.9) return done;
  if (chance > 0.8)
    return {
      ...open,
      state: "blocked",
      result: blockedResult,
      publicReason: whyLate,
      changedAt: atHour(addDays(today, -between(random, 2, 8)), 10),
      version: 2,
    };
  return { ...open, publicReason: dueOn < today ? whyLate : null, changedAt: agreedAt };
}

/** When the assessment began: by then everything was done or dropped. */
const endOfWork = ({ played }: Story): Date =>
  played.planEvents.find(({ to }) => to === "assessment")?.at ?? new Date(0);

const agencyOf = ({ at }: Telling, by: Doer): string | null =>
  by === "police" ? null : seedId("agency", at.agencies[by]);

function ownerOf({ people }: Telling, agencyId: string | null, number: number): string | null {
  if (agencyId !== null) return people.partnerIds.get(agencyId) ?? null;
  return number % 2 === 0
    ? (people.officerIds[number % Math.max(1, people.officerIds.length)] ?? people.sergeantId)
    : people.sergeantId;
}
