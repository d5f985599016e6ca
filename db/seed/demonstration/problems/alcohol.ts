import type { Problem } from "./problem.ts";

export const alcohol: Problem = {
  category: "alcohol",
  count: {
    title: "Days with drinking and bottles in the gardens",
    unit: "days a month",
    source: "The council’s street cleaners, who note each day",
    usual: [17, 24],
    factor: 0.4,
    aim: "down",
  },
  survey: "people say that they use the benches",
  texts: {
    objective:
      "Everybody can sit in the gardens in {place}: from {baseline} days a month with drinking and bottles to {target}.",
    measure: "Days on which cleaners find bottles or see people drinking",
    dataSource: "The street cleaners’ book",
    what: "People drink in the gardens and by the memorial in {place} from midday, and others stay away.",
    where: "On four benches by the memorial and on the steps of the library.",
    when: "From midday to six on dry days, most at the start of the month.",
    affected:
      "People who want to sit there, the library’s visitors, and those who drink, who are often robbed.",
    sources:
      "The street cleaners’ book\nConcerns that residents raised\nThe library’s notes\nThe outreach service, without names",
    residentsSay:
      "Many are sad rather than angry. They want the benches back and help for those who need it.",
    recurrence: "On five days out of seven since May.",
    tried: "The benches were taken away for a month. People drank on the steps.",
    location: "Sun, seats and a shop with cheap strong drink thirty metres away.",
    manager: "The district council’s parks team",
    victim: "Visitors, and the people who drink",
    guardian: "The library’s staff until five",
    offender: "Between six and ten people, most of them without a home of their own",
    handler: "Outreach, the hostel, the shop that sells the drink",
    pattern: "Quiet when the day centre is open, on Monday and Thursday.",
    causes:
      "The day centre is open on two days only, strong drink is cheap next door, and there is company on the benches.",
    whys: "Why here? Company\nWhy not indoors? The centre is shut\nWhy? It has money for two days\nWhy strong drink? It is cheapest\nWhy sold? Nobody had asked the shop",
    dataGaps: "Nothing is noted on Sundays.",
    options:
      "A ban on drinking alone: moves people on. More days at the centre, and the shop’s agreement: chosen. The order: kept for later.",
    displacement: "The riverside is next. Outreach goes there too.",
    impact:
      "Those who drink there are ill, and some are disabled; the equality check was done with outreach.",
    asPlanned: "The centre’s two more days and the shop’s agreement: yes. The order was not needed.",
    moved: "Two people at the riverside on some days.",
    lessons:
      "Ask the shop: it gave up the strongest drink within a week. A day centre costs less than cleaning.",
    sustaining: "The day centre stays open on four days; the library tells the council what it sees.",
  },
  firstDrafts: { options: "Ban drinking in the gardens.", causes: "They like the place." },
  actions: [
    {
      kind: "prevention",
      by: "health",
      task: "Open the day centre on Tuesday and Friday as well",
      publicLine: "The day centre is open on four days.",
      result: "Open on four days, fourteen people a day.",
      whyLate: "The building needed a fire door first.",
      costPounds: 6_200,
    },
    {
      kind: "prevention",
      by: "council",
      task: "Agree with the two shops nearest not to sell strong beer and cider by the can",
      publicLine: "Two shops no longer sell the strongest drink.",
      result: "Both agreed and both keep to it.",
      whyLate: "One shop belongs to a chain and had to ask its head office.",
    },
    {
      kind: "reassurance",
      by: "police",
      task: "PCSOs and outreach walk through together at noon and at four",
      publicLine: "A PCSO and an outreach worker walk through the gardens together twice a day.",
      result: "On 61 days. Seven people are in touch with a service.",
      whyLate: "Outreach had one worker for three months.",
    },
    {
      kind: "prevention",
      by: "housing",
      task: "A place to live for those who have none and want one",
      publicLine: "Those without a home are offered a place to live.",
      result: "Four of six have moved in.",
      whyLate: "No flats were free before the summer.",
    },
    {
      kind: "enforcement",
      by: "police",
      task: "Take drink away from whoever upsets others, and only then",
      publicLine: "Officers take drink away from people who upset others.",
      result: "Eleven times.",
      whyLate: "Officers were first told how the order works.",
    },
  ],
  involved: {
    scanning: "The library’s steps were added by its visitors",
    analysis: "People who drink there told outreach that they come for company",
    "response-agreed": "The ban was put off, because residents asked for help first",
    "response-live": "Volunteers opened a table with tea on Fridays",
    assessment: "Visitors were asked on the benches themselves",
  },
  engagement: {
    audience: "Visitors of the gardens and the library, shops around, people who drink there",
    underHeard: "People who drink in the gardens",
    underHeardWhy: "No survey reaches somebody without an address",
    method: "through-others",
    form: "On the bench, by the outreach worker, with tea",
    heard: [
      "Residents want help before force.",
      "They would be at the centre if it were open, and are afraid at night.",
      "The shops would do it if both did.",
    ],
  },
  outcome: {
    done: "The day centre opens on four days, two shops gave up the strongest drink, and outreach walks through twice a day with a PCSO.",
    changed: "From {baseline} days a month to {after}.",
    remains: "The centre has money until next summer.",
    notAchieved: "Two people still sleep rough, and did not want a place.",
    short: "It is calmer, but the benches are still taken all day.",
  },
  said: {
    enough: [
      "We had lunch by the memorial",
      "Glad that somebody helped them",
      "No glass in the grass for weeks",
    ],
    short: ["Still there when the sun shines", "Benches are taken all day", "They have gone to the river"],
  },
};
