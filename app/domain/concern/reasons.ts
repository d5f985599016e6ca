/** The reasons that staff choose from, and the sentence that each becomes for whoever raised the concern. */
const rejection = {
  "outside-area": "The place is outside the area that we look after.",
  "names-people": "It could not be told without pointing at a person or a home.",
  "before-court": "It is about something that a court may decide, and we must not add to it.",
  abusive: "It was abusive or threatening.",
  "not-understood": "We could not tell what the problem is.",
  "not-a-concern": "It is not about the safety of a neighbourhood.",
  repeated: "You raised the same concern before, and it is still open.",
  "could-harm": "To show it could put somebody at risk.",
  "not-reworded": "We asked you for other words and did not hear from you.",
} as const;

const rewording = {
  "names-people":
    "Please write it again without names, number plates, house numbers or anything that points at a person.",
  "place-unclear": "Please tell us where it happens, as well as you can.",
  "problem-unclear": "Please tell us what happens, and how it affects people.",
  "several-problems": "Please write about one problem at a time, and send us the others separately.",
} as const;

const answer = {
  informed: "We could answer you straight away.",
  done: "The problem has been dealt with.",
  "in-hand": "Work on it is already going on.",
} as const;

const referral = {
  council: "The council is responsible for this.",
  highways: "The highway authority is responsible for this.",
  landlord: "The landlord or housing association is responsible for this.",
  "fire-service": "The fire and rescue service is responsible for this.",
  health: "The health service is responsible for this.",
  "environment-agency": "The Environment Agency is responsible for this.",
  "national-park": "The national park authority is responsible for this.",
  "railway-police": "The British Transport Police are responsible for this.",
  "other-force": "Another police force is responsible for this.",
  "professional-standards": "Complaints about the police go to Professional Standards.",
} as const;

const notAdopted = {
  "not-shortlisted": "Others had more evidence or affected more people, so it was not put to the vote.",
  "fewer-votes": "Residents gave more votes to others.",
  "no-room": "Three priorities are open already, and no more may be.",
  "in-hand": "Work on it is already going on.",
  "outside-power": "Neither the police nor their partners have the power to change it.",
  "not-decided": "The panel came to no decision about it in time.",
  "panel-reasons": "The panel chose others, and its reasons are published with its decision.",
} as const;

const hearing = {
  "decision-right": "Somebody else looked at it again and came to the same decision.",
  "decision-wrong": "Somebody else looked at it again, and our first decision was wrong.",
  "told-more": "What you told us since makes a difference.",
} as const;

export const reasonLists = { rejection, rewording, answer, referral, notAdopted, hearing } as const;
export type ReasonList = keyof typeof reasonLists;

/** The codes of a list, for a form and for the database. */
export const reasonsOf = (list: ReasonList): string[] => Object.keys(reasonLists[list]);

/** The sentence of a reason; null for a code that is not in the list. */
export const reasonInWords = (list: ReasonList, code: string): string | null =>
  Object.entries<string>(reasonLists[list]).find(([known]) => known === code)?.[1] ?? null;
