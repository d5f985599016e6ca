// A full stop or a bracket after a link is the sentence's.
const link = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/g;

export interface Piece {
  text: string;
  isLink: boolean;
}

/** A text cut at its links; the pieces in a row are the text. */
export function linkPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(link)) {
    pieces.push({ text: text.slice(from, found.index), isLink: false }, { text: found[0], isLink: true });
    from = found.index + found[0].length;
  }
  pieces.push({ text: text.slice(from), isLink: false });
  return pieces.filter((piece) => piece.text !== "");
}
