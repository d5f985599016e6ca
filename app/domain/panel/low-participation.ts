import { addDays, type Day } from "#app/domain/team/day.ts";

/** What a panel does about a vote of few: asks once more, or adopts and says how few voted. */
export const lowParticipationAnswers = ["outreach", "adopt-marked"] as const;
export type LowParticipationAnswer = (typeof lowParticipationAnswers)[number];

export const lowParticipationWords: Readonly<Record<LowParticipationAnswer, string>> = {
  outreach: "Go and ask once more before deciding",
  "adopt-marked": "Decide now, and say that few people voted",
};

/** The same, for residents to read. */
export const lowParticipationInPublic: Readonly<Record<LowParticipationAnswer, string>> = {
  outreach: "Few people voted, so the panel had more people asked before it decides.",
  "adopt-marked":
    "Few people voted. The panel decided all the same, and each priority that it chose says so.",
};

/** The last day of the one extra outreach. */
export const outreachUntil = (decidedOn: Day, outreachDays: number): Day => addDays(decidedOn, outreachDays);

/** What is wrong with a panel's answer to a low vote; null where nothing is. */
export function lowParticipationError(
  answer: LowParticipationAnswer | null,
  { isIndicative, hasRunOutreach }: { isIndicative: boolean; hasRunOutreach: boolean },
  adopted: number,
): string | null {
  if (!isIndicative) return answer === null ? null : "Enough people voted: there is nothing to mark";
  if (answer === null)
    return "Few people voted: say whether to go and ask once more, or to decide now and say so";
  if (answer === "adopt-marked") return null;
  if (hasRunOutreach) return "People were asked once more already: decide now and say how few voted";
  return adopted === 0 ? null : "Adopt nothing while people are asked once more";
}
