/** The standing order of a meeting; every item belongs to one of these. */
export const agendaSections = [
  "welcome",
  "apologies",
  "carried",
  "priorities",
  "analysis",
  "places",
  "decisions",
  "bids",
  "impact",
  "publicity",
  "next",
] as const;
export type AgendaSection = (typeof agendaSections)[number];

export const agendaSectionWords: Readonly<Record<AgendaSection, string>> = {
  welcome: "Welcome, confidentiality and marking",
  apologies: "Apologies",
  carried: "Actions from last time",
  priorities: "Local priorities",
  analysis: "New issues and analysis",
  places: "Problem places and groups at risk",
  decisions: "Decisions",
  bids: "Resource bids and the abstraction report",
  impact: "Community impact",
  publicity: "Publicity and what residents are told",
  next: "Next meeting",
};

/** Why a priority stands on an agenda by itself. */
export const priorityReasons = ["progress", "feedback-due", "assessment-due"] as const;
export type PriorityReason = (typeof priorityReasons)[number];

export const priorityReasonWords: Readonly<Record<PriorityReason, string>> = {
  progress: "Progress",
  "feedback-due": "Residents’ feedback is due",
  "assessment-due": "The plan waits for its assessment",
};
