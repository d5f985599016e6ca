/** What was just done, as the address says it: "left-3" is a seat taken away with three meetings. */
export function doneInWords(done: string | null): string | null {
  if (done === "made") return "The group is made. Say who has a seat, then call its first meeting.";
  if (done === "joined") return "They have a seat, and are asked to the meetings that are called.";
  const [, meetings] = /^left-(\d{1,5})$/.exec(done ?? "") ?? [];
  if (meetings === undefined) return null;
  return Number(meetings) === 0
    ? "The seat is taken away. They were asked to no meeting."
    : `The seat is taken away. They lost ${meetings} ${meetings === "1" ? "meeting" : "meetings"} of this group, past ones too.`;
}
