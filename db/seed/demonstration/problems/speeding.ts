import type { Problem } from "./problem.ts";

export const speeding: Problem = {
  category: "speeding",
  count: {
    title: "Vehicles above 35 mph in an hour’s check",
    unit: "vehicles an hour",
    source: "Speed checks by the team and Community Speedwatch, one hour a week in the same place",
    usual: [34, 58],
    factor: 0.4,
    aim: "down",
  },
  survey: "people say that they can cross the main road safely",
  texts: {
    objective:
      "People can cross the main road through {place} again: from {baseline} vehicles an hour above 35 mph to {target} or fewer.",
    measure: "Vehicles above 35 mph in an hour’s check on a school day",
    dataSource: "Weekly speed checks by the team and by Community Speedwatch",
    what: "Cars and vans go through {place} well above the limit, and do not stop at the crossing by the shops.",
    where: "On the main road from the first houses to the crossing, worst on the straight before the bend.",
    when: "School days from eight to nine and from three to six, and on dry Sundays when groups of motorbikes come through.",
    affected:
      "Children on their way to school, older people who cross to the shops, and those who wait for the bus.",
    sources:
      "Speed checks by the team\nRecords of collisions at the county council\nConcerns that residents raised\nThe school’s own count at the crossing",
    residentsSay:
      "Parents no longer let younger children walk by themselves. Older people wait for a gap that does not come.",
    recurrence: "In every one of nine checks over ten weeks, and in two collisions with injuries in a year.",
    tried: "A mobile camera came for two days a year ago. It was quiet for a week and then as before.",
    location:
      "A wide straight road with no parked cars, a sign half hidden by a hedge, and no island at the crossing.",
    manager: "The county council as highway authority",
    victim: "People on foot, above all children and older people",
    guardian: "Parents, the school and the crossing patrol, whose post has been vacant since the spring",
    offender:
      "Drivers on their way to work, and drivers of local delivery firms; half of those stopped live nearby",
    handler: "Employers of the drivers, and families of those who live here",
    pattern:
      "Two thirds of the fastest are counted between ten to eight and twenty to nine. Vans are a third of them. Rain halves the number.",
    causes:
      "The road looks like a road outside a village. Drivers see the sign late, nobody they know asks them to slow down, and the crossing is easy to miss.",
    whys: "Why so fast? The road is wide\nWhy does it look wide? Nothing is parked on it\nWhy do they not see the sign? The hedge\nWhy has it not been cut? Nobody knew whose it is\nWhy not? Nobody had asked",
    dataGaps: "Nothing is counted at night or at weekends but for two Sundays.",
    options:
      "A fixed camera: too few collisions for it. Speed bumps: buses and ambulances use the road. An island: chosen, if the county can pay.",
    displacement: "Drivers could use the lane past the church. It is counted too.",
    impact: "Checks are held on both sides of the working day, so that no one group of drivers is met alone.",
    asPlanned:
      "Checks, the hedge, the painted signs and the letters to firms: yes. The island is put off to the next year.",
    moved: "The lane past the church was counted four times: no more traffic than before.",
    lessons:
      "Letters to firms did more than fines: three of them fitted limiters. Ask early who owns the hedge.",
    sustaining: "Community Speedwatch checks twice a month; the parish council keeps the hedge cut.",
  },
  firstDrafts: {
    objective: "Slow the traffic down in {place}.",
    causes: "Drivers do not care about the limit.",
    options: "A fixed camera, or speed bumps.",
  },
  actions: [
    {
      kind: "enforcement",
      by: "police",
      task: "Speed checks one hour a week, morning and afternoon in turn; tickets above 42 mph",
      publicLine: "The team checks speeds every week and says here what it found.",
      result: "Fourteen checks held. 61 drivers were stopped, 38 fined and 23 sent on a course.",
      whyLate: "Two checks were lost to a long search elsewhere in the county.",
    },
    {
      kind: "prevention",
      by: "county",
      task: "Cut back the hedge at the sign and paint the limit on the road at both ends",
      publicLine: "The county council cuts the hedge back and paints the limit on the road.",
      result: "The hedge was cut and the limit painted at both ends.",
      whyLate: "The paint needs three dry days together, and there were none in the month planned.",
      costPounds: 1_850,
    },
    {
      kind: "prevention",
      by: "police",
      task: "Write to the six firms whose vans were counted most, with times and speeds",
      publicLine: "Firms whose vans were counted most are asked to slow down.",
      result: "Four of six answered. Three fitted limiters.",
      whyLate: "It took a month to find out which firms the vans belonged to.",
    },
    {
      kind: "reassurance",
      by: "police",
      task: "Train six more volunteers for Community Speedwatch and lend them the device",
      publicLine: "Six more volunteers are trained for Community Speedwatch.",
      result: "Seven were trained and five go out regularly.",
      whyLate: "The trainer was ill and the evening had to be held again.",
      costPounds: 240,
    },
    {
      kind: "prevention",
      by: "county",
      task: "Design and cost an island at the crossing",
      publicLine: "The county council works out what an island at the crossing would cost.",
      result: "Designed. The county will decide with next year’s money.",
      whyLate: "The county’s engineers first had to survey the drains under the road.",
      costPounds: 3_200,
    },
  ],
  involved: {
    scanning: "The crossing by the shops was added, which the team had not counted",
    analysis: "The hedge in front of the sign was found by two residents, not by us",
    "response-agreed": "Letters to firms were put before fines, because people knew the vans",
    "response-live": "Volunteers moved one check to the afternoon, when it is worst",
    assessment: "Parents counted at the crossing again, the same week a year later",
  },
  engagement: {
    audience:
      "Households along the main road, parents of the school, people who wait for the bus, drivers of local firms",
    underHeard: "Older people who do not go out since the road is hard to cross",
    underHeardWhy: "One in four here is over 70, and of those who answered the last survey one in ten",
    method: "through-others",
    form: "At the lunch club, in conversation, with large print to take away",
    heard: [
      "Most want an island more than a camera. Several offered to stand with Speedwatch.",
      "They plan the day around the bus, so that they need not cross. A bench on this side would help as well.",
      "Drivers said that they do not notice the sign.",
    ],
  },
  outcome: {
    done: "The team and volunteers checked speeds every week. The county council cut the hedge and painted the limit on the road. Three firms fitted limiters to their vans.",
    changed: "From {baseline} vehicles an hour above 35 mph to {after}. Parents say that more children walk.",
    remains: "The county council decides about an island next year. Speedwatch goes on twice a month.",
    notAchieved: "There is no island yet, and Sunday motorbikes are as many as before.",
    short: "Speeds fell in the morning only. In the afternoon the road is as it was.",
  },
  said: {
    enough: [
      "You can get across now without running",
      "The vans have slowed right down, the cars not quite as much",
      "My two walk to school again",
    ],
    short: [
      "Mornings are better but try it at five o’clock",
      "It will all start again when you stop checking",
      "The motorbikes on Sundays are as bad as ever",
    ],
  },
};
