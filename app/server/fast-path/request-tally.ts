import type { Logger } from "pino";

const everyMs = 10_000;

interface Count {
  count: number;
  slowestMs: number;
}

/**
 * The access log of the fast path: every ten seconds one line for each pattern and status, because a line a request
 * says nothing more (its address is not kept) and would cost as much as the answer.
 */
export function createRequestTally(log: Logger) {
  let counts = new Map<string, Count>();
  const flush = () => {
    const told = counts;
    counts = new Map();
    for (const [key, { count, slowestMs }] of told) {
      const [method = "", route = "", status = ""] = key.split(" ");
      log.info({ method, route, status: Number(status), count, slowestMs }, "requests");
    }
  };
  setInterval(flush, everyMs).unref();
  return {
    flush,
    add: (method: string, route: string, status: number, ms: number) => {
      const key = `${method} ${route} ${status}`;
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { count: 1, slowestMs: ms });
      else {
        known.count += 1;
        if (ms > known.slowestMs) known.slowestMs = ms;
      }
    },
  };
}
