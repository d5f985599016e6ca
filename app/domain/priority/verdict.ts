import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { PriorityState } from "./states.ts";

/** How a priority stands with the people who live there, as far as its page says so first. */
export interface Agreement {
  state: PriorityState;
  /** The last round in which they were asked had too few replies. */
  isFewReplies: boolean;
  /** Why it is worked on again; null while it is worked on for the first time. */
  again: "returned" | "recurred" | null;
  /** Until when they can answer; null while nobody asks. */
  askedUntil: Day | null;
  endedOn: Day | null;
}

export interface Verdict {
  heading: string;
  sentences: string[];
}

const onDay = (day: Day | null) => (day === null ? "" : ` on ${dayInWords(day)}`);

/** The answer to "Did you agree?", before any number: who said so, or that nobody has been asked. */
export function verdictOf({ state, isFewReplies, again, askedUntil, endedOn }: Agreement): Verdict {
  switch (state) {
    case "feedback-open":
      return {
        heading: "You can say now whether it worked",
        sentences: askedUntil === null ? [] : [`You can answer until the end of ${dayInWords(askedUntil)}.`],
      };
    case "panel-decision":
      return {
        heading: "The panel decides next",
        sentences: [
          isFewReplies
            ? "Few people answered, so the panel decides by itself whether it is done."
            : "Residents said that it is enough. Now their panel says whether it is done.",
        ],
      };
    case "returned":
      return {
        heading: "No: there is more to do",
        sentences: ["The team goes back to find out why, with the reasons that people gave."],
      };
    case "signed-off":
      return isFewReplies
        ? {
            heading: "Signed off by the panel, with few replies",
            sentences: [
              `Fewer people answered than were needed, so the panel decided by itself${onDay(endedOn)}.`,
            ],
          }
        : {
            heading: "Signed off by the community",
            sentences: [`Residents and their panel said${onDay(endedOn)} that it is done.`],
          };
    case "recurred":
      return {
        heading: "It came back",
        sentences: ["It was signed off, and then the problem came back. It is worked on again."],
      };
    case "closed-without-signoff":
      return {
        heading: "Closed without sign-off",
        sentences: [`An inspector closed it${onDay(endedOn)}. Residents did not sign it off.`],
      };
    case "declined-by-force":
      return {
        heading: "Nobody was asked",
        sentences: ["The police declined it, so no work was done on it."],
      };
    case "lapsed":
      return {
        heading: "Nobody was asked",
        sentences: ["It lapsed: the panel did not confirm it in time."],
      };
    case "proposed":
    case "adopted":
    case "in-progress":
    case "outcome-reported":
      return again === null
        ? {
            heading: "Not asked yet",
            sentences: [
              "When the work is done, everybody here is asked whether it worked. Nothing is called solved before.",
            ],
          }
        : {
            heading: "Not yet",
            sentences: [
              again === "returned"
                ? "There was more to do."
                : "It was signed off, and then the problem came back.",
              "When the work is done, everybody here is asked again.",
            ],
          };
  }
}
