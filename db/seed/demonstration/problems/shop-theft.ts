import type { Problem } from "./problem.ts";

export const shopTheft: Problem = {
  category: "shop-theft",
  count: {
    title: "Thefts that shops noted",
    unit: "thefts a month",
    source: "A form that nine shops fill in, reported or not",
    usual: [42, 70],
    factor: 0.65,
    aim: "down",
  },
  survey: "shop workers say that they feel safe at work",
  texts: {
    objective:
      "Small shops in {place} lose less and nobody is threatened: from {baseline} thefts a month to {target}.",
    measure: "Thefts that nine shops note, whether they report them or not",
    dataSource: "The shops’ own form, handed in each month",
    what: "Goods are taken from small shops in {place} almost every day, and workers are threatened when they ask.",
    where: "In nine shops on the main street, most in three of them.",
    when: "From three to six, and after seven when one person works alone.",
    affected: "Shop workers, shopkeepers, and everybody who needs a shop near home.",
    sources:
      "The shops’ form\nPolice records\nConcerns that residents raised\nThe shop workers’ union’s survey",
    residentsSay:
      "People see it happen and are ashamed that nobody does anything. They fear for the last shops.",
    recurrence: "In every shop, in every week that was counted.",
    tried: "A telephone chain, which broke when one shop closed.",
    location: "Doors and dear goods side by side, tills that face the wall, and one worker.",
    manager: "Shopkeepers, most of whom rent",
    victim: "Workers who are alone, and goods that sell quickly: meat, coffee, washing powder",
    guardian: "The others in the street, who do not hear of it in time",
    offender: "A few people who steal every day to pay for drugs, and groups who come by car",
    handler: "The drug service, probation, those who buy what was stolen",
    pattern:
      "Seven thefts in ten are noted between three and six. Two weeks after benefits are paid they peak.",
    causes: "It is easy, it is rarely reported because nothing came of it, and those who steal most are ill.",
    whys: "Why daily? It pays for the day\nWhy here? One worker\nWhy not reported? Nothing comes of it\nWhy not? Each theft is looked at alone\nWhy? Nobody put them together",
    dataGaps: "Two shops joined late, so their first months are missing.",
    options:
      "Guards: too dear for small shops. A radio link with one form for all: chosen. Goods moved from the door: chosen.",
    displacement: "The retail park has its own guards and tells us each month.",
    impact:
      "Pictures of people are not passed round: it is not lawful for the shops and has led to mistakes elsewhere.",
    asPlanned: "Radio link, form and advice: yes. Two shops could not pay for the radio and share one.",
    moved: "The retail park noted as many as before.",
    lessons:
      "One form for all the shops let a court see forty thefts, not one. Help came first for three people and they have stopped.",
    sustaining: "The shops pay for the radios; the drug service sees people on Wednesdays.",
  },
  firstDrafts: { what: "Shop theft in {place}.", options: "Guards.", dataGaps: "None." },
  actions: [
    {
      kind: "prevention",
      by: "council",
      task: "Pay half of a radio link for nine shops, and train the workers",
      publicLine: "Nine shops warn each other by radio. The council pays half.",
      result: "Nine shops on the link, 31 workers trained.",
      whyLate: "Two shops had to find the other half of the money.",
      costPounds: 2_700,
    },
    {
      kind: "intelligence",
      by: "police",
      task: "One form for all the shops, put together each week into one case for each person",
      publicLine: "Thefts from all shops are put together, so that a court sees the whole.",
      result: "214 forms led to six cases.",
      whyLate: "The form had to be agreed with the lawyers of two chains.",
    },
    {
      kind: "enforcement",
      by: "police",
      task: "Bring the six cases to court and ask for orders that keep people out of the street",
      publicLine: "The cases are brought to court.",
      result: "Four are decided: two orders to stay away, two to take treatment.",
      whyLate: "The court put two of the cases off.",
    },
    {
      kind: "prevention",
      by: "health",
      task: "A place in treatment within a week for anybody the shops’ cases concern",
      publicLine: "Whoever steals to pay for drugs is offered treatment within a week.",
      result: "Five were offered it, three took it.",
      whyLate: "There was a waiting list until the new worker came.",
    },
    {
      kind: "reassurance",
      by: "police",
      task: "A PCSO in the street from three to six on weekdays, in every shop once a week",
      publicLine: "A PCSO is in the street on weekday afternoons.",
      result: "On 52 of 60 days.",
      whyLate: "The PCSO covered another neighbourhood for a fortnight.",
    },
  ],
  involved: {
    scanning: "Workers told of threats that were in no report",
    analysis: "Shops compared notes and found the same hour in each",
    "response-agreed": "Passing round pictures was dropped after the advisers’ group spoke against it",
    "response-live": "Two shops share one radio and moved the coffee from the door",
    assessment: "Workers answered the same five questions as at the start",
  },
  engagement: {
    audience: "Shopkeepers and their workers, customers, the drug service’s clients",
    underHeard: "Workers on evening shifts, many of them young and from abroad",
    underHeardWhy: "They meet it most, and the meetings were held while they work",
    method: "door-to-door",
    form: "In the shop at closing time, five questions, in Polish and Tamil as well",
    heard: [
      "Shopkeepers want to know what came of their reports.",
      "They are told not to stop anybody, and nobody tells them what to do instead.",
      "Customers would like to be told how to help.",
    ],
  },
  outcome: {
    done: "Nine shops share a radio link and a form, a PCSO is in the street in the afternoon, and people who steal for drugs were offered treatment.",
    changed: "From {baseline} thefts a month to {after}. Threats fell from eleven a month to three.",
    remains: "The shops pay for the radios themselves from next year.",
    notAchieved: "Groups who come by car were not stopped.",
    short: "Workers feel safer and the shops lose almost as much as before.",
  },
  said: {
    enough: [
      "I am not afraid of the evening shift now",
      "You hear on the radio before they are in",
      "Coffee is back on the shelf",
    ],
    short: [
      "We still lose a case of meat a week",
      "The ones with the car still come",
      "Feels safer, costs the same",
    ],
  },
};
