import type { Express, Request } from "express";
import type { Logger } from "pino";
import { z } from "zod";
import { limits } from "#app/domain/limits.ts";
import type { createClientKey } from "./client-address.ts";
import { createRateLimit } from "./rate-limit.ts";
import { policyReportsPath } from "./security-headers.ts";

export interface PolicyReportParts {
  clientKey: ReturnType<typeof createClientKey>;
  /** The pattern behind a path: "/neighbourhoods/:slug". */
  routePattern: (path: string) => string;
  onReport: () => void;
  log: Logger;
}

const mostBytes = 16_384;

const reportSchema = z.object({
  "csp-report": z.object({
    "document-uri": z.string().default(""),
    "effective-directive": z.string().optional(),
    "violated-directive": z.string().default(""),
    "blocked-uri": z.string().default(""),
  }),
});

/**
 * Takes what browsers report of breaches of our Content-Security-Policy, so that a page that breaks it is noticed.
 * Stands before the cross-site guard: a report changes nothing, and says what anybody could say.
 */
export function setUpPolicyReports(
  app: Express,
  { clientKey, routePattern, onReport, log }: PolicyReportParts,
) {
  const { take: takeAllowance } = createRateLimit(limits.policyReportsPerClient.limit);
  app.post(policyReportsPath, (request, response, next) => {
    response.set("Cache-Control", "no-store");
    const allowance = takeAllowance(clientKey(request));
    if (!allowance.isAllowed) {
      response.status(429).set("Retry-After", String(allowance.resetSeconds)).end();
      return;
    }
    readBody(request)
      .then((body) => {
        const report = body === null ? null : reportOf(body, routePattern);
        if (report === null) {
          response.status(400).set("Connection", "close").end();
          return;
        }
        onReport();
        log.warn(report, "a browser reported a breach of the policy");
        response.status(204).end();
      })
      .catch(next);
  });
}

/** The body as text; null where it is longer than any report. */
async function readBody(request: Request): Promise<string | null> {
  let text = "";
  request.setEncoding("utf8");
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > mostBytes) return null;
  }
  return text;
}

/** What of a report may stand in the log: no address, and no word that somebody could choose. */
function reportOf(body: string, routePattern: (path: string) => string) {
  const parsed = reportSchema.safeParse(jsonOf(body));
  if (!parsed.success) return null;
  const report = parsed.data["csp-report"];
  const [directive = ""] = (report["effective-directive"] ?? report["violated-directive"]).split(" ");
  const document = URL.canParse(report["document-uri"]) ? new URL(report["document-uri"]) : null;
  return {
    directive: /^[a-z-]{1,40}$/.test(directive) ? directive : "other",
    blocked: blockedOf(report["blocked-uri"]),
    route: document === null ? "other" : routePattern(document.pathname),
  };
}

/** A keyword such as "inline", or the host of another site. */
function blockedOf(uri: string): string {
  if (/^[a-z-]{1,20}$/.test(uri)) return uri;
  return URL.canParse(uri) ? new URL(uri).host.slice(0, 100) || new URL(uri).protocol : "other";
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
