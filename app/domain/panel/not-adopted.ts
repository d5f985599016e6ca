/** How a candidate that was not adopted stood, as far as the reason that its raisers are given depends on it. */
export interface LeftBehind {
  isDeparture: boolean;
  /** Members voted on it, and no majority was for it. */
  isLost: boolean;
  /** Places were left when the panel had adopted what it wanted. */
  hasRoom: boolean;
  hadNoRoomAtAll: boolean;
}

/** What a panel can leave a concern behind for. */
export const notAdoptedReasons = ["no-room", "panel-reasons", "fewer-votes"] as const;
export type NotAdoptedReason = (typeof notAdoptedReasons)[number];

/** Why a concern of the shortlist was not adopted. */
export function notAdoptedReason(left: LeftBehind): NotAdoptedReason {
  if (left.isDeparture || left.isLost) return "panel-reasons";
  if (left.hadNoRoomAtAll) return "no-room";
  return left.hasRoom ? "panel-reasons" : "fewer-votes";
}
