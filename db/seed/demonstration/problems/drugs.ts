import type { Problem } from "./problem.ts";

export const drugs: Problem = {
  category: "drugs",
  count: {
    title: "Needles and other drug litter found",
    unit: "finds a month",
    source: "The council’s street cleaners, who note each place and day",
    usual: [9, 19],
    factor: 0.3,
    aim: "down",
  },
  survey: "people say that they let children play there",
  texts: {
    objective:
      "The play area in {place} is clean and in use: from {baseline} finds of drug litter a month to {target}.",
    measure: "Finds of needles and other drug litter near the play area",
    dataSource: "The book of the council’s street cleaners",
    what: "Needles, foil and small bags are left around {place}, and cars stop for a minute or two at the edge of the park.",
    where: "Behind the bowling green, under the hedge by the play area, and in the lay-by.",
    when: "Found in the morning. Cars come from three in the afternoon and again after nine.",
    affected:
      "Children and their parents, people who clean the park, and people who are dependent and ill themselves.",
    sources:
      "The street cleaners’ book\nConcerns that residents raised\nReports to the police\nThe drug service’s outreach notes, without names",
    residentsSay:
      "Parents have stopped using the play area. Some are as worried for those who use drugs as for their children.",
    recurrence: "In 17 of the last 20 weeks.",
    tried: "A morning clean was begun. It keeps the litter away and not those who leave it.",
    location: "A hidden corner with a dry wall, near a pharmacy, that a car can reach and leave two ways.",
    manager: "The district council’s parks team",
    victim: "Children who play there, and people who are dependent",
    guardian: "Parents, the bowls club in summer, the park’s cleaner in the morning",
    offender: "People who use drugs and have no place of their own, and others who bring drugs by car",
    handler: "The drug service, the pharmacy, two hostels",
    pattern:
      "Two thirds of the finds are within fifty metres of the lay-by. They rise when the hostel shuts its doors in the day.",
    causes:
      "The corner cannot be seen from anywhere, the exchange for needles is shut in the afternoon, and there is nowhere to be in the day.",
    whys: "Why there? Nobody sees it\nWhy not the exchange’s box? It is shut\nWhy? It closes at noon\nWhy at noon? There is one pharmacist\nWhy? Nobody had asked the health service",
    dataGaps: "Finds are counted only where the cleaners go.",
    options:
      "Locking the park at night: the finds are from the day. A box for needles: chosen, after talking with parents. Cutting the hedge: chosen.",
    displacement: "The car park of the hall is the next hidden place. Its caretaker looks each morning.",
    impact: "People who are dependent are offered help first; officers were briefed with the drug service.",
    asPlanned: "The hedge, the box and the outreach: yes. The camera in the lay-by came two months late.",
    moved: "The hall’s car park had one find in three months.",
    lessons:
      "Outreach worked best on the two afternoons when the exchange opened too. Tell parents about the box before it is there.",
    sustaining: "The parks team empties the box; the drug service visits every week.",
  },
  firstDrafts: {
    what: "Needles near the play area in {place}.",
    options: "Lock the park at night.",
    impact: "None.",
  },
  actions: [
    {
      kind: "prevention",
      by: "council",
      task: "Cut the hedge to waist height and take out the wall behind the green",
      publicLine: "The hedge is cut low so that the corner can be seen.",
      result: "Done in the second week. The corner can be seen from the road.",
      whyLate: "Birds were nesting, and the hedge could not be cut until they had left.",
      costPounds: 900,
    },
    {
      kind: "prevention",
      by: "health",
      task: "Open the needle exchange on two afternoons and put up a box for used needles",
      publicLine:
        "The health service opens its exchange in the afternoon and puts up a safe box for needles.",
      result: "Open on Tuesday and Friday. The box is emptied each week.",
      whyLate: "The pharmacist had to be replaced.",
      costPounds: 2_600,
    },
    {
      kind: "reassurance",
      by: "health",
      task: "Outreach worker in the park twice a week",
      publicLine: "A worker of the drug service is in the park twice a week.",
      result: "Nine people are in touch with the service, four of them in treatment.",
      whyLate: "The worker covers two towns until a colleague is back.",
    },
    {
      kind: "enforcement",
      by: "police",
      task: "Patrols in the lay-by between three and six, in plain clothes on some days",
      publicLine: "Officers patrol the lay-by in the afternoon.",
      result: "Twenty-two patrols. Five people were searched and two arrested for supply.",
      whyLate: "Other work took the officers away in the first two weeks.",
    },
    {
      kind: "prevention",
      by: "council",
      task: "Put a camera that can be moved at the lay-by",
      publicLine: "A camera watches the lay-by.",
      result: "In place, with a sign that says so.",
      whyLate: "The camera was still in use at another place in the district.",
      costPounds: 750,
    },
  ],
  involved: {
    scanning: "The lay-by was added after parents told how often cars stop there",
    analysis: "People who use the service said that the exchange is shut when they need it",
    "response-agreed": "Parents asked for the box to stand out of reach of children, and so it does",
    "response-live": "The bowls club offered to keep its gate open, so that more people pass",
    assessment: "Parents walked the park with the team and looked under every hedge",
  },
  engagement: {
    audience:
      "Parents of young children, the bowls club, homes around the park, people in touch with the drug service",
    underHeard: "People who are dependent on drugs",
    underHeardWhy: "They are spoken of at every meeting and come to none",
    method: "through-others",
    form: "By the outreach worker they trust, in conversation, with nothing written about any one person",
    heard: [
      "Parents want it clean before anything else.",
      "They use the corner because nobody can see it, and would use the exchange if it were open.",
      "The bowls club would like the hedge gone.",
    ],
  },
  outcome: {
    done: "The hedge was cut, the exchange opens in the afternoon, there is a safe box, and a worker and officers are there every week.",
    changed: "From {baseline} finds a month to {after}. The play area is in use on most dry days.",
    remains: "The parks team empties the box. The drug service goes on with its visits.",
    notAchieved: "Cars still stop in the lay-by on some evenings.",
    short: "Finds fell at the play area and rose behind the hall.",
  },
  said: {
    enough: [
      "The swings are busy again",
      "I have not seen a needle since the spring",
      "Glad that somebody helps those people too",
    ],
    short: [
      "It has moved behind the hall",
      "Cars still stop every evening",
      "Clean in the morning, not at four",
    ],
  },
};
