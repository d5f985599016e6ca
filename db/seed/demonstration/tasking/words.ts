import type { AgendaSection } from "#app/domain/tasking/agenda.ts";

/** What is noted of a priority. `{place}` is a place of its neighbourhood, `{team}` the agency that has most to do with it. */
export const priorityNotes: readonly string[] = [
  "Calls in {place} are fewer than last month. Residents at the drop-in said the same.",
  "No change in {place} since last time. The weather kept people indoors, so nothing can be made of it.",
  "The team met residents of {place} twice. They ask what the agencies have done so far: each says it in a line.",
  "{team} walked {place} with the constable. Two things were mended on the spot, one needs money.",
  "The school in {place} says that pupils talk about it. It offers its hall for the next meeting with parents.",
  "Better on weekdays, as before at weekends. The plan’s next look at it is in three weeks.",
  "Shopkeepers in {place} keep a diary and handed it over: two evenings stand out.",
  "The parish council asked for an answer and gets one this week, with the public line of each action.",
  "What was tried in the next village was told: it worked there because somebody opened the hall.",
  "It moved a few hundred yards from {place}. {team} looks at the new spot before anything is planned.",
];

export const sectionNotes: Readonly<Partial<Record<AgendaSection, readonly string[]>>> = {
  analysis: [
    "The analyst showed calls by street and hour for three months. Nothing new stands out beside the priorities.",
    "Reports of bicycles taken near two stations rose. The operators are asked for their counts.",
    "Calls about noise rose with the light evenings, as in each of the last four years.",
    "Shop theft is level. Abuse of shop workers is asked about separately from now on.",
    "The product compares the area with areas like it: fewer break-ins, more nuisance.",
  ],
  places: [
    "The car park behind the library is the place with most calls from different people. It stays on the list.",
    "The path by the canal came off the list: two months without a call.",
    "Older people who live alone near the park were asked how they are. A befriending scheme was offered.",
    "The bus station is a place of concern in the school holidays. Staff stay until nine.",
    "The caravan site asked to be visited at a time of its own choosing, and will be.",
  ],
  bids: [
    "The abstraction report was read. One team is above the threshold; its inspector says what is done about it.",
    "A bid for two evenings of the off-road bike team was agreed.",
    "A bid for the mobile camera was put off until the counting strips have been read.",
    "The abstraction report was read: no team is above the threshold.",
    "A bid for overtime was turned down, since the youth service covers the same evenings.",
  ],
  impact: [
    "No community impact assessment is open in the area.",
    "The fair brought no complaints. The assessment was closed with thanks to the stewards.",
    "Faith groups say that their members feel safe. They ask to be told early about the march.",
    "Feelings about the new site are calmer since the meeting with its neighbours.",
  ],
  publicity: [
    "Each item has its line. The communication officer puts two of them into the newsletter.",
    "Residents hear first at the panel meeting on Thursday, then on the pages.",
    "The before and after pictures of the recreation ground go on the page, without people in them.",
    "The council and the police publish the same words on the same day.",
  ],
};

/** Why an agency declined. */
export const declineReasons: readonly string[] = [
  "The land is not ours. Its owner has to be asked first.",
  "No money is left for this in the year. It could be done after April.",
  "We have no powers for this: it is for the highway authority.",
  "The post that would do it is vacant until the autumn.",
  "Our own rules ask for a consultation first, which takes three months.",
  "We tried the same last year, and it made no difference. We propose something else at the meeting.",
];

export const givenOnNotes: readonly string[] = [
  "Given on: the group found who can do it.",
  "Given to another agency, which has the powers and the people.",
  "The police take it on, with the first agency’s advice.",
];

export const withdrawnReasons: readonly string[] = [
  "No longer needed: the problem stopped by itself.",
  "No longer needed: something better was agreed under the same priority.",
  "Withdrawn: it waited for money that did not come.",
];

export const goesOnNotes: readonly string[] = [
  "Under way. A new day was agreed.",
  "Not begun: the person who does it was away. It is done by the new day.",
  "Half done. The rest waits for the contractor.",
  "It goes on as planned.",
];

export const withheldReasons: readonly string[] = [
  "It would show where checks are made.",
  "Few homes are concerned, and neighbours would know which.",
  "The owner asked that nothing be said until the work is paid for.",
  "Residents were told in person; more would stir it up again.",
];

export const remarks: readonly string[] = [
  "We begin next week.",
  "Agreed, with thanks.",
  "It is in our plan for the month.",
];

/** What residents are told of an item, and by whom. */
export const feedbackLines: readonly string[] = [
  "The sergeant tells it at the next drop-in and on the priority’s page.",
  "The council puts it into its newsletter; the priority’s page says the same.",
  "Nothing yet: there is nothing to tell before the counts are in.",
  "The panel hears it first, on Thursday.",
  "Each public line is published when its action is done.",
];
