import { holdsAPlace } from "#app/domain/priority/open.ts";
import { paths } from "#app/paths.ts";
import { addDays, daysBetween, londonDay, type Day } from "#app/domain/team/day.ts";
import { problemOf } from "../problems/all.ts";
import { createRandom, type Random } from "../random.ts";
import type { PlannedCycle } from "./cycle-plan.ts";
import { figuresOf } from "./figures-of.ts";
import type { Life } from "./life.ts";
import { declineReasons, recurrenceReasons, urgentReasons } from "./outcomes.ts";
import type { ToldAdoption } from "./panel-rows.ts";
import { playLife, type Played } from "./play-life.ts";
import type { HistoryRows } from "./rows.ts";
import { shownLife } from "./showcase.ts";
import type { Story } from "./story.ts";
import { tellLife, urgentLife, declinedLife, withRecurrence } from "./tell-life.ts";
import { atHour, between, pick, type Telling } from "./telling.ts";
import type { Theme } from "./themes.ts";

type PriorityRow = HistoryRows["priorities"][number];

/** A priority of the history with its whole life, before it is known what comes back. */
export interface ToldPriority {
  base: Omit<PriorityRow, "state" | "changedAt"> & { id: string };
  theme: Theme;
  place: string;
  voters: number;
  random: Random;
  life: Life;
  /** When it comes back, if it does and there is room. */
  recursOn: Day | null;
}

const shared = (telling: Telling, theme: Theme, place: string) => ({
  reference: telling.reference("priority"),
  neighbourhoodId: telling.neighbourhoodId,
  category: theme.category,
  title: theme.title.replaceAll("{place}", place),
  statement: theme.summary.replaceAll("{place}", place),
});

// One priority's life changes nothing of another's.
const seedOf = ({ at }: Telling, number: number) => 7_919 * (at.index + 1) + number;
const reviewedAfter = 9;

/** What becomes of something that a panel adopted. */
export function tellPriority(telling: Telling, cycle: PlannedCycle, adoption: ToldAdoption): ToldPriority {
  const { id, today, at } = telling;
  const { candidate, itemId, heldOn, isLowParticipation, votes: voters } = adoption;
  const random = createRandom(seedOf(telling, cycle.number * 20 + candidate.number));
  const answeredOn = addDays(heldOn, between(random, 2, 6));
  const shown = shownLife(at.index, cycle.number, today, heldOn);
  const declined =
    shown === null && random.next() < 0.025 && addDays(answeredOn, 14) <= today
      ? pick(random, declineReasons)
      : null;
  const base = {
    id: id("priority", `${cycle.number}:${candidate.number}`),
    ...shared(telling, candidate.theme, candidate.place),
    origin: "community-cycle" as const,
    cycleId: cycle.id,
    candidateId: candidate.id,
    resolutionItemId: itemId,
    isLowParticipation,
    isInterim: cycle.isInterim,
    adoptedOn: heldOn,
  };
  const told = { theme: candidate.theme, place: candidate.place, voters, random };
  if (declined !== null) {
    const reviewedAt = atHour(addDays(answeredOn, reviewedAfter), 15);
    return {
      ...told,
      base: {
        ...base,
        declinedAt: atHour(answeredOn, 12),
        declineCode: declined.code,
        declineReason: declined.reason,
        reviewDueOn: addDays(answeredOn, 14),
        reviewedAt,
        reviewOutcome: "upheld",
        reviewReason: "The refusal stands: what was asked for is not for the police to do.",
        endedAt: reviewedAt,
      },
      life: declinedLife(heldOn, answeredOn, declined),
      recursOn: null,
    };
  }
  const ending = shown?.ending ?? pick(random, endings);
  const life = tellLife(random, { ...shown, heldOn, answeredOn, voters, ending, isPrompt: shown !== null });
  const isAnswered = answeredOn < today;
  return {
    ...told,
    base: isAnswered
      ? { ...base, acceptedAt: atHour(answeredOn, 10), reviewOn: addDays(answeredOn, 28) }
      : base,
    life,
    recursOn:
      ending === "recurred" ? (shown?.recursOn ?? addDays(lastDayOf(life), between(random, 40, 200))) : null,
  };
}

// How often each end comes among twenty.
const endings = [
  ...Array.from({ length: 11 }, () => "signed-off" as const),
  "refused-by-poll",
  "refused-by-poll",
  "refused-by-panel",
  "few-replies",
  "few-replies",
  "few-replies",
  "closed",
  "recurred",
  "recurred",
] as const;

const lastDayOf = ({ moves, heldOn }: Life): Day => {
  const last = moves.at(-1);
  return last === undefined ? heldOn : londonDay(last.at);
};

/** An urgent priority that the team added: a fortnight ago, or long ago and lapsed. */
export function tellUrgent(telling: Telling, theme: Theme, place: string, addedOn: Day): ToldPriority {
  const { id, today } = telling;
  const random = createRandom(seedOf(telling, daysBetween(addedOn, today)));
  const lapsesOn = addDays(addedOn, 28);
  const urgentReason = pick(random, urgentReasons);
  return {
    base: {
      id: id("priority", `urgent:${addedOn}`),
      ...shared(telling, theme, place),
      origin: "snt-urgent",
      adoptedOn: addedOn,
      lapsesOn,
      urgentReason,
      acceptedAt: atHour(addDays(addedOn, 1), 10),
    },
    theme,
    place,
    voters: 0,
    random,
    life: urgentLife(addedOn, lapsesOn, urgentReason),
    recursOn: null,
  };
}

/** Whether a priority takes one of the three places on a day. */
export function takesAPlace({ base, life }: ToldPriority, day: Day): boolean {
  const { state } = playLife(life.moves, atHour(day, 23));
  return holdsAPlace({ state, isReviewDue: base.reviewedAt == null || londonDay(base.reviewedAt) > day });
}

// A panel adopts some days after the last day that is looked at before it.
const panelDays = 10;

/** Brings back, by a day, those whose problem came back by then while a place was free. */
export function bringBack(priorities: ToldPriority[], until: Day, places: number): void {
  priorities.forEach((one, at) => {
    const { recursOn, random, life, voters } = one;
    if (recursOn === null || recursOn > until) return;
    const isFull = [recursOn, addDays(recursOn, panelDays), until].some(
      (day) => priorities.filter((other) => other !== one && takesAPlace(other, day)).length >= places,
    );
    priorities[at] = {
      ...one,
      recursOn: null,
      life: isFull ? life : withRecurrence(random, life, recursOn, pick(random, recurrenceReasons), voters),
    };
  });
}

/** The rows of a priority as it stands today, and the story that its plans are told from. */
export function priorityRows(
  telling: Telling,
  { base, theme, place, random, life }: ToldPriority,
): { story: Story; events: HistoryRows["priorityEvents"]; news: HistoryRows["news"]; isOpen: boolean } {
  const { id, today, now } = telling;
  const played = playLife(life.moves, now);
  const isOpen = holdsAPlace({ state: played.state, isReviewDue: false });
  const last = played.events.at(-1)?.at ?? atHour(life.heldOn, 20);
  const endedAt = base.endedAt ?? (isOpen ? null : last);
  const endedOn = endedAt === null ? null : londonDay(endedAt);
  const problem = problemOf(theme.category);
  return {
    story: {
      priority: { ...base, state: played.state, endedAt, changedAt: base.reviewedAt ?? last },
      planId: id("plan", base.id),
      engagementId: id("engagement-plan", base.id),
      problem,
      place,
      life,
      played,
      random,
      figures: figuresOf(random, problem, life, {
        today,
        endedOn,
        closedOn: wasAsked(played) ? null : endedOn,
      }),
    },
    events: played.events.map((event, number) => ({
      id: id("priority-event", `${base.id}:${number}`),
      priorityId: base.id,
      ...event,
    })),
    news: played.state === "in-progress" ? newsOf(telling, base, random) : [],
    isOpen,
  };
}

const wasAsked = ({ events }: Played) => events.some(({ to }) => to === "feedback-open");

/** What was told lately of what is worked on. One in six has not been heard of for long: the page says so. */
function newsOf(
  { id, today, neighbourhoodId }: Telling,
  { id: priorityId, title, reference, acceptedAt }: ToldPriority["base"],
  random: Random,
): HistoryRows["news"] {
  const toldOn = addDays(today, -between(random, 3, 24));
  if (random.next() < 0.17 || acceptedAt == null || toldOn <= londonDay(acceptedAt)) return [];
  return [
    {
      id: id("news", priorityId),
      at: atHour(toldOn, 16),
      neighbourhoodId,
      kind: "priority",
      subjectId: priorityId,
      line: `The team met people about “${title}” and tells what comes next on its page.`,
      path: paths.priority(reference),
      toldAt: atHour(toldOn, 16, 5),
    },
  ];
}
