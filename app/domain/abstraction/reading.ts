import type { Permission } from "#app/domain/permissions.ts";

/** Each of these opens the pages of abstractions; what each sees there is the page's to say. */
export const abstractionReaders = [
  "abstraction:log-own",
  "abstraction:confirm",
  "abstraction:request",
  "abstraction:authorise",
  "abstraction:authorise-force",
  "abstraction:read",
  "abstraction:read-rates",
  "duty:write",
  "roster:import",
] as const satisfies readonly Permission[];

/** Each of these opens the rates; whose, `rateReaderOf` says. */
export const rateReaders = [
  "abstraction:read",
  "abstraction:read-rates",
] as const satisfies readonly Permission[];

/** Each of these logs what a post is used for; of which posts and times, the rules say. */
export const abstractionLoggers = [
  "abstraction:log-own",
  "abstraction:confirm",
  "abstraction:correct-late",
] as const satisfies readonly Permission[];

/** Each of these opens an entry: one's own, or one of an officer of the area. */
export const entryReaders = [
  "abstraction:log-own",
  "abstraction:read-officers",
] as const satisfies readonly Permission[];
