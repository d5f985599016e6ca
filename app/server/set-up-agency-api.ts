import type { Express } from "express";
import { isAgencyApi, keyOfHeader } from "#app/domain/agency/key-header.ts";
import type { createClientKey } from "./client-address.ts";
import { rateLimitHeaders, type Allowance } from "./rate-limit.ts";
import { sendProblem } from "./set-up-api.ts";

const methods = ["GET", "HEAD", "POST"];

/**
 * What holds for all that agencies' own systems work by key, before anything is asked of the database: no other site's
 * page may read it, and each caller may try so often a minute, whatever key it sends.
 */
export function setUpAgencyApi(
  app: Express,
  clientKey: ReturnType<typeof createClientKey>,
  takeAllowance: (caller: string) => Allowance,
) {
  app.use("/api/v1/tasking", (request, response, next) => {
    const allowance = takeAllowance(clientKey(request));
    for (const [name, value] of rateLimitHeaders(allowance)) response.setHeader(name, value);
    if (!allowance.isAllowed)
      sendProblem(response, "too-many-requests", {
        detail: `Try again in ${allowance.resetSeconds} seconds.`,
      });
    else if (!methods.includes(request.method))
      sendProblem(response.set("Allow", methods.join(", ")), "method-not-allowed", {
        title: "This address takes GET and POST",
      });
    else if (keyOfHeader(request.headers.authorization) === null)
      sendProblem(response.set("WWW-Authenticate", "Bearer"), "key-needed", {
        detail: "Send it as Authorization: Bearer sn_…",
      });
    else if (isAgencyApi(`${request.baseUrl}${request.path}`)) next();
    else sendProblem(response, "not-found");
  });
}
