import { markingWords, type Marking } from "#app/domain/tasking/marking.ts";

/** How far what follows may go; it stands on screen and on paper. */
export const MarkingLine = ({ marking }: { marking: Marking }) => (
  <p className="sn-marking">{markingWords[marking]}</p>
);
