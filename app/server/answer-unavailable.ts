import { setTimeout as wait } from "node:timers/promises";
import { data, type AppLoadContext, type ServerBuild } from "@remix-run/node";
import { isDatabaseAway } from "#db/is-database-away.ts";

type RouteModule = ServerBuild["routes"][string]["module"];
type Loader = NonNullable<RouteModule["loader"]>;
type Action = NonNullable<RouteModule["action"]>;

export interface Unavailability {
  /** Called for each answer that says to come back later: the place for Retry-After. */
  onUnavailable: (context: AppLoadContext) => void;
  /** Called once for what went wrong, where it is an error. */
  onAway: (error: unknown, context: AppLoadContext) => void;
  /** A page that has waited this long for its data waits no longer. */
  loaderLimitMs: number;
}

class TookTooLong extends Error {
  override name = "TookTooLong";
}

/**
 * The pages, with one more answer: where the database is away, or does not answer in time, 503 and when to come back,
 * instead of a failure of ours. What was loaded into memory goes on answering.
 */
export function withUnavailable(build: ServerBuild, how: Unavailability): ServerBuild {
  const routes = Object.entries(build.routes).map(
    ([id, route]) => [id, { ...route, module: moduleWith(route.module, how) }] as const,
  );
  return { ...build, routes: Object.fromEntries(routes) };
}

function moduleWith(module: RouteModule, how: Unavailability): RouteModule {
  const { loader, action } = module;
  return {
    ...module,
    ...(loader === undefined ? {} : { loader: withLoader(loader, how) }),
    // No limit: nobody could say whether the work was done.
    ...(action === undefined ? {} : { action: withAction(action, how) }),
  };
}

const withLoader =
  (loader: Loader, how: Unavailability): Loader =>
  async (args) => {
    const giveUp = new AbortController();
    const tooLong = wait(how.loaderLimitMs, null, { signal: giveUp.signal, ref: false }).then(() => {
      throw new TookTooLong(`a page waited ${how.loaderLimitMs} ms for its data`);
    });
    // The one that loses the race is nobody's concern any more.
    tooLong.catch(() => undefined);
    // One that is not async throws at once.
    const loading = (async () => loader(args))();
    loading.catch(() => undefined);
    try {
      return await Promise.race([loading, tooLong]);
    } catch (error) {
      throw answerOf(error, args.context, how);
    } finally {
      giveUp.abort();
    }
  };

const withAction =
  (action: Action, how: Unavailability): Action =>
  async (args) => {
    try {
      return await action(args);
    } catch (error) {
      throw answerOf(error, args.context, how);
    }
  };

/** What to throw on: the error as it is, or the answer that says to come back later. */
function answerOf(error: unknown, context: AppLoadContext, how: Unavailability): unknown {
  if (isDatabaseAway(error) || error instanceof TookTooLong) {
    how.onAway(error, context);
    how.onUnavailable(context);
    return data({ message: "The database cannot be reached" }, { status: 503 });
  }
  if (statusOf(error) === 503) how.onUnavailable(context);
  return error;
}

/** The status of a thrown answer, `data(…)` or a Response; null for anything else. */
function statusOf(thrown: unknown): number | null {
  if (thrown instanceof Response) return thrown.status;
  if (typeof thrown !== "object" || thrown === null || !("init" in thrown)) return null;
  const { init } = thrown;
  return typeof init === "object" && init !== null && "status" in init && typeof init.status === "number"
    ? init.status
    : null;
}
