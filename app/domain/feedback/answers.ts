/** What somebody may say of a priority whose outcome was reported. */
export const feedbackAnswers = [
  "solved",
  "better-enough",
  "better-not-enough",
  "no-change",
  "worse",
  "dont-know",
] as const;
export type FeedbackAnswer = (typeof feedbackAnswers)[number];

export const feedbackAnswerWords: Readonly<Record<FeedbackAnswer, string>> = {
  solved: "It is solved",
  "better-enough": "It is better, enough to close",
  "better-not-enough": "It is better, but not enough",
  "no-change": "Nothing has changed",
  worse: "It is worse",
  "dont-know": "I do not know",
};

const enough: readonly FeedbackAnswer[] = ["solved", "better-enough"];

/** Whether an answer says that the priority can be closed. */
export const saysEnough = (answer: FeedbackAnswer): boolean => enough.includes(answer);

/** What a round of feedback is for: the sign-off, or whether it lasted. */
export const roundKinds = ["sign-off", "lasting"] as const;
export type RoundKind = (typeof roundKinds)[number];

export const feedbackModes = ["web", "link", "paper", "phone"] as const;
export type FeedbackMode = (typeof feedbackModes)[number];

/** Whether somebody was told what was done. */
export const toldAnswers = ["yes", "partly", "no"] as const;
export type ToldAnswer = (typeof toldAnswers)[number];

export const toldAnswerWords: Readonly<Record<ToldAnswer, string>> = {
  yes: "Yes",
  partly: "Some of it",
  no: "No",
};
