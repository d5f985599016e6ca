import type { Closing } from "./life.ts";

/** Why something was left off a shortlist, in public words. */
export const leftOffReasons: readonly string[] = [
  "Work on it is going on already, and ends before the vote.",
  "It is the council's to decide, and was passed on with the concerns behind it.",
  "Raised by fewer people than the others, and no trend was found.",
];

export const departureReasons: readonly string[] = [
  "The county council starts road works there in a month, so little could be done before the summer.",
  "Those it affects most vote least, and the panel gave that more weight.",
];

export const declineReasons: readonly { code: "unlawful" | "unsafe" | "outside-powers"; reason: string }[] = [
  {
    code: "outside-powers",
    reason:
      "Closing a road is the highway authority's to decide. The concern was passed to it with the vote.",
  },
  {
    code: "unsafe",
    reason:
      "What was asked for would put walkers at risk. The team proposes another way at the next meeting.",
  },
];

export const extensionReasons: readonly string[] = [
  "Few people voted, so the team knocks on doors for another week.",
  "The hall was closed by flooding and the drop-in had to be held a week later.",
];

export const urgentReasons: readonly string[] = [
  "Four fires in bins in one week, close to homes.",
  "A run of break-ins at allotments since the last vote.",
];

/** Why an inspector closed a priority without the residents' word, in public words. */
export const closings: readonly Closing[] = [
  {
    code: "never-recurred",
    words:
      "Nobody has reported it since the week in which it was chosen, and three visits found no sign of it.",
  },
  {
    code: "never-recurred",
    words:
      "The building it was about was pulled down in the first month, and nothing has been reported since.",
  },
  {
    code: "merged",
    words:
      "Another priority here has the same cause, so one plan works on both. Its page tells what is done.",
  },
  {
    code: "not-possible",
    words:
      "The land is private and its owner may not be made to fence it. The council has the concern in hand.",
  },
];

/** Why a panel did not sign off what passed the poll. */
export const panelReasons = {
  short:
    "Those who live closest say that it still happens, and few of them answered. The panel wants two more months of work.",
  enough: [
    "The figures fell, residents say that it is enough, and the council keeps an eye on it.",
    "Most who answered see the change. The panel asks for one more look in the spring.",
    "It is not gone, but people use the place again, and that is what was asked for.",
  ],
  few: "Few people answered, although doors were knocked on. The panel went to look for itself and is content.",
} as const;

export const pauseReasons: readonly string[] = [
  "The county council has closed the road for works, so nothing that is counted now would mean anything.",
  "The team covers two neighbourhoods until a vacant post is filled. The visits go on, the rest waits.",
  "The fence has to wait for the owner's permission, which is promised for next month.",
];

/** What brought a priority back after it was signed off. */
export const recurrenceReasons: readonly string[] = [
  "It has been reported five times in four weeks, at the same place and the same times as before.",
  "It stopped for two months and then began again, at the same place and almost as often as before.",
];
