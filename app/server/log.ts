import { pino, type DestinationStream, type Logger } from "pino";
import { wordsOfError } from "./error-words.ts";

/** The process's log: JSON lines on standard output, gathered for a moment so that a busy hour does not wait for it. */
export function createLog(level: string): { log: Logger; flush: () => Promise<void> } {
  const destination = pino.destination({ dest: 1, sync: false, minLength: 4_096, periodicFlush: 500 });
  return {
    log: createLogTo(destination, level),
    flush: () => {
      try {
        destination.flushSync();
      } catch {
        // Nothing was written yet, or nobody reads any more: there is no one to tell.
      }
      return Promise.resolve();
    },
  };
}

/**
 * A log without the host's name and process number, which the collector adds itself, and without what errors quote:
 * a query's values, an address that was looked for.
 */
export const createLogTo = (destination: DestinationStream, level: string): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => wordsOfError(error) },
    },
    destination,
  );

/** One line per request: the pattern of its address, never the address, which may hold a postcode. */
export function logRequest(
  log: Logger,
  entry: { req: string; method: string; route: string; status: number; ms: number },
) {
  log.info(entry, "request");
}
