import type { Logger } from "pino";
import type { AppContext } from "#app/context.ts";
import type { Finder } from "#app/domain/finder/finder.ts";

/** What every answer is made from, read from the database as one. */
export interface Facts {
  /** Null until boundaries are loaded. */
  finder: Finder | null;
  force: AppContext["force"];
}

/** The facts in force, held in memory and replaced as one. */
export interface InForce {
  current: () => Facts;
  /** Looks now, without waiting for the next turn: after a job in this process. */
  refresh: () => Promise<void>;
  stop: () => Promise<void>;
}

export interface InForceSource {
  /** Changes whenever an edition in force changes; one cheap query. */
  version: () => Promise<string>;
  load: () => Promise<Facts>;
}

/**
 * Loads the facts and follows them: another process may have switched an edition. While the database cannot be
 * reached, what was loaded goes on answering.
 */
export async function followInForce(source: InForceSource, log: Logger, everyMs = 2_000): Promise<InForce> {
  let version = await source.version();
  let facts = await source.load();
  let running: Promise<void> = Promise.resolve();
  let wasReachable = true;

  const look = async () => {
    try {
      const latest = await source.version();
      if (latest !== version) {
        facts = await source.load();
        version = latest;
        log.info(
          { version, neighbourhoods: facts.finder?.neighbourhoods.length ?? 0 },
          "editions in force replaced",
        );
      }
      wasReachable = true;
    } catch (error) {
      if (wasReachable)
        log.error({ err: error }, "the editions in force could not be read; the last ones go on answering");
      wasReachable = false;
    }
  };
  const refresh = () => (running = running.then(look));

  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    void refresh().finally(() => (isBusy = false));
  }, everyMs);
  timer.unref();

  return {
    current: () => facts,
    refresh,
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}
