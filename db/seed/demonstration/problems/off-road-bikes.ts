import type { Problem } from "./problem.ts";

export const offRoadBikes: Problem = {
  category: "off-road-bikes",
  count: {
    title: "Reports of off-road bikes",
    unit: "reports a month",
    source: "Calls to the police and reports to the rangers, counted together, each event once",
    usual: [11, 24],
    factor: 0.5,
    aim: "down",
  },
  survey: "people say that they use the path at weekends",
  texts: {
    objective:
      "Families and riders use the path near {place} again: from {baseline} reports of off-road bikes a month to {target}.",
    measure: "Reports of off-road bikes on the path and the open ground",
    dataSource: "Calls to the police and the rangers’ book",
    what: "Off-road bikes are ridden fast on footpaths and open ground around {place}, without lights or plates.",
    where:
      "On the old railway path, the open ground behind the playing field, and the track down to the brook.",
    when: "Saturdays and Sundays from eleven to dusk, and on light evenings from April to September.",
    affected: "Walkers, people on horses, families with prams, and sheep in two fields beside the track.",
    sources:
      "Calls to the police\nThe rangers’ book\nConcerns that residents raised\nThe riding school’s notes",
    residentsSay: "People have given up the path at weekends. Horses have bolted twice.",
    recurrence: "On 31 of 40 weekend days this year, up to six bikes at once.",
    tried: "Signs were put up and were pulled down within a week. A patrol by car was seen from far off.",
    location: "Three gaps that a bike fits through, hard dry ground, and nobody who overlooks it.",
    manager: "The county’s rangers for the path, a farm for the track, the parish for the open ground",
    victim: "People on foot and on horses, livestock, and the riders themselves",
    guardian: "Dog walkers, the riding school and the rangers, who are there on weekdays",
    offender: "Young men who ride together; most come from within five miles, some by van",
    handler: "Their families, a motocross club twelve miles away, and garages that sell fuel",
    pattern:
      "Half of all reports come on Sunday between one and four. They double in school holidays and stop in wet weeks.",
    causes:
      "It is the best ground for miles, it is easy to get onto, and there is nowhere lawful to ride that can be reached without a van.",
    whys: "Why here? The ground is good\nWhy is it easy? The gaps are open\nWhy are they open? Prams need them\nWhy not another gate? Nobody knew one that lets prams through\nWhy not? The makers had not been asked",
    dataGaps: "Many people no longer report, so a fall in reports alone proves little.",
    options:
      "Closing the path: refused, for it would punish walkers. Chasing bikes: too dangerous. Gates that let prams and horses through: chosen.",
    displacement: "The quarry road could be used instead. Its owner counts bikes on the camera at the gate.",
    impact: "The gates were tried with a mobility scooter and a double pram before they were bought.",
    asPlanned:
      "Two of three gates, the visits and the day at the club: yes. The third gate waits for the landowner.",
    moved: "The quarry saw five bikes in three months, against four before.",
    lessons:
      "Borrow a gate and try it with a scooter first. A free day at a lawful track brought more young men than any letter.",
    sustaining: "The rangers look after the gates; the riding school keeps the book.",
  },
  firstDrafts: {
    what: "Bikes on the path near {place}.",
    options: "Close the path, or chase the bikes.",
    causes: "There is nothing to stop them.",
  },
  actions: [
    {
      kind: "prevention",
      by: "county",
      task: "Fit three gates that let prams, scooters and horses through and bikes not",
      publicLine: "The rangers fit three gates that let prams and horses through and motorbikes not.",
      result: "Two gates fitted; the third is agreed with the landowner for the spring.",
      whyLate: "The landowner of the third gap lives abroad and answered after six weeks.",
      costPounds: 4_350,
    },
    {
      kind: "enforcement",
      by: "police",
      task: "Six Sunday patrols on foot at the two ways out, with the off-road team twice",
      publicLine: "Officers wait at the ways out on Sundays. Bikes that are ridden so are seized.",
      result: "Five patrols. Nine riders were warned and three bikes seized.",
      whyLate: "The off-road team was needed elsewhere on two of the Sundays.",
    },
    {
      kind: "prevention",
      by: "police",
      task: "Offer a free day at the motocross club to riders who were warned",
      publicLine: "Riders who were warned are offered a day at a club where riding is allowed.",
      result: "Eleven came. Six joined the club.",
      whyLate: "The club had no free day before the school holidays.",
      costPounds: 300,
    },
    {
      kind: "reassurance",
      by: "council",
      task: "Put up signs at the ways in that say how and where to report, and take down the old ones",
      publicLine: "Signs at each way in say how to report a bike.",
      result: "Put up at all five ways in.",
      whyLate: "The first signs had a wrong telephone number and were printed again.",
      costPounds: 420,
    },
    {
      kind: "intelligence",
      by: "police",
      task: "Ask two garages and the riding school to note days and times",
      publicLine: "Neighbours of the path note days and times, so that patrols come when it happens.",
      result: "Three notebooks are kept. The patrols were moved to the afternoon.",
      whyLate: "One of the garages changed hands.",
    },
  ],
  involved: {
    scanning: "The track to the brook was added: the riding school knew it, we did not",
    analysis: "Young riders told a youth worker that they have no van, so the club is out of reach",
    "response-agreed": "The gates were changed after a scooter user got stuck in the first one",
    "response-live": "The book at the riding school moved the patrols to the afternoon",
    assessment: "Walkers were counted on the path on two Sundays by volunteers",
  },
  engagement: {
    audience: "People who walk and ride there, homes beside the path, the two farms, young people who ride",
    underHeard: "Young people who ride off-road bikes",
    underHeardWhy: "Nobody under 18 answered the survey, and everybody else talks about them",
    method: "school",
    form: "With a youth worker at the college, over pizza, with no list of who came",
    heard: [
      "People want the path back more than they want anybody punished.",
      "They know that it annoys people. They would ride elsewhere if they could get there.",
      "The farms would open a gate for the rangers at any time.",
    ],
  },
  outcome: {
    done: "The rangers fitted two gates, officers waited at the ways out on five Sundays, and eleven riders had a day at a club.",
    changed:
      "From {baseline} reports a month to {after}. Volunteers counted three times as many families on the path.",
    remains: "The third gate comes in the spring. The rangers keep the gates in order.",
    notAchieved: "One way in is still open, and bikes still come through it on some Sundays.",
    short: "The gates moved the bikes to the other end of the path. People there had less peace than before.",
  },
  said: {
    enough: [
      "We walked the whole path on Sunday and met nobody but dogs",
      "Two gates made more difference than I thought",
      "Horses are calm again",
    ],
    short: [
      "They just come in at the other end now",
      "Quieter because it rained for a month",
      "Better on Saturdays, the same on Sundays",
    ],
  },
};
