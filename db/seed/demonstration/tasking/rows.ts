import type * as schema from "#db/schema/index.ts";

/** One meeting of a group, and the actions that were given in it, table by table in the order in which they are written. */
export interface TaskingRows {
  actions: (typeof schema.taskingActions.$inferInsert)[];
  actionEvents: (typeof schema.taskingActionEvents.$inferInsert)[];
  publicLines: (typeof schema.taskingPublicLines.$inferInsert)[];
  meetings: (typeof schema.taskingMeetings.$inferInsert)[];
  attendances: (typeof schema.taskingAttendances.$inferInsert)[];
  items: (typeof schema.taskingItems.$inferInsert)[];
  entries: (typeof schema.taskingEntries.$inferInsert)[];
  carried: (typeof schema.taskingCarried.$inferInsert)[];
}

export const noTaskingRows = (): TaskingRows => ({
  actions: [],
  actionEvents: [],
  publicLines: [],
  meetings: [],
  attendances: [],
  items: [],
  entries: [],
  carried: [],
});

/** A group with its seats. */
export interface GroupRows {
  group: typeof schema.taskingGroups.$inferInsert;
  neighbourhoods: (typeof schema.taskingGroupNeighbourhoods.$inferInsert)[];
  members: (typeof schema.taskingMembers.$inferInsert)[];
}
