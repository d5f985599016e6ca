import type { Express, Response } from "express";
import { cacheControlOf, problemMediaType, problemOf } from "#app/problem.ts";
import { rateLimitHeaders, type Allowance } from "./rate-limit.ts";
import { corsHeaders, preflightHeaders, readingMethods } from "./security-headers.ts";
import type { createClientKey } from "./client-address.ts";

/** Sends an RFC 9457 problem from the process itself. */
export function sendProblem(response: Response, ...problem: Parameters<typeof problemOf>) {
  const body = problemOf(...problem);
  response.status(body.status).set("Cache-Control", cacheControlOf(body.status)).type(problemMediaType);
  response.send(JSON.stringify(body));
}

/** What holds for all of /api/v1: anyone may read, nobody may write, each caller so often a minute. */
export function setUpApi(
  app: Express,
  clientKey: ReturnType<typeof createClientKey>,
  takeAllowance: (caller: string) => Allowance,
  isLoaded: () => boolean,
) {
  app.use("/api/v1", (request, response, next) => {
    // What is worked by key has rules of its own (set-up-agency-api.ts).
    if (request.path.startsWith("/tasking/")) {
      next();
      return;
    }
    for (const [name, value] of corsHeaders) response.setHeader(name, value);
    if (request.method === "OPTIONS") {
      for (const [name, value] of preflightHeaders) response.setHeader(name, value);
      response.status(204).end();
      return;
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", readingMethods);
      sendProblem(response, "method-not-allowed");
      return;
    }
    const allowance = takeAllowance(clientKey(request));
    for (const [name, value] of rateLimitHeaders(allowance)) response.setHeader(name, value);
    if (allowance.isAllowed && isLoaded()) next();
    else if (allowance.isAllowed) sendProblem(response.set("Retry-After", "60"), "nothing-loaded");
    else
      sendProblem(response, "too-many-requests", {
        detail: `Try again in ${allowance.resetSeconds} seconds.`,
      });
  });
}
