/** How a round of feedback ends on its last day. */
export type RoundEnd = "extend" | "enough-replies" | "few-replies";

/** What becomes of a round on the day it ends: too few replies are asked for once more, and then it says so. */
export const roundEnd = ({
  replies,
  quorum,
  isExtended,
}: {
  replies: number;
  quorum: number;
  isExtended: boolean;
}): RoundEnd => (replies >= quorum ? "enough-replies" : isExtended ? "few-replies" : "extend");

export type ReturnCause = "poll" | "panel";

export type SignOff =
  | { outcome: "signed-off"; isFewReplies: boolean }
  | { outcome: "returned"; cause: ReturnCause; isFewReplies: boolean }
  /** Nothing is decided without enough members; another meeting is called. */
  | { outcome: "undecided" };

/**
 * Whether a priority is signed off: residents and a quorate panel, both. A poll that fell short returns it whatever
 * the panel says; where too few replied, a quorate panel decides by itself and the page says so.
 */
export function decideSignOff(
  { isPassed, isFewReplies }: { isPassed: boolean; isFewReplies: boolean },
  panel: { isQuorate: boolean; isCarried: boolean },
): SignOff {
  if (!isPassed && !isFewReplies) return { outcome: "returned", cause: "poll", isFewReplies };
  if (!panel.isQuorate) return { outcome: "undecided" };
  return panel.isCarried
    ? { outcome: "signed-off", isFewReplies }
    : { outcome: "returned", cause: "panel", isFewReplies };
}
