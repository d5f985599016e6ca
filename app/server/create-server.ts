import { createServer as createHttpServer, type Server } from "node:http";
import { join } from "node:path";
import compression from "compression";
import express from "express";
import type { Logger } from "pino";
import type { Env } from "#app/env.server.ts";
import { createIdentityProvider } from "#app/services/identity/identity-provider.server.ts";
import type { Keys } from "#app/services/keys/keys.server.ts";
import { createLiveLists } from "#app/services/tasking/live-lists.server.ts";
import { lookAtMeeting } from "#app/services/tasking/look-at-meeting.server.ts";
import type { Db } from "#db/types.ts";
import type { ApiLimits } from "./api-limits.ts";
import { createClientKey, trustProxyOf } from "./client-address.ts";
import { createFastPath } from "./fast-path/fast-path.ts";
import type { InForce } from "./in-force.ts";
import type { Metrics } from "./metrics/create-metrics.ts";
import { packageRoot } from "./package-root.ts";
import { createRoutePattern, type Pages } from "./page-build.ts";
import { createPlainPage } from "./plain-page.ts";
import { apiHeaders, bareHeaders } from "./security-headers.ts";
import { setUpApi } from "./set-up-api.ts";
import { setUpBodyLimit } from "./set-up-body-limit.ts";
import { setUpCrossSiteGuard } from "./set-up-cross-site-guard.ts";
import { setUpErrors } from "./set-up-errors.ts";
import { setUpHealth } from "./set-up-health.ts";
import { setUpMetrics } from "./set-up-metrics.ts";
import { setUpPages } from "./set-up-pages.ts";
import { setUpPolicyReports } from "./set-up-policy-reports.ts";
import { setUpPostLimit } from "./set-up-post-limit.ts";
import { setUpHostCheck, setUpRequests } from "./set-up-requests.ts";
import { setUpSecurityHeaders } from "./set-up-security-headers.ts";
import { setUpUnreadableRequests } from "./set-up-unreadable-requests.ts";
import { whenStopping } from "./start-and-stop.ts";

export interface ServerParts {
  env: Env;
  db: Db;
  inForce: InForce;
  keys: Keys;
  apiLimits: ApiLimits;
  pages: Pages;
  metrics: Metrics;
  log: Logger;
}

export const clientFolder = join(packageRoot, "build/client");

const bodyLimitBytes = 1_048_576;

/** The HTTP server, not yet listening: a table of contents of all that stands between a caller and an answer. */
export async function createServer(parts: ServerParts): Promise<Server> {
  const { env, db, inForce, keys, apiLimits, pages, metrics, log } = parts;
  const trust = trustProxyOf(env.trustProxy);
  const clientKey = createClientKey(trust, env.trustProxy === null);
  const headers = {
    isHttps: env.publicUrl?.startsWith("https://") ?? false,
    isDemonstration: env.isDemonstration,
    isDevelopment: env.mode === "development",
    mapTilesUrl: env.mapTiles?.url ?? null,
    identityProviderOrigin:
      env.identityProvider === null ? null : new URL(env.identityProvider.issuer).origin,
  };
  const plainPage = createPlainPage(clientFolder);
  const app = express();
  const fastPath = createFastPath({
    finder: () => inForce.current().finder,
    clientKey,
    takeAllowance: apiLimits.fastApi.take,
    headers: apiHeaders(headers),
    onAnswer: metrics.countRequest,
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
  setUpUnreadableRequests(server, bareHeaders(headers), (status) => {
    metrics.countRequest("other", "unreadable", status, 0);
  });

  const routePattern = createRoutePattern(
    typeof pages.build === "function" ? await pages.build() : pages.build,
  );
  const liveLists = createLiveLists({
    look: (meetingId, after) => lookAtMeeting(db, meetingId, after),
    onCount: metrics.setLiveStreams,
    onTrouble: (error) => {
      log.error({ err: error }, "a meeting that is followed could not be read; it is tried again");
    },
  });
  whenStopping(server, liveLists.stop);
  const publicOrigin = publicOriginOf(env);
  setUpRequests(app, {
    trust,
    publicHost: publicOrigin === null ? null : new URL(publicOrigin).host,
    routePattern,
    onAnswer: metrics.countRequest,
    log,
  });
  setUpSecurityHeaders(app, headers);
  setUpHostCheck(app);
  setUpHealth(app, db, inForce);
  setUpMetrics(app, db, metrics, env.metricsToken);
  setUpPolicyReports(app, { clientKey, routePattern, onReport: metrics.countPolicyReport, log });
  app.use(compression());
  pages.setUpFiles(app);
  setUpApi(app, clientKey, apiLimits.api.take, () => inForce.current().finder !== null);
  setUpCrossSiteGuard(app, publicOrigin, plainPage);
  setUpBodyLimit(app, bodyLimitBytes, plainPage);
  // A demonstration is there to be tried and measured, from one machine as a rule.
  if (!env.isDemonstration) setUpPostLimit(app, { db, keys, clientKey, plainPage });
  setUpPages(app, pages, {
    env,
    publicUrl: () => env.publicUrl ?? urlOf(server),
    db,
    inForce,
    keys,
    liveLists,
    identityProvider: identityProviderOf(env, log),
    clientKey,
    log,
  });
  setUpErrors(app, log, plainPage);
  return server;
}

/** The way in for staff, which asks the provider for nothing until somebody takes it. */
function identityProviderOf({ identityProvider }: Env, log: Logger) {
  if (identityProvider === null) return null;
  return createIdentityProvider(identityProvider, {
    now: () => new Date(),
    onTrouble: (reason) => {
      log.warn({ reason }, "the identity provider or its answer was no good");
    },
  });
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
