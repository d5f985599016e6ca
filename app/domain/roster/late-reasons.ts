/** Why a duty is put right that lies far back: words of ours, which the record may keep. */
export const lateReasons = {
  "worked-other-times": "The duty was worked at other times",
  "not-worked": "The duty was not worked",
  "left-out": "A duty that was worked was left out",
  "wrong-post": "It was entered for the wrong post",
} as const;
export type LateReason = keyof typeof lateReasons;

export const isLateReason = (word: unknown): word is LateReason =>
  typeof word === "string" && Object.hasOwn(lateReasons, word);
