import type { RosterRow } from "./read-row.ts";

type Timed = RosterRow & { postId: string; startsAt: Date; endsAt: Date };

const isTaken = (row: RosterRow): row is Timed =>
  row.state === "taken" && row.postId !== null && row.startsAt !== null && row.endsAt !== null;

const inOrder = (one: Timed, other: Timed): number =>
  one.postId === other.postId
    ? one.startsAt.getTime() - other.startsAt.getTime() || one.line - other.line
    : one.postId < other.postId
      ? -1
      : 1;

/** Refuses, in place, what a row before it says already and what overlaps the duty before it. */
export function checkTogether(rows: readonly RosterRow[]): void {
  const taken = rows.filter(isTaken).sort(inOrder);
  refuseRepeated(taken);
  let before: Timed | null = null;
  for (const row of taken) {
    if (row.state !== "taken" || row.code !== null) continue;
    if (before !== null && before.postId === row.postId && row.startsAt < before.endsAt)
      refuse(row, `It overlaps the duty of line ${before.line}`);
    else before = row;
  }
}

function refuseRepeated(taken: readonly Timed[]): void {
  const [duties, entries] = [new Map<string, Timed>(), new Map<string, Timed>()];
  for (const row of taken) {
    const key = `${row.postId} ${row.startsAt.getTime()} ${row.endsAt.getTime()}`;
    const seen = row.code === null ? duties : entries;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    else
      refuse(
        row,
        `It says the same as line ${first.line}${first.code === row.code ? "" : ", with another code"}`,
      );
  }
}

function refuse(row: RosterRow, reason: string): void {
  row.state = "refused";
  row.reason = reason;
}
