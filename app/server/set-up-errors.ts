import type { Express, NextFunction, Request, Response } from "express";
import type { Logger } from "pino";
import { isDatabaseAway } from "#db/is-database-away.ts";
import type { PlainPage } from "./plain-page.ts";
import { factsOf } from "./request-facts.ts";
import { sendProblem } from "./set-up-api.ts";
import { retryAfterSeconds } from "./set-up-pages.ts";

/** The last resort, when even an error page could not be made: says sorry and a reference, logs the rest. */
export function setUpErrors(app: Express, log: Logger, plainPage: PlainPage) {
  // Express knows an error handler by its four arguments.
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    const { id } = factsOf(request);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const isCallersFault = error instanceof URIError;
    if (!isCallersFault) log.error({ err: error, req: id }, "a request failed");
    if (request.path.startsWith("/api/")) {
      sendProblem(response, isCallersFault ? "bad-request" : "internal", { reference: id });
    } else if (isCallersFault) {
      plainPage(response, 400, "This address could not be read", "Check it, or begin at the start page.");
    } else if (isDatabaseAway(error)) {
      response.setHeader("Retry-After", String(retryAfterSeconds));
      plainPage(
        response,
        503,
        "Sorry, the service is unavailable",
        "You will be able to use it later. Try again in a few minutes.",
      );
    } else {
      plainPage(
        response,
        500,
        "Sorry, there is a problem with the service",
        `Try again later. The reference is ${id}.`,
      );
    }
  });
}
