import type { Express } from "express";
import type { Logger } from "pino";
import type { TrustProxy } from "./client-address.ts";
import { logRequest } from "./log.ts";
import { factsOf } from "./request-facts.ts";

export interface RequestSettings {
  trust: TrustProxy;
  /** "force.example", where residents reach a real force; null where it is whatever they typed. */
  publicHost: string | null;
  /** The pattern behind a path: "/neighbourhoods/:slug". */
  routePattern: (path: string) => string;
  /** Called when a request is over. */
  onAnswer: (method: string, route: string, status: number, seconds: number) => void;
  log: Logger;
}

/** Gives each request its name, believes no proxy it was not told of, and writes one log line when it is over. */
export function setUpRequests(
  app: Express,
  { trust, publicHost, routePattern, onAnswer, log }: RequestSettings,
) {
  app.disable("x-powered-by");
  app.set("trust proxy", trust);
  app.use((request, response, next) => {
    // why: Remix reads this header by itself, whoever sends it, and compares it with Origin.
    if (publicHost !== null) request.headers["x-forwarded-host"] = publicHost;
    else if (!trust(request.socket.remoteAddress ?? "", 0)) delete request.headers["x-forwarded-host"];
    const startedAt = performance.now();
    const { id } = factsOf(request);
    const { path, method } = request;
    response.setHeader("X-Request-Id", id);
    response.once("close", () => {
      const status = response.writableFinished ? response.statusCode : 499;
      const ms = performance.now() - startedAt;
      const route = routePattern(path);
      onAnswer(method, route, status, ms / 1_000);
      logRequest(log, { req: id, method, route, status, ms: Math.round(ms) });
    });
    next();
  });
}

/** Refuses a Host that is none, before anything is made of it. */
export function setUpHostCheck(app: Express) {
  app.use((request, response, next) => {
    if (isHostName(request.headers.host)) next();
    else
      response
        .status(400)
        .set("Cache-Control", "no-store")
        .type("text")
        .send("The Host header is not a host name.\n");
  });
}

const isHostName = (host: string | undefined) =>
  host === undefined || /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(host);
