import { Tag, type Tone } from "#app/components/govuk/tag.tsx";
import { standingWords, type Standing } from "#app/domain/agreement/standing.ts";

const tones: Readonly<Record<Standing, Tone>> = {
  draft: "now",
  signed: "good",
  "due-review": "now",
  expired: "late",
  terminated: "plain",
};

export const StandingTag = ({ standing }: { standing: Standing }) => (
  <Tag tone={tones[standing]}>{standingWords[standing]}</Tag>
);
