import { dayInWords } from "#app/domain/account/day-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { MarkedPart, MarkedPiece } from "./marked-words.ts";

function Piece({ piece: { text, found, isHeld } }: { piece: MarkedPiece }) {
  if (found === null) return <>{text}</>;
  return (
    <mark className={isHeld ? "sn-mark sn-mark--held" : "sn-mark"}>
      {text} <span className="sn-mark__kind">{found}</span>
    </mark>
  );
}

interface SaidProps {
  parts: readonly MarkedPart[];
  erasedAt: Date | null;
}

/** What a resident said, word for word, with what was found in it marked: it points, a person decides. */
export function Said({ parts, erasedAt }: SaidProps) {
  if (erasedAt !== null) return <p>The words were erased on {dayInWords(londonDay(erasedAt))}.</p>;
  return (
    <div className="sn-said">
      {parts.map(({ term, pieces }) => (
        <div key={term}>
          <h2 className="govuk-heading-s">{term}</h2>
          <p className="sn-said__words">
            {pieces.map((piece, index) => (
              // The pieces of a text stand where they stand.
              <Piece key={index} piece={piece} />
            ))}
          </p>
        </div>
      ))}
    </div>
  );
}
