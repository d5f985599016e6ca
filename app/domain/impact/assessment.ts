import type { FieldError } from "#app/domain/account/change.ts";
import type { ImpactTrigger, TensionGrade } from "./impact.ts";
import { problemsOfWords } from "./words.ts";

/** What an assessment says of a community, as somebody writes it. All of it is restricted. */
export interface ImpactWords {
  what: string;
  communities: string;
  moodNow: string;
  moodExpected: string;
  experienced: string;
  evidenced: string;
  potential: string;
  proportionality: string;
  communications: string;
}

/** What an assessment says, with what of it is chosen. */
export interface WantedImpact extends ImpactWords {
  trigger: ImpactTrigger;
  isProportionate: boolean;
  neighbourhoodIds: readonly string[];
  /** References of what it belongs to; empty for none. */
  priority: string;
  meeting: string;
}

/** One that is opened says how tense it is as well; later, each review does. */
export interface WantedOpening extends WantedImpact {
  tension: TensionGrade;
  /** Hours until the first review; null for as many as its tension allows. */
  reviewHours: number | null;
}

const asked: Readonly<Record<keyof ImpactWords, string>> = {
  what: "Say what happened or is planned",
  communities: "Say which communities it touches",
  moodNow: "Say how people feel now",
  moodExpected: "Say how you expect people to feel",
  experienced: "Say what people have lived through, or that nothing is known",
  evidenced: "Say what can be shown, or that nothing can",
  potential: "Say what may come of it, or that nothing is expected",
  proportionality: "Say why the police response is in proportion, or why not",
  communications: "Say what is told to whom, and by which post",
};

/** The words of an assessment, in the order in which they are asked. */
export const impactWordFields = [
  "what",
  "communities",
  "moodNow",
  "moodExpected",
  "experienced",
  "evidenced",
  "potential",
  "proportionality",
  "communications",
] as const satisfies readonly (keyof ImpactWords)[];

/** The words of an assessment, without whatever else is kept with them. */
export const impactWordsOf = (from: ImpactWords): ImpactWords => ({
  what: from.what.trim(),
  communities: from.communities.trim(),
  moodNow: from.moodNow.trim(),
  moodExpected: from.moodExpected.trim(),
  experienced: from.experienced.trim(),
  evidenced: from.evidenced.trim(),
  potential: from.potential.trim(),
  proportionality: from.proportionality.trim(),
  communications: from.communications.trim(),
});

/** What is wrong with an assessment as it is wanted: something not filled in, too long, or another meeting's business. */
export const problemsOfImpact = (wanted: WantedImpact): FieldError[] => [
  ...(wanted.neighbourhoodIds.length === 0
    ? [{ field: "neighbourhoodIds", message: "Choose the neighbourhoods that it touches" }]
    : []),
  ...impactWordFields.flatMap((field) => problemsOfWords(field, wanted[field], asked[field])),
];
