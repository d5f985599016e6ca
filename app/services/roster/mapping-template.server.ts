import type { RosterMapping } from "#app/domain/roster/mapping.ts";

const template: RosterMapping = {
  columns: {
    post: "Post",
    start: "Date",
    startTime: "Start",
    end: null,
    endTime: "End",
    duration: null,
    offset: null,
    endOffset: null,
    code: "Activity",
    reference: "Row",
  },
  days: "day-month-year",
  durations: "hours",
  clock: "london",
  twice: "first",
  codes: { DUTY: "duty", "REST DAY": "ignore", AL: "U1", SICK: "U3", COURT: "L1", CUSTODY: "C1" },
  posts: { "10412": "PC-AV01-1" },
  trailer: "TOTAL",
};

/** An example of a mapping, line by line. */
export const mappingTemplate: readonly string[] = JSON.stringify(template, null, 2).split("\n");
