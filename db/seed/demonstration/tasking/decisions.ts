import type { TaskingLevel } from "#app/domain/tasking/level.ts";

/** Decisions with their reasons. */
export const decisions: Readonly<
  Record<TaskingLevel, readonly (readonly [words: string, reason: string])[]>
> = {
  local: [
    [
      "Patrols go to the two streets and the two evenings that the analyst showed, and nowhere else for a month.",
      "Spread over the whole town they were noticed by nobody.",
    ],
    [
      "No dispersal order is asked for.",
      "It was tried, moved the problem by a street and cost the trust of young people.",
    ],
    [
      "The money for community safety pays for a second youth worker until March.",
      "Opening later did more in the last village than any patrol.",
    ],
    [
      "The public spaces protection order goes to the council for renewal, with one bench left out of it.",
      "Most who answered want it kept; the bench is used by people who harm nobody.",
    ],
    [
      "The camera stays where it is for another quarter.",
      "Two months are too few to tell the season from the camera.",
    ],
    [
      "The group visits the place together before it decides anything.",
      "Only two of those present have seen it after dark.",
    ],
    [
      "What residents answer in the feedback is read here before the outcome report is written.",
      "Last time the report and the answers said different things.",
    ],
    [
      "Letters go to all homes of the street, not only to tenants.",
      "Owners park there as well, and felt left out.",
    ],
    [
      "Nothing new is begun on bikes until the barriers are in.",
      "Without them the patrols do the same work every weekend.",
    ],
    [
      "The housing provider leads on this one, and the police support it.",
      "Four of five things that would help are in the provider’s hands.",
    ],
  ],
  tactical: [
    [
      "The off-road bike team works on Saturdays in the section with most priorities about bikes.",
      "Residents of five neighbourhoods chose it.",
    ],
    [
      "Two events are policed without the neighbourhood teams.",
      "The teams were short in each of the last three months.",
    ],
    [
      "The mobile camera follows the local priorities and not the complaints.",
      "Complaints come from few streets and priorities from all.",
    ],
    [
      "No extra officers go to the town centre on Sundays.",
      "Counts of injuries and calls are low on Sundays all year.",
    ],
    [
      "Shed burglaries are worked on as one problem over all sections.",
      "The streets lie along one cycle path.",
    ],
  ],
  strategic: [
    [
      "Drinking and loneliness are taken as one theme in the joint assessment.",
      "They stand out in the same neighbourhoods.",
    ],
    [
      "The partnerships report their actions by theme once a year, on one page.",
      "Nine reports of thirty pages were read by nobody.",
    ],
    [
      "Fires in the open get one plan for the whole county.",
      "Each partnership had a plan, and the fires do not stop at its border.",
    ],
  ],
  delivery: [
    [
      "Teams above the abstraction threshold for two months bring their plan here.",
      "Plans that stayed in the section changed little.",
    ],
    ["Panels that are not quorate twice are visited before their next meeting.", "A letter brought nobody."],
    [
      "Each new sergeant runs a panel meeting beside one who has done it.",
      "The day in the classroom was not enough.",
    ],
  ],
  board: [
    [
      "The board looks at what residents answered before it looks at crime figures.",
      "It is what the board is for.",
    ],
    [
      "Actions late by more than three months come to the board by name of agency.",
      "Agencies asked for it themselves, so that money is found.",
    ],
    [
      "The next meeting is held in a village hall, in public view of its neighbourhood.",
      "Nobody outside knows that the board is there.",
    ],
  ],
};
