import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import helmet, { type HelmetOptions } from "helmet";
import { factsOf } from "./request-facts.ts";

export interface HeaderSettings {
  /** Residents reach us over https: promise it for two years. */
  isHttps: boolean;
  isDemonstration: boolean;
  /** Vite puts styles into the page and talks over a socket while developing. */
  isDevelopment: boolean;
  /** The tile address of the map, with its placeholders; null draws the map without tiles. */
  mapTilesUrl: string | null;
  /** Where staff sign in, "https://login.example"; null where nobody does. */
  identityProviderOrigin: string | null;
}

/** Where browsers report what broke the policy of a page. */
export const policyReportsPath = "/csp-reports";

const featuresOff =
  "camera microphone payment usb serial accelerometer gyroscope magnetometer display-capture midi"
    .split(" ")
    .map((feature) => `${feature}=()`);

/** Sent by hand: helmet does not know these. */
export const plainHeaders = ({ isDemonstration }: HeaderSettings): [string, string][] => [
  ["Permissions-Policy", ["geolocation=(self)", ...featuresOff].join(", ")],
  ...(isDemonstration ? [["X-Robots-Tag", "noindex, nofollow"] satisfies [string, string]] : []),
];

/** Whether an address is a key, so that no other site is to be told it. Its form is proven by the link (cross-site.ts). */
export const isKeyAddress = (path: string): boolean => path.startsWith("/feedback/");

/**
 * helmet with this house's policy. Referrer-Policy is not helmet's no-referrer: with that, a browser without
 * JavaScript posts our forms with `Origin: null`, which no guard can tell from an attack.
 */
export function helmetFor(settings: HeaderSettings, kind: "page" | "api") {
  const { isHttps } = settings;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: kind === "page" ? pagePolicy(settings) : apiPolicy,
    },
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    strictTransportSecurity: isHttps && { maxAge: 63_072_000, includeSubDomains: true },
    crossOriginResourcePolicy: { policy: kind === "page" ? "same-origin" : "cross-origin" },
    xFrameOptions: { action: "deny" },
    // What these switch off is a page's; an answer in JSON is spared their bytes.
    ...(kind === "api" ? pageOnlyHeadersOff : {}),
  });
}

const pageOnlyHeadersOff = {
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} as const satisfies HelmetOptions;

const apiPolicy = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] };

function pagePolicy({ isDevelopment, mapTilesUrl, identityProviderOrigin }: HeaderSettings) {
  const nonce = (request: IncomingMessage) => `'nonce-${factsOf(request).nonce}'`;
  return {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", nonce],
    styleSrc: ["'self'", ...(isDevelopment ? ["'unsafe-inline'"] : [])],
    imgSrc: ["'self'", "data:", ...(mapTilesUrl === null ? [] : [tileSourceOf(mapTilesUrl)])],
    connectSrc: ["'self'", ...(isDevelopment ? ["ws:"] : [])],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    // Chromium holds a form to this through its redirects too, and signing in is one.
    formAction: ["'self'", ...(identityProviderOrigin === null ? [] : [identityProviderOrigin])],
    reportUri: [policyReportsPath],
  } satisfies NonNullable<Exclude<HelmetOptions["contentSecurityPolicy"], boolean>>["directives"];
}

/** "https://{s}.tiles.example/{z}/{x}/{y}.png" → "https://*.tiles.example". */
function tileSourceOf(mapTilesUrl: string): string {
  const { protocol, host } = new URL(mapTilesUrl.replace(/\{s\}/g, "subdomain"));
  return `${protocol}//${host.replace(/^subdomain\./, "*.")}`;
}

/** The API's headers as a list, for the fast path. */
export const apiHeaders = (settings: HeaderSettings): [string, string][] => [
  ...bareHeaders(settings),
  ...corsHeaders,
];

/** The headers of an answer that is no page, as a list: what helmet sets is asked of helmet, once. */
export function bareHeaders(settings: HeaderSettings): [string, string][] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  helmetFor(settings, "api")(request, response, () => undefined);
  const set = Object.entries(response.getHeaders()).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return [...set, ...plainHeaders(settings)];
}

/** Anyone's page may read the API; nothing of it depends on who asks. */
export const corsHeaders: readonly [string, string][] = [
  ["Access-Control-Allow-Origin", "*"],
  ["Access-Control-Expose-Headers", "ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id"],
];

export const preflightHeaders: readonly [string, string][] = [
  ["Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"],
  ["Access-Control-Allow-Headers", "If-None-Match"],
  ["Access-Control-Max-Age", "86400"],
];

export const readingMethods = "GET, HEAD, OPTIONS";
