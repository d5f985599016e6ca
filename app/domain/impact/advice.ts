import type { FieldError } from "#app/domain/account/change.ts";
import type { AdviserKind } from "./impact.ts";
import { problemsOfWords } from "./words.ts";

/** Whose advice is wanted, on what. Of a key individual only the community is kept, never a name. */
export interface WantedAdvice {
  kind: AdviserKind;
  who: string;
  /** An adviser of the independent advisory group who answers here; null for one who is asked in person. */
  adviserId: string | null;
  question: string;
}

/** What is wrong with a request for advice; `advisers` are those who advise in the area of the assessment. */
export function problemsOfAdvice(wanted: WantedAdvice, advisers: readonly string[]): FieldError[] {
  const { kind, who, adviserId, question } = wanted;
  const missing =
    kind === "kin" ? "Enter the community that they speak for" : "Enter whose advice it is, by their role";
  return [
    ...problemsOfWords("who", who, missing),
    ...problemsOfWords("question", question, "Enter what you want advice on"),
    ...(adviserId !== null && kind === "kin"
      ? [
          {
            field: "adviserId",
            message:
              "A key individual is asked in person. Choose nobody here: names of key individuals are not kept",
          },
        ]
      : []),
    ...(adviserId !== null && kind === "iag" && !advisers.includes(adviserId)
      ? [{ field: "adviserId", message: "Choose an adviser from the list" }]
      : []),
  ];
}
