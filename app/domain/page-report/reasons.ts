/** Why an item was taken down: the whole sentence, as whoever told us reads it. */
export const takeDownReasons = {
  personal: "It named somebody, or showed who they are.",
  inaccurate: "It was wrong or out of date.",
  unfair: "It could have been unfair or untrue about somebody.",
  court: "It could have affected a court case or an investigation.",
  risk: "It could have put somebody at risk.",
} as const;
export type TakeDownReason = keyof typeof takeDownReasons;

/** Why an item was kept. */
export const keepReasons = {
  correct: "What it says is right, as far as we can find out.",
  "nobody-named": "It names nobody, and does not show who anybody is.",
  "needed-by-public": "People need to know it, and it is fair.",
  "another-page": "The problem is not on this page.",
} as const;
export type KeepReason = keyof typeof keepReasons;

export const isTakeDownReason = (code: string): code is TakeDownReason =>
  Object.hasOwn(takeDownReasons, code);
export const isKeepReason = (code: string): code is KeepReason => Object.hasOwn(keepReasons, code);

/** The sentence of a stored reason; null for a code that this version does not know. */
export const reasonInWords = (code: string | null): string | null =>
  code === null
    ? null
    : isTakeDownReason(code)
      ? takeDownReasons[code]
      : isKeepReason(code)
        ? keepReasons[code]
        : null;
