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

export const closeReason =
  "It has not been seen again for three months. Residents could not be asked yet: sign-off came later.";
