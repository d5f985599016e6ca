/** How a candidate that was not adopted stood, as far as the reason that its raisers are given depends on it. */
export interface LeftBehind {
  isDeparture: boolean;
  /** Members voted on it, and no majority was for it. */
  isLost: boolean;
  /** Places were left when the panel had adopted what it wanted. */
  hasRoom: boolean;
  hadNoRoomAtAll: boolean;
}

export type NotAdoptedReason = "no-room" | "panel-reasons" | "fewer-votes";

/** Why a concern of the shortlist was not adopted. */
export function notAdoptedReason(left: LeftBehind): NotAdoptedReason {
  if (left.isDeparture || left.isLost) return "panel-reasons";
  if (left.hadNoRoomAtAll) return "no-room";
  return left.hasRoom ? "panel-reasons" : "fewer-votes";
}
