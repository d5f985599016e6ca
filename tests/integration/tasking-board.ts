import type { TaskingDesk } from "./tasking-desk.ts";

const dayMs = 86_400_000;
const seats = [
  ["Overseer", "police", "Member of the oversight body"],
  ["Trainer", "police", "Head of training"],
  ["Chief officer", "police", "Chief constable"],
] as const;

/** Adds the board "BRD", with people whose role reads no joint tasking, and its meeting of tomorrow. */
export async function addBoard(
  desk: TaskingDesk,
  meeting: string,
  more: Readonly<{ chair?: string }> = {},
): Promise<void> {
  for (const [name, role] of [
    ["Overseer", "oversight"],
    ["Trainer", "training"],
  ] as const) {
    await desk.account(name);
    await desk.appoint(name, role);
  }
  await desk.group("BRD", { level: "board", isForce: true, seats, ...more });
  await desk.meeting(meeting, { group: "BRD", seats, startsAt: new Date(desk.now.getTime() + dayMs) });
}
