import { createServer as createHttpServer, type Server } from "node:http";
import { join } from "node:path";
import compression from "compression";
import express from "express";
import type { Logger } from "pino";
import type { Env } from "#app/env.server.ts";
import type { Db } from "#db/types.ts";
import { createClientKey, trustProxyOf } from "./client-address.ts";
import { createFastPath } from "./fast-path/fast-path.ts";
import type { InForce } from "./in-force.ts";
import { packageRoot } from "./package-root.ts";
import { createRoutePattern, type Pages } from "./page-build.ts";
import { createPlainPage } from "./plain-page.ts";
import { createRateLimit } from "./rate-limit.ts";
import { apiHeaders } from "./security-headers.ts";
import { setUpApi } from "./set-up-api.ts";
import { setUpBodyLimit } from "./set-up-body-limit.ts";
import { setUpCrossSiteGuard } from "./set-up-cross-site-guard.ts";
import { setUpErrors } from "./set-up-errors.ts";
import { setUpHealth } from "./set-up-health.ts";
import { setUpPages } from "./set-up-pages.ts";
import { setUpRequests } from "./set-up-requests.ts";
import { setUpSecurityHeaders } from "./set-up-security-headers.ts";

export interface ServerParts {
  env: Env;
  db: Db;
  inForce: InForce;
  pages: Pages;
  log: Logger;
}

export const clientFolder = join(packageRoot, "build/client");

const bodyLimitBytes = 1_048_576;
/** A page of the API costs about ten times an answer of the fast path. */
const fastToOrdinary = 10;

/** The HTTP server, not yet listening: a table of contents of all that stands between a caller and an answer. */
export async function createServer({ env, db, inForce, pages, log }: ServerParts): Promise<Server> {
  const trust = trustProxyOf(env.trustProxy);
  const clientKey = createClientKey(trust, env.trustProxy === null);
  const headers = {
    isHttps: env.publicUrl?.startsWith("https://") ?? false,
    isDemonstration: env.isDemonstration,
    isDevelopment: env.mode === "development",
    mapTilesUrl: env.mapTiles?.url ?? null,
  };
  const plainPage = createPlainPage(clientFolder);
  const app = express();
  const fastPath = createFastPath({
    finder: () => inForce.current().finder,
    clientKey,
    takeAllowance: createRateLimit(env.apiLimitPerMinute),
    headers: apiHeaders(headers),
    log,
  });
  const server = createHttpServer((request, response) => {
    if (!fastPath.handle(request, response)) app(request, response);
  });
  server.once("close", fastPath.flushLog);
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  // Longer than the minute that load balancers keep a connection for.
  server.keepAliveTimeout = 65_000;

  const routePattern = createRoutePattern(
    typeof pages.build === "function" ? await pages.build() : pages.build,
  );
  setUpRequests(app, { trust, trustsNobody: env.trustProxy === null, routePattern, log });
  setUpSecurityHeaders(app, headers);
  setUpHealth(app, db, inForce);
  app.use(compression());
  pages.setUpFiles(app);
  setUpApi(
    app,
    clientKey,
    createRateLimit(Math.ceil(env.apiLimitPerMinute / fastToOrdinary)),
    () => inForce.current().finder !== null,
  );
  setUpCrossSiteGuard(app, publicOriginOf(env), plainPage);
  setUpBodyLimit(app, bodyLimitBytes, plainPage);
  setUpPages(app, pages, { env, publicUrl: () => env.publicUrl ?? urlOf(server), db, inForce, log });
  setUpErrors(app, log, plainPage);
  return server;
}

/** What Origin must equal; null where a demonstration compares it with the Host it was sent to. */
function publicOriginOf({ publicUrl, isDemonstration }: Env) {
  const origin = publicUrl === null ? null : new URL(publicUrl).origin;
  return isDemonstration && origin?.startsWith("https:") !== true ? null : origin;
}

/** Where a listening server is, for a person on this machine. */
export function urlOf(server: Server): string {
  const address = server.address();
  return `http://localhost:${typeof address === "object" && address !== null ? address.port : 0}`;
}
