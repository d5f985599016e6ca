/** A message to the team and what follows from it. */
export const threadStates = [
  "received",
  "acknowledged",
  "answered",
  "redirected",
  "closed",
  "reopened",
] as const;
export type ThreadState = (typeof threadStates)[number];

export const threadActs = ["acknowledge", "answer", "redirect", "close", "reopen"] as const;
export type ThreadAct = (typeof threadActs)[number];

/** Who acts: the platform itself, somebody of the team, or the resident who wrote. */
export type ThreadActor = "platform" | "staff" | "resident";

interface ThreadMove {
  act: ThreadAct;
  from: readonly ThreadState[];
  to: ThreadState;
  by: readonly ThreadActor[];
  /** Whether staff have to say why, in words that the resident reads. */
  needsReason: boolean;
}

/** Staff cannot close what nobody has answered; a resident who no longer needs the answer can. */
const threadMoves: readonly ThreadMove[] = [
  { act: "acknowledge", from: ["received"], to: "acknowledged", by: ["platform"], needsReason: false },
  { act: "answer", from: ["acknowledged", "reopened"], to: "answered", by: ["staff"], needsReason: false },
  { act: "redirect", from: ["acknowledged", "reopened"], to: "redirected", by: ["staff"], needsReason: true },
  {
    act: "close",
    from: ["answered", "redirected"],
    to: "closed",
    by: ["platform", "staff", "resident"],
    needsReason: false,
  },
  { act: "close", from: ["acknowledged", "reopened"], to: "closed", by: ["resident"], needsReason: false },
  {
    act: "reopen",
    from: ["answered", "redirected", "closed"],
    to: "reopened",
    by: ["staff", "resident"],
    needsReason: true,
  },
];

/** An act on a thread; the reason is the team's, null where a resident or the platform acts. */
export interface WantedAct {
  act: ThreadAct;
  by: ThreadActor;
  reason: string | null;
}

export type ActResult = { ok: true; state: ThreadState } | { ok: false; message: string };

/** The state after an act, or why it cannot be. */
export function afterAct(state: ThreadState, { act, by, reason }: WantedAct): ActResult {
  const move = threadMoves.find((row) => row.act === act && row.from.includes(state) && row.by.includes(by));
  if (move === undefined)
    return { ok: false, message: `The message is ${threadStateWords[state].staff} now. Reload the page` };
  const isUnreasoned = move.needsReason && by === "staff" && (reason ?? "").trim() === "";
  return isUnreasoned
    ? { ok: false, message: "Enter the reason, as the resident will read it" }
    : { ok: true, state: move.to };
}

/** Each state as the resident reads it, and as it stands in a list for staff after "is". */
export const threadStateWords: Readonly<Record<ThreadState, { resident: string; staff: string }>> = {
  received: { resident: "We are taking in your message.", staff: "not acknowledged" },
  acknowledged: {
    resident: "We have your message. The team has not answered yet.",
    staff: "waiting for an answer",
  },
  answered: { resident: "The team has answered.", staff: "answered" },
  redirected: { resident: "This is for somebody else. We have told you who.", staff: "redirected" },
  closed: { resident: "This message is closed. You can open it again.", staff: "closed" },
  reopened: { resident: "This message is open again. The team has not answered yet.", staff: "open again" },
};
