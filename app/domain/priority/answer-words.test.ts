import { expect, test } from "vitest";
import { answerInWords, type PoliceAnswer } from "./answer-words.ts";

const none: PoliceAnswer = {
  state: "adopted",
  acceptedOn: null,
  declinedOn: null,
  declineCode: null,
  declineReason: null,
  reviewDueOn: null,
  review: null,
};
const declined: PoliceAnswer = {
  ...none,
  state: "declined-by-force",
  declinedOn: "2026-03-10",
  declineCode: "outside-powers",
  declineReason: "The road belongs to the county council, which we asked.",
  reviewDueOn: "2026-03-24",
};
const said = [
  "The inspector declined it on 10 March 2026. It is outside the powers of the police and their partners here.",
  "The reason given: The road belongs to the county council, which we asked.",
];

test.each<[string, PoliceAnswer, string[]]>([
  ["no answer yet", none, ["The inspector has not answered yet."]],
  [
    "accepted",
    { ...none, acceptedOn: "2026-03-05", state: "in-progress" },
    ["The inspector accepted it on 5 March 2026."],
  ],
  [
    "declined, to be reviewed",
    declined,
    [...said, "The BCU commander reviews the refusal by 24 March 2026."],
  ],
  [
    "upheld",
    { ...declined, review: { on: "2026-03-20", outcome: "upheld", reason: "The law leaves no choice." } },
    [...said, "The BCU commander upheld the refusal on 20 March 2026: The law leaves no choice."],
  ],
  [
    "overturned and accepted",
    {
      ...declined,
      state: "in-progress",
      acceptedOn: "2026-03-22",
      review: { on: "2026-03-20", outcome: "overturned", reason: null },
    },
    [
      ...said,
      "The BCU commander overturned the refusal on 20 March 2026.",
      "The inspector accepted it on 22 March 2026.",
    ],
  ],
])("%s", (_, answer, sentences) => {
  expect(answerInWords(answer)).toEqual(sentences);
});
