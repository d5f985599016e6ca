import type { ConcernCategory } from "#app/domain/concern/categories.ts";

/** What people of the demonstration worry about, all of it invented. `{place}` is a place of the neighbourhood. */
export interface Theme {
  readonly category: ConcernCategory;
  readonly title: string;
  /** As staff write it for everybody. */
  readonly summary: string;
  /** As residents say it: shown to staff alone. */
  readonly words: readonly string[];
  readonly when: string;
  readonly trend: string;
  readonly partners: string;
  readonly harm: string;
  readonly success: string;
}

export const themes: readonly Theme[] = [
  {
    category: "speeding",
    title: "Speeding through {place}",
    summary:
      "Cars and vans go too fast on the main road through {place}, above all before school and after work. People find it hard to cross.",
    words: [
      "They come down the hill into {place} far too fast every morning and nobody can get across to school",
      "Somebody is going to get hurt at the crossing in {place}, I have stopped letting the children walk",
      "Motorbikes racing through {place} on Sunday afternoons",
    ],
    when: "School days before nine, and after five",
    trend: "Two speed checks this quarter found one car in six above 35 mph.",
    partners: "The county council is looking at the signs; Community Speedwatch has six volunteers.",
    harm: "Children and older people cross here. There were two collisions with injuries in a year.",
    success: "Fewer than one car in twenty above 35 mph, and people say they can cross.",
  },
  {
    category: "off-road-bikes",
    title: "Off-road bikes around {place}",
    summary:
      "Off-road bikes are ridden on footpaths and open ground around {place}, mostly at weekends. Walkers and horse riders no longer feel safe.",
    words: [
      "The bikes are back on the old railway path at {place}, no lights, no plates, no helmets",
      "I cannot take the dog out on a Saturday because of the bikes at {place}",
    ],
    when: "Weekends and light evenings",
    trend: "Calls about off-road bikes went up by a third on the same months last year.",
    partners: "Rangers have put up two barriers; the landowner has agreed to a third.",
    harm: "Walkers, riders and livestock are at risk, and the riders themselves.",
    success: "Calls down by half by the autumn and the path in use by families again.",
  },
  {
    category: "asb-nuisance",
    title: "Noise and rowdiness near the shops in {place}",
    summary:
      "Groups gather near the shops in {place} in the evening, with shouting, litter and things thrown. Some people no longer go out after dark.",
    words: [
      "Every night there is shouting outside the chip shop in {place} until midnight",
      "My mother is too frightened to walk to the shop in {place} after five o'clock",
      "Eggs thrown at the windows again in {place}",
    ],
    when: "Friday and Saturday evenings",
    trend: "Anti-social behaviour calls are level on the year, and half of them come on two evenings a week.",
    partners: "The youth service opens one evening a week; the shopkeepers have formed a group.",
    harm: "Older people and shop workers are worn down by it.",
    success: "People say that they use the shops in the evening, and calls fall by a quarter.",
  },
  {
    category: "drugs",
    title: "Drug use in and around {place}",
    summary:
      "People see signs of drug use around {place}: needles, small bags and short visits by car. Parents worry about the play area.",
    words: [
      "Found needles by the swings at {place} again this week",
      "There are cars stopping for two minutes all evening at {place}",
    ],
    when: "Afternoons and late evenings",
    trend: "Recorded drug offences are few and steady; reports of needles to the council have doubled.",
    partners: "The council clears needles within a day; the drug service visits fortnightly.",
    harm: "Children use the play area. Some people affected are vulnerable themselves.",
    success: "No needles found for two months and the play area in use.",
  },
  {
    category: "parking",
    title: "Parking outside the school in {place}",
    summary:
      "Cars park on the zigzags and the pavement outside the school in {place}, so that children walk in the road.",
    words: [
      "It is chaos outside the school in {place} at three o'clock, somebody drove along the pavement",
      "Wheelchair users cannot get past the parked cars in {place}",
    ],
    when: "School days, half past eight and three o'clock",
    trend: "Parking wardens issued eleven notices this term.",
    partners: "The school has started a walking bus; the district council sends a warden once a week.",
    harm: "Small children and wheelchair users have to go into the road.",
    success: "The zigzags clear on nine school days out of ten.",
  },
  {
    category: "asb-environmental",
    title: "Fly-tipping in the lanes near {place}",
    summary: "Rubbish is dumped in lay-bys and field gates near {place}, some of it by the van load.",
    words: [
      "Another load of rubble tipped in the lane at {place}",
      "Mattresses and paint tins by the brook at {place}",
    ],
    when: "Overnight",
    trend: "The council cleared nineteen loads in six months, twice as many as the year before.",
    partners: "The council has a camera that can be moved; farmers share a telephone list.",
    harm: "Walkers, farm animals and the brook.",
    success: "Fewer than one load a month.",
  },
  {
    category: "damage",
    title: "Damage and graffiti in {place}",
    summary:
      "The shelter, the bus stops and the pavilion in {place} are damaged and painted again and again.",
    words: [
      "The bus shelter in {place} has been smashed for the third time",
      "Graffiti all over the pavilion at {place}",
    ],
    when: "Evenings and school holidays",
    trend: "Criminal damage is a fifth above the same months last year.",
    partners: "The parish council repairs within two weeks; the college has offered a mural.",
    harm: "People feel that nobody looks after the place.",
    success: "Four months without damage that has to be repaired.",
  },
  {
    category: "theft-burglary",
    title: "Sheds and garages broken into in {place}",
    summary: "Tools and bicycles are taken from sheds and garages in {place}, mostly overnight.",
    words: [
      "Three sheds on our street in {place} were done in one night",
      "Bike stolen from the garage in {place}",
    ],
    when: "Between midnight and five",
    trend: "Recorded burglary of outbuildings rose from four to eleven in a quarter.",
    partners: "Housing has fitted lights on two estates; there is a property-marking day next month.",
    harm: "People lose the tools that they work with.",
    success: "Fewer than four a quarter, and two hundred homes with marked property.",
  },
  {
    category: "rural-wildlife",
    title: "Livestock worried and gates left open at {place}",
    summary: "Dogs off the lead and open gates around {place} lead to hurt sheep and lost lambs.",
    words: ["Lost two ewes this month at {place}, dogs again", "Gates left open on the track above {place}"],
    when: "Weekends, above all in spring",
    trend: "Six reports in the spring, against two in the year before.",
    partners: "The national park has put up signs; the farmers' union tells its members.",
    harm: "Farms lose stock in the lambing season.",
    success: "No more than one report in a season.",
  },
  {
    category: "shop-theft",
    title: "Thefts from shops in {place}",
    summary: "Small shops in {place} lose goods almost every day, and staff are threatened when they ask.",
    words: [
      "It is the same every day in the shop at {place}, they just walk out",
      "I was sworn at in front of the children in {place}",
    ],
    when: "Late afternoon",
    trend: "Reported thefts doubled since the shops began to report each one.",
    partners: "Nine shops share a radio link; the district council pays for half of it.",
    harm: "Shop workers are threatened; two small shops may close.",
    success: "Thefts down by a third and no worker threatened in a month.",
  },
  {
    category: "young-people",
    title: "Nothing for young people to do in {place}",
    summary:
      "Young people in {place} say that they are moved on wherever they meet, and have nowhere to go in the evening.",
    words: [
      "We get told to move on everywhere in {place}, there is nowhere to be",
      "My lads want somewhere dry to meet in {place}",
    ],
    when: "Weekday evenings",
    trend: "The youth club in the next town had forty young people from here last term.",
    partners: "The village hall is free on two evenings; the county's youth service would run one.",
    harm: "Young people are heard least of all, and are blamed for most.",
    success: "A place open two evenings a week that thirty young people use.",
  },
  {
    category: "alcohol",
    title: "Street drinking in {place}",
    summary:
      "People drink in the gardens and by the memorial in {place} during the day. Others avoid the benches.",
    words: [
      "You cannot sit by the memorial in {place} any more",
      "Broken bottles on the grass at {place} every Monday",
    ],
    when: "From midday",
    trend: "The council's street cleaners report bottles on five days out of seven.",
    partners: "An outreach worker visits on two days; the council may ask for a protection order.",
    harm: "Some of those who drink there need help themselves.",
    success: "The benches in use, and three people in touch with a service.",
  },
  {
    category: "police-visibility",
    title: "Officers are seldom seen in {place}",
    summary: "People in {place} say that they do not know their officers and seldom see them on foot.",
    words: [
      "Have not seen an officer in {place} since last year",
      "Who is our officer in {place}? Nobody knows",
    ],
    when: "All the time",
    trend: "In the last survey 31 of 100 people could name a member of the team.",
    partners: "The library has offered a desk; the parish newsletter a page.",
    harm: "People do not tell anybody what happens.",
    success: "Half of those asked can name a member of the team.",
  },
  {
    category: "vehicle-crime",
    title: "Tools taken from vans in {place}",
    summary: "Vans parked overnight in {place} are opened for the tools in them.",
    words: [
      "All my tools gone from the van in {place}, I cannot work",
      "Second van on the street in {place} this month",
    ],
    when: "Overnight, weekdays",
    trend: "Vehicle crime went from three to nine a month over the winter.",
    partners: "The builders' merchant gives a discount on locks.",
    harm: "People who work for themselves cannot work without them.",
    success: "Back to three a month or fewer.",
  },
  {
    category: "hate-tension",
    title: "People called names at the bus station in {place}",
    summary:
      "People are called names around the bus station in {place} for their faith, where they come from or how they look. Few of them tell anybody.",
    words: [
      "My wife is shouted at for her headscarf at the bus station in {place}",
      "They make fun of my brother in his wheelchair in {place} and everybody looks away",
    ],
    when: "After school and on the late bus",
    trend: "Nine incidents were told of in a quarter; the reporting centre thinks that it is one in five.",
    partners: "The library would take reports; the bus company would train its drivers.",
    harm: "People change their way home, and do not go out alone.",
    success: "People say that they feel welcome, and know whom to tell.",
  },
];
