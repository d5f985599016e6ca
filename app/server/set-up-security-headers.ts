import type { Express } from "express";
import { helmetFor, isKeyAddress, plainHeaders, type HeaderSettings } from "./security-headers.ts";

/** The same headers on every answer; the API's policy for /api, the pages' with a nonce for everything else. */
export function setUpSecurityHeaders(app: Express, settings: HeaderSettings) {
  const forPages = helmetFor(settings, "page");
  const forApi = helmetFor(settings, "api");
  const others = plainHeaders(settings);
  app.use((request, response, next) => {
    for (const [name, value] of others) response.setHeader(name, value);
    (request.path.startsWith("/api/") ? forApi : forPages)(request, response, (error?: unknown) => {
      if (isKeyAddress(request.path)) response.setHeader("Referrer-Policy", "no-referrer");
      next(error);
    });
  });
}
