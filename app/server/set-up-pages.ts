import { createRequestHandler } from "@remix-run/express";
import { data, type AppLoadContext, type ServerBuild } from "@remix-run/node";
import type { Express, Request } from "express";
import type { Logger } from "pino";
import type { Env } from "#app/env.server.ts";
import type { Db } from "#db/types.ts";
import type { InForce } from "./in-force.ts";
import type { Pages } from "./page-build.ts";
import { factsOf } from "./request-facts.ts";

export interface PageSettings {
  env: Env;
  publicUrl: () => string;
  db: Db;
  inForce: InForce;
  log: Logger;
}

/** Everything else is a page of Remix, its own "not found" too. */
export function setUpPages(app: Express, pages: Pages, settings: PageSettings) {
  const { build } = pages;
  const handle = createRequestHandler({
    build:
      typeof build === "function"
        ? async () => withLog(await build(), settings.log)
        : withLog(build, settings.log),
    mode: settings.env.mode,
    getLoadContext: (request) => loadContextOf(request, settings),
  });
  app.all("*", (request, response, next) => {
    // It hands its errors to `next` by itself.
    void handle(request, response, next);
  });
}

/** What loaders get. The facts are taken once, so that one page never mixes two editions. */
function loadContextOf(request: Request, { env, publicUrl, db, inForce }: PageSettings): AppLoadContext {
  const { id: requestId, nonce } = factsOf(request);
  const { finder, force } = inForce.current();
  return {
    db,
    force,
    isDemonstration: env.isDemonstration,
    hasIllustrativeBoundaries: finder?.editions.boundaries.isIllustrative ?? false,
    publicUrl: publicUrl(),
    mapTiles: env.mapTiles,
    nonce,
    requestId,
    // Pages that need no neighbourhoods (help, attribution) work before any are loaded.
    get finder() {
      if (finder === null) throw data({ message: "No neighbourhoods are loaded yet" }, { status: 503 });
      return finder;
    },
  };
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
