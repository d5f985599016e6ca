import type { EditionLabel } from "#app/domain/edition/edition.ts";
import { dateInWords } from "./date-in-words.ts";

/** Which edition of the boundaries a page shows, and by whose leave. */
export function EditionLine({ edition }: { edition: EditionLabel }) {
  const { source, date, attribution, isIllustrative } = edition;
  return (
    <>
      {isIllustrative ? <strong>Illustrative boundaries, not official. </strong> : null}
      Boundaries: {source}
      {date === null ? "" : `, ${dateInWords(date)}`}.{attribution === "" ? "" : ` ${attribution}`}
    </>
  );
}
