/** What the system says when there is no connection to be had. */
const connectionCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/**
 * PostgreSQL's own: connection lost (08), out of connections, memory or disk (53), a server that is stopping or
 * starting (57P01 to 57P03), one that only reads because another took over (25006).
 */
const serverCodes = /^(?:08|53)[\dA-Z]{3}$|^57P0[123]$|^25006$/;

/** The drivers' own words, which come without a code. */
const driversWords =
  /^(?:PGlite is clos(?:ed|ing)|Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed and is not queryable|Cannot use a pool after calling end)/;

const deepest = 5;

/** Whether an error, or what caused it, says that the database cannot be used now, and not that the query is wrong. */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > deepest) return false;
  if ("code" in error && typeof error.code === "string") {
    if (connectionCodes.has(error.code) || serverCodes.test(error.code)) return true;
  }
  return driversWords.test(error.message) || isDatabaseAway(error.cause, depth + 1);
}
