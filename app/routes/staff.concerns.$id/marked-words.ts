import { detect } from "#app/domain/concern/detection/detect.ts";
import { flagWords } from "#app/domain/concern/detection/flag.ts";
import { highlight } from "#app/domain/concern/detection/highlight.ts";

/** A run of what was said, and what it may be, where something was found in it. */
export interface MarkedPiece {
  text: string;
  found: string | null;
  isHeld: boolean;
}

interface Said {
  words: string | null;
  placeWords: string | null;
  whenWords: string | null;
  effectWords: string | null;
}

export interface MarkedPart {
  term: string;
  pieces: MarkedPiece[];
}

const marked = (text: string): MarkedPiece[] =>
  highlight(text, detect(text)).map(({ text: piece, flag }) => ({
    text: piece,
    found: flag === null ? null : flagWords[flag.kind],
    isHeld: flag?.severity === "must-hold",
  }));

/** What was said, part by part, with what detection found in it marked. */
export const markWords = ({ words, placeWords, whenWords, effectWords }: Said): MarkedPart[] =>
  (
    [
      ["What they said", words],
      ["Where", placeWords],
      ["When", whenWords],
      ["How it affects people", effectWords],
    ] as const
  ).flatMap(([term, text]) => (text === null || text === "" ? [] : [{ term, pieces: marked(text) }]));
