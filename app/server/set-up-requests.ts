import type { Express } from "express";
import type { Logger } from "pino";
import type { TrustProxy } from "./client-address.ts";
import { logRequest } from "./log.ts";
import { factsOf } from "./request-facts.ts";

export interface RequestSettings {
  trust: TrustProxy;
  trustsNobody: boolean;
  /** The pattern behind a path: "/neighbourhoods/:slug". */
  routePattern: (path: string) => string;
  log: Logger;
}

/** Gives each request its name, believes no proxy it was not told of, and writes one log line when it is over. */
export function setUpRequests(app: Express, { trust, trustsNobody, routePattern, log }: RequestSettings) {
  app.disable("x-powered-by");
  app.set("trust proxy", trust);
  app.use((request, response, next) => {
    if (trustsNobody) {
      // why: Remix reads this header by itself, whatever Express trusts.
      delete request.headers["x-forwarded-host"];
    }
    const startedAt = performance.now();
    const { id } = factsOf(request);
    const { path, method } = request;
    response.setHeader("X-Request-Id", id);
    response.once("close", () => {
      const status = response.writableFinished ? response.statusCode : 499;
      const ms = Math.round(performance.now() - startedAt);
      logRequest(log, { req: id, method, route: routePattern(path), status, ms });
    });
    if (!isHostName(request.headers.host))
      response.status(400).type("text").send("The Host header is not a host name.\n");
    else next();
  });
}

const isHostName = (host: string | undefined) =>
  host === undefined || /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(host);
