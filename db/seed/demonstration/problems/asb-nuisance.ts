import type { Problem } from "./problem.ts";

export const asbNuisance: Problem = {
  category: "asb-nuisance",
  count: {
    title: "Calls about rowdy behaviour by the shops",
    unit: "calls a month",
    source: "Calls to the police, and the shopkeepers’ diary, each evening counted once",
    usual: [14, 27],
    factor: 0.65,
    aim: "down",
  },
  survey: "people say that they use the shops after dark",
  texts: {
    objective:
      "People in {place} use the shops in the evening without worry: from {baseline} evenings a month with calls to {target}.",
    measure: "Evenings with a call about rowdy behaviour near the shops",
    dataSource: "Calls to the police and a diary that six shops keep",
    what: "Groups gather by the shops and the bus station in {place}, with shouting, litter and things thrown at windows.",
    where: "Between the chip shop and the bus station, and in the little park behind them.",
    when: "Friday and Saturday from six to eleven, and most evenings in school holidays.",
    affected: "Older people, people who wait for the last bus, and those who work in the shops.",
    sources:
      "Calls to the police\nThe shopkeepers’ diary\nConcerns that residents raised\nThe bus company’s reports",
    residentsSay:
      "Several people have stopped going out after five. Shop workers ask to be walked to their cars.",
    recurrence: "On three Fridays out of four since the clocks went back.",
    tried:
      "A dispersal order was used for one weekend. The young people came back on Monday and felt picked on.",
    location: "The only lit and dry place in the evening, with a wall to sit on and no camera.",
    manager: "The shopkeepers, the bus company and the district council, each for a part",
    victim: "Shop workers, passengers and people who live above the shops",
    guardian: "The bus station’s staff, who go home at seven",
    offender: "Two groups of young people of fourteen to seventeen, rarely more than fifteen together",
    handler: "Parents, two schools, a football club that most of them once played for",
    pattern:
      "Half of the calls come on two evenings. They stop where the youth club is open, and start when it shuts at eight.",
    causes:
      "It is warm, dry and lit, and there is nowhere else. When the staff go home nobody is in charge of the place.",
    whys: "Why here? It is dry\nWhy not at the club? It shuts at eight\nWhy at eight? There is one worker\nWhy one? The money is for one\nWhy so? Nobody had asked for more",
    dataGaps: "Shops without a diary report nothing.",
    options:
      "A device that drives young people away by noise: refused, it harms small children. Later opening of the club: chosen. More patrols alone: tried before.",
    displacement: "The park behind the church is the next dry place. The verger tells us what he sees.",
    impact:
      "Being young and together is no offence: officers were briefed to talk first. Who was stopped is looked at each month.",
    asPlanned:
      "The club’s later hours, the lights and the patrols: yes. The mural was dropped for want of a wall.",
    moved: "The church park had two noisy evenings in three months, as before.",
    lessons:
      "Opening the club two hours longer did more than twenty patrols. Ask the young people first, not last.",
    sustaining: "The youth service keeps the later hours; the shops keep the diary.",
  },
  firstDrafts: {
    objective: "Stop the noise by the shops in {place}.",
    causes: "The young people have no respect.",
    displacement: "Not likely.",
  },
  actions: [
    {
      kind: "prevention",
      by: "council",
      task: "Pay for a second youth worker so that the club stays open until ten on Fridays and Saturdays",
      publicLine: "The youth club stays open until ten on Fridays and Saturdays.",
      result: "Open until ten since the third week. Thirty young people on most evenings.",
      whyLate: "The second worker could start only after the checks that work with children needs.",
      costPounds: 5_400,
    },
    {
      kind: "reassurance",
      by: "police",
      task: "A PCSO on foot at the bus station on Fridays from six to ten, who knows the groups by name",
      publicLine: "A PCSO is at the bus station on Friday evenings.",
      result: "Held on thirteen of sixteen Fridays.",
      whyLate: "The PCSO was on a course for two weeks.",
    },
    {
      kind: "prevention",
      by: "council",
      task: "Mend the five lamps in the park and cut the bushes by the bench",
      publicLine: "Lamps in the park are mended and bushes cut back.",
      result: "All five lamps work and the bushes are cut.",
      whyLate: "The cable had to be dug up twice.",
      costPounds: 2_100,
    },
    {
      kind: "enforcement",
      by: "police",
      task: "Agree acceptable behaviour contracts with the few who threw things, with their parents",
      publicLine: "The few who threw things have agreed with their parents how to behave.",
      result: "Four were agreed and four kept.",
      whyLate: "One family could not be met before the end of term.",
    },
    {
      kind: "reassurance",
      by: "housing",
      task: "Ask the people above the shops each fortnight how it was, by telephone",
      publicLine: "People who live above the shops are asked every two weeks how it was.",
      result: "Eleven homes were rung six times each.",
      whyLate: "The housing officer’s post was vacant for a month.",
    },
  ],
  involved: {
    scanning: "The bus station was added: the shops were only half of it",
    analysis: "Young people said themselves that the club shuts when they have time",
    "response-agreed": "The noise device was dropped after parents of small children spoke",
    "response-live": "The club’s members chose Friday and Saturday, not Tuesday",
    assessment: "Shopkeepers and club members looked at the diary together",
  },
  engagement: {
    audience:
      "Shopkeepers, people who live above the shops, passengers of the evening buses, young people who meet there",
    underHeard: "Young people of fourteen to seventeen",
    underHeardWhy: "They are in most of the complaints and in none of the meetings",
    method: "school",
    form: "At the youth club with its own worker, on cards and by show of hands",
    heard: [
      "People do not want the young people gone, they want somebody to be there.",
      "They want somewhere dry until ten. They are moved on wherever they are.",
      "The bus company would leave its waiting room open if somebody locked it.",
    ],
  },
  outcome: {
    done: "The youth club opens until ten at weekends, a PCSO is at the bus station on Fridays, the park is lit again and four families signed agreements.",
    changed: "From {baseline} evenings with calls in a month to {after}. Two shops open an hour longer.",
    remains: "The youth service has money for the later hours until March and applies for more.",
    notAchieved: "School holidays are still noisy, and the mural was not painted.",
    short: "It is quieter on Fridays, when the PCSO is there, and no quieter on Saturdays.",
  },
  said: {
    enough: [
      "I went for chips at nine and nobody bothered me",
      "The lads are at the club now, good for them",
      "It is not silent but it is all right",
    ],
    short: ["Fridays yes, Saturdays no", "They moved a hundred yards", "Eggs on the window again last week"],
  },
};
