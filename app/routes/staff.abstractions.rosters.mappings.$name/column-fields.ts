/** The columns, as the form asks for them. */
export const columnFields = [
  ["post", "Post", ""],
  ["start", "Start", "The day, or day and time in one"],
  ["startTime", "Time of the start", "Leave empty where the start has it"],
  ["end", "End", "Leave empty where only its time is there, or a duration"],
  ["endTime", "Time of the end", ""],
  ["duration", "Duration", "In place of an end"],
  ["offset", "Offset from UTC, of the start", "Only where each time has its own"],
  ["endOffset", "Offset from UTC, of the end", ""],
  ["code", "Code", "Leave empty where every row is a duty"],
  ["reference", "What the system calls the row", ""],
] as const;
