import type { CodeKind } from "#app/domain/abstraction/codes.ts";
import type { DayUse, PostDay } from "#app/domain/abstraction/team-month.ts";
import { minutesInWords, timesInWords } from "#app/domain/abstraction/time-words.ts";

/** Each kind has a shape and a word of its own: nothing is said by colour alone. */
export const kindMarks: Readonly<Record<CodeKind, { shape: string; words: string }>> = {
  abstraction: { shape: "■", words: "Abstraction" },
  neighbourhood: { shape: "▲", words: "Other neighbourhood work" },
  unavailable: { shape: "○", words: "Unavailable" },
};

/** What a day of a post holds, in full: for a list, and for those who hear a table. */
export const usedInWords = ({ code, kind, minutes, isOutside }: DayUse, words: string): string =>
  `${kindMarks[kind].words}: ${code} ${words}${kind === "unavailable" && isOutside ? "" : `, ${minutesInWords(minutes)}`}${isOutside && kind !== "unavailable" ? ", outside a duty" : ""}`;

/** A cell of the calendar: the duty's times, and a mark with its code for each use. */
export function DayMarks({ day, wordsOf }: { day: PostDay; wordsOf: (code: string) => string }) {
  return (
    <>
      {day.duties.map((duty) => (
        <span key={duty.id} className="sn-calendar__duty">
          <span className="govuk-visually-hidden">Duty </span>
          {timesInWords(duty)}
        </span>
      ))}
      {day.uses.map((use) => (
        <span key={use.entryId} className={`sn-calendar__use sn-calendar__use--${use.kind}`}>
          <span aria-hidden="true">
            {kindMarks[use.kind].shape} {use.code}
          </span>
          <span className="govuk-visually-hidden">{usedInWords(use, wordsOf(use.code))}</span>
        </span>
      ))}
    </>
  );
}
