import { Tag, type Tone } from "#app/components/govuk/tag.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { standingWords, type Standing } from "#app/domain/agreement/standing.ts";
import type { Day } from "#app/domain/team/day.ts";

const tones: Readonly<Record<Standing, Tone>> = {
  draft: "now",
  signed: "good",
  "due-review": "now",
  expired: "late",
  terminated: "plain",
};

interface StandingTagProps {
  standing: Standing;
  /** Its first day, where that is still to come: signed as it is, it opens nothing yet. */
  begins: Day | null;
}

export const StandingTag = ({ standing, begins }: StandingTagProps) =>
  begins === null ? (
    <Tag tone={tones[standing]}>{standingWords[standing]}</Tag>
  ) : (
    <Tag tone="now">Signed, from {dayInWords(begins)}</Tag>
  );
