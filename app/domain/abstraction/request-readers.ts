import type { Permission } from "#app/domain/permissions.ts";

/** Each of these opens the requests for officers: those who ask, those who decide, and those whose officers they are. */
export const requestReaders = [
  "abstraction:request",
  "abstraction:authorise",
  "abstraction:authorise-force",
  "abstraction:read-officers",
] as const satisfies readonly Permission[];
