import pg from "pg";

/** A connection, or a place in the pool, is waited for no longer than this. */
const connectLimitMs = 10_000;

/**
 * Connections to a PostgreSQL that may go away at any moment. A connection that is lost while somebody works on it goes
 * back to the pool at once, to be made anew: whoever had it may not come back to release it.
 */
export function createPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: connectLimitMs,
    idleTimeoutMillis: 60_000,
  });
  const inUse = new WeakSet<pg.PoolClient>();
  pool.on("acquire", (client) => {
    inUse.add(client);
  });
  pool.on("release", (_, client) => {
    inUse.delete(client);
  });
  pool.on("connect", (client) => {
    client.on("error", () => {
      if (!inUse.has(client)) return;
      client.release(true);
      // why: drizzle releases once more when its transaction has failed, and the pool takes that for a mistake.
      client.release = () => undefined;
    });
  });
  // The pool has dropped an idle connection that was lost; whoever asks next gets another.
  pool.on("error", () => undefined);
  return pool;
}
