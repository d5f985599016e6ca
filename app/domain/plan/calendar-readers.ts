import type { Permission } from "#app/domain/permissions.ts";

/** Whoever may owe a review or an action, and so may have a calendar of their own. */
export const calendarReaders = [
  "plan:write",
  "plan:approve",
  "plan:read-own-actions",
] as const satisfies readonly Permission[];
