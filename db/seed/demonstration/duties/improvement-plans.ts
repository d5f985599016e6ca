import type { ImprovementActionState } from "#app/domain/abstraction/words.ts";

export interface ToldAction {
  unit: string;
  task: string;
  /** Of an account of the demonstration. */
  owner: string;
  /** Months after the plan went live. */
  dueAfter: number;
  state: ImprovementActionState;
  result: string | null;
}

/** What the inspector of a team wrote; `liveAt` counts months as the story does. */
export interface ToldPlan {
  liveAt: number;
  rootCause: string;
  target: string;
  targetTenths: number;
  /** Months after it went live. */
  targetAfter: number;
  publicSummary: string;
  owner: string;
  approver: string;
  actions: readonly ToldAction[];
  /** One for each month from that in which it went live, as long as it ran. */
  reviews: readonly string[];
  /** Of one that is closed. */
  result: string | null;
}

/** The plans of the demonstration, by team. Swadlincote has none: it is still to be written. */
export const toldPlans: Readonly<Record<string, ToldPlan>> = {
  CHE: {
    liveAt: -12,
    rootCause:
      "Chesterfield response 2 was below its minimum on 14 of 31 nights: four posts were vacant and two officers on courses at once. Town centre officers filled the gap on Friday and Saturday nights.",
    target: "No cover of response on more than two nights a month",
    targetTenths: 95,
    targetAfter: 6,
    publicSummary:
      "The night response team is brought back to strength, so that the town’s officers stay in the town at weekends.",
    owner: "inspector-C1",
    approver: "commander-C",
    actions: [
      {
        unit: "Chesterfield response 2",
        task: "Fill the four vacant posts from the next intake",
        owner: "commander-C",
        dueAfter: 4,
        state: "done",
        result: "Filled in the fourth month; the team met its minimum on all but two nights since.",
      },
      {
        unit: "Training centre",
        task: "Send no more than one officer of a response turn on a course at a time",
        owner: "training",
        dueAfter: 2,
        state: "done",
        result: "The course calendar asks for the turn’s strength before a place is given.",
      },
      {
        unit: "Duty inspectors",
        task: "Ask the neighbouring response teams before a neighbourhood team is asked",
        owner: "duty-inspector-1",
        dueAfter: 1,
        state: "done",
        result: "In force since the second month: half of the requests went elsewhere.",
      },
    ],
    reviews: [
      "The plan has just begun. Requests on weekdays have stopped.",
      "The first of the new officers are in post. Fewer nights were covered.",
      "Down again. Two weekends without any cover.",
      "Close to the target; the last vacancy is filled.",
      "Within the target for the first time. The panel was told.",
      "Within the target again.",
    ],
    result:
      "What made the difference was filling the night team, not moving neighbourhood officers about. Asking the next response team first saved the rest.",
  },
  DCC: {
    liveAt: -6,
    rootCause:
      "Derby response 3 is below its minimum on two of three Friday and Saturday nights. The night-time economy operation takes the same officers once more.",
    target: "City centre officers stay on the city centre’s own night plan at weekends",
    targetTenths: 100,
    targetAfter: 8,
    publicSummary:
      "The night response team is to be brought back to strength, and the night-time operation staffed by itself.",
    owner: "inspector-D1",
    approver: "commander-D",
    actions: [
      {
        unit: "Derby response 3",
        task: "Bring the night turn up to its minimum on Fridays and Saturdays",
        owner: "response-sergeant-D",
        dueAfter: 3,
        state: "open",
        result: null,
      },
      {
        unit: "Operations planning",
        task: "Staff the night-time economy operation from overtime, not from the neighbourhood team",
        owner: "commander-D",
        dueAfter: 2,
        state: "done",
        result: "Done for one month; the money ran out in the second.",
      },
      {
        unit: "Duty inspectors",
        task: "Refuse cover of more than four hours",
        owner: "duty-inspector-2",
        dueAfter: 8,
        state: "open",
        result: null,
      },
    ],
    reviews: [
      "The plan has just begun.",
      "No change: the night turn lost another two officers.",
      "Higher than before. Overtime for the operation ended.",
      "Still over: three months without an improvement. It goes to the chief officers.",
      "The chief officers asked for a bid for four posts; two officers are promised from the next intake.",
    ],
    result: null,
  },
  DEA: {
    liveAt: -3,
    rootCause:
      "Derby response 3 falls below its minimum on late turns, and makes up for it with constables of this team.",
    target: "No constable of the team covers a response turn more than once a month",
    targetTenths: 95,
    targetAfter: 5,
    publicSummary:
      "The response team that borrowed the team’s constables most is being brought back to strength.",
    owner: "inspector-D1",
    approver: "commander-D",
    actions: [
      {
        unit: "Resourcing",
        task: "Post six more constables to Derby response 3",
        owner: "commander-D",
        dueAfter: 5,
        state: "open",
        result: null,
      },
      {
        unit: "Derby response 3",
        task: "Share short turns with the other response teams",
        owner: "response-sergeant-D",
        dueAfter: 1,
        state: "done",
        result: "A rota of all teams is in force.",
      },
    ],
    reviews: ["Lower: the rota works.", "Lower again. The first of the six constables start next month."],
    result: null,
  },
  SHI: {
    liveAt: -10,
    rootCause:
      "Nobody confirmed the duties while the sergeant was on a long course: no figure could be relied on for two months.",
    target: "Every week is confirmed by the Monday after it, whoever is away",
    targetTenths: 95,
    targetAfter: 3,
    publicSummary: "Somebody else now keeps the team’s records when its sergeant is away.",
    owner: "inspector-C4",
    approver: "commander-C",
    actions: [
      {
        unit: "Bolsover section",
        task: "Name who confirms for each team in its sergeant’s absence",
        owner: "inspector-C4",
        dueAfter: 1,
        state: "done",
        result: "Named for both teams of the section.",
      },
    ],
    reviews: ["Every week was confirmed.", "Every week was confirmed."],
    result: "A named deputy was all it took.",
  },
};
