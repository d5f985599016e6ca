import { timeInWords, timeLeftInWords, weekdayInWords } from "#app/domain/calendar/words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { PromiseLevel, PromiseReading } from "./promise.ts";

const levelWords: Readonly<Record<PromiseLevel, string>> = {
  team: "with the team",
  sergeant: "with the sergeant",
  inspector: "with the inspector",
};

const lateWords: Readonly<Record<PromiseLevel, string>> = {
  team: "The team answers next.",
  sergeant: "The sergeant has been told. You can take it to the inspector.",
  inspector: "The inspector has it now.",
};

/** "4pm on Thursday 3 March". The last minute of a day is that day to a reader, not midnight of the next. */
export const momentOfPromise = (at: Date, now: Date): string => {
  const isDayEnd = timeInWords(at) === "midnight";
  const shown = isDayEnd ? new Date(at.getTime() - 1) : at;
  const day = weekdayInWords(shown, londonDay(now));
  return isDayEnd ? `the end of ${day}` : `${timeInWords(at)} on ${day}`;
};

/** What the resident and the team read of a promise. */
export function promiseInWords(
  { state, due, delayReason, level, isWithinPromise }: PromiseReading,
  now: Date,
): { resident: string; staff: string } {
  const by = momentOfPromise(due, now);
  const left = timeLeftInWords(due.getTime() - now.getTime());
  switch (state) {
    case "waiting":
      return { resident: `The team will answer by ${by}.`, staff: `Answer due ${left}` };
    case "delayed":
      return {
        resident: `The answer takes longer: ${delayReason ?? ""} The team will answer by ${by}.`,
        staff: `Put off, answer due ${left}`,
      };
    case "missed":
      return {
        resident: `We promised an answer by ${by} and have not given one. We are sorry. ${lateWords[level]}`,
        staff: `Answer ${left}, ${levelWords[level]}`,
      };
    case "answered":
      return {
        resident: "No answer is due any more.",
        staff: isWithinPromise ? "Settled within the promise" : "Settled later than first promised",
      };
  }
}
