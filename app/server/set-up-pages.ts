import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import type { Express, Response } from "express";
import type { Logger } from "pino";
import { withUnavailable } from "./answer-unavailable.ts";
import { loadContextOf, type PageSettings } from "./load-context.ts";
import type { Pages } from "./page-build.ts";

/** A database that restarts is back within this; one that does not is asked again no more often. */
export const retryAfterSeconds = 10;
/** Nobody waits longer for a page. */
const loaderLimitMs = 15_000;

/** Everything else is a page of Remix, its own "not found" too. */
export function setUpPages(app: Express, pages: Pages, settings: PageSettings) {
  const { build } = pages;
  const { log, env } = settings;
  const responses = new WeakMap<AppLoadContext, Response>();
  const prepare = (fresh: ServerBuild) =>
    withUnavailable(withLog(fresh, log), {
      onUnavailable: (context) => responses.get(context)?.setHeader("Retry-After", retryAfterSeconds),
      onAway: (error, context) => {
        log.error({ err: error, req: context.requestId }, "a page could not reach the database");
      },
      loaderLimitMs,
    });
  const handle = createRequestHandler({
    build: typeof build === "function" ? async () => prepare(await build()) : prepare(build),
    mode: env.mode,
    getLoadContext: (request, response) => {
      const context = loadContextOf(request, settings);
      responses.set(context, response);
      return context;
    },
  });
  app.all("*", (request, response, next) => {
    keepNowhereUnlessSaid(response);
    // It hands its errors to `next` by itself.
    void handle(request, response, next);
  });
}

/** Ways on to other pages, refusals and failures are kept nowhere, because Remix lets no route say so of each. */
function keepNowhereUnlessSaid(response: Response) {
  response.setHeader("Cache-Control", "private, no-store");
  // why: Remix appends its headers; what it says of caching is to stand alone.
  const append = response.append.bind(response);
  response.append = (name, value) =>
    name.toLowerCase() === "cache-control" ? response.set(name, value) : append(name, value);
}

/** Remix's errors go into the process's log, once each, under the reference that the page shows. */
function withLog(build: ServerBuild, log: Logger): ServerBuild {
  return {
    ...build,
    entry: {
      ...build.entry,
      module: {
        ...build.entry.module,
        handleError: (error, { context, request }) => {
          if (request.signal.aborted) return;
          log.error({ err: error, req: context.requestId }, "a page failed");
        },
      },
    },
  };
}
