import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Finder } from "#app/domain/finder/finder.ts";
import { etagOf, isNoneMatch } from "#app/etag.ts";
import { cacheControlOf, problemMediaType } from "#app/problem.ts";
import { rateLimitHeaders, type Allowance } from "../rate-limit.ts";
import { nextRequestId } from "../request-facts.ts";
import { preflightHeaders, readingMethods } from "../security-headers.ts";
import { locateReply } from "./locate-reply.ts";
import { postcodeReply, replyOf, type Reply } from "./postcode-reply.ts";
import { createRequestTally } from "./request-tally.ts";

export interface FastPathOptions {
  finder: () => Finder | null;
  clientKey: (request: IncomingMessage) => string;
  takeAllowance: (caller: string) => Allowance;
  /** Security and CORS headers, as the API's other answers carry them. */
  headers: readonly [string, string][];
  /** Called after each answer. */
  onAnswer: (method: string, route: string, status: number, seconds: number) => void;
  log: Logger;
}

const postcodePrefix = "/api/v1/postcodes/";
const locatePath = "/api/v1/locate";
/** No postcode and no position needs more. */
const longestAddress = 512;

type Route = { pattern: string; reply: (finder: Finder) => Reply };

/**
 * Answers the two addresses that other programs ask most, before Express sees them (docs/adr/0006). `handle` returns
 * false for every other address, having touched nothing; `flushLog` writes the last lines of its log.
 */
export function createFastPath(options: FastPathOptions) {
  const headers = options.headers.flat();
  const tally = createRequestTally(options.log);
  const handle = (request: IncomingMessage, response: ServerResponse): boolean => {
    const route = routeOf(request.url ?? "");
    if (route === null) return false;
    const startedAt = performance.now();
    const id = nextRequestId();
    const status = answerOrSaySorry(request, response, route, id, headers, options);
    const ms = Math.round((performance.now() - startedAt) * 1_000) / 1_000;
    tally.add(request.method ?? "", route.pattern, status, ms);
    options.onAnswer(request.method ?? "", route.pattern, status, ms / 1_000);
    return true;
  };
  return { handle, flushLog: tally.flush };
}

function routeOf(url: string): Route | null {
  if (!url.startsWith("/api/v1/")) return null;
  const queryAt = url.indexOf("?");
  const path = queryAt < 0 ? url : url.slice(0, queryAt);
  if (path === locatePath) {
    const query = queryAt < 0 ? "" : url.slice(queryAt + 1);
    return { pattern: locatePath, reply: bounded(url, (finder) => locateReply(finder, query)) };
  }
  if (!path.startsWith(postcodePrefix)) return null;
  const typed = path.slice(postcodePrefix.length);
  if (typed === "" || typed.includes("/")) return null;
  return {
    pattern: `${postcodePrefix}:postcode`,
    reply: bounded(url, (finder) => replyToTyped(finder, typed)),
  };
}

const bounded =
  (url: string, reply: Route["reply"]): Route["reply"] =>
  (finder) =>
    url.length > longestAddress ? replyOf("address-too-long") : reply(finder);

function replyToTyped(finder: Finder, encoded: string): Reply {
  const typed = decode(encoded);
  if (typed === null) {
    return replyOf("bad-request", {
      detail: "The postcode in the address is not correctly percent-encoded.",
    });
  }
  return postcodeReply(finder.answerPostcode(typed));
}

function decode(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}

/** As `answer`; a mistake of ours is one failed request and no end of the process. */
function answerOrSaySorry(...asked: Parameters<typeof answer>): number {
  try {
    return answer(...asked);
  } catch (error) {
    const [, response, , id, fixedHeaders, { log }] = asked;
    log.error({ err: error, req: id }, "a request failed");
    if (response.headersSent) response.destroy();
    else {
      const { status, body } = replyOf("internal", { reference: id });
      const text = JSON.stringify(body);
      response
        .writeHead(status, [
          ...fixedHeaders,
          ...["X-Request-Id", id, "Content-Type", problemMediaType],
          ...["Cache-Control", cacheControlOf(status), "Content-Length", String(Buffer.byteLength(text))],
        ])
        .end(text);
    }
    return 500;
  }
}

/** Writes the answer and returns its status. */
function answer(
  request: IncomingMessage,
  response: ServerResponse,
  route: Route,
  id: string,
  fixedHeaders: readonly string[],
  { finder, clientKey, takeAllowance }: FastPathOptions,
): number {
  const headers = [...fixedHeaders, "X-Request-Id", id];
  if (request.method === "OPTIONS") {
    response.writeHead(204, [...headers, ...preflightHeaders.flat()]).end();
    return 204;
  }
  const isHead = request.method === "HEAD";
  const send = (status: number, text: string, contentType: string) => {
    headers.push("Content-Type", contentType, "Cache-Control", cacheControlOf(status));
    headers.push("Content-Length", String(Buffer.byteLength(text)));
    response.writeHead(status, headers).end(isHead ? undefined : text);
    return status;
  };
  const sendProblem = ({ status, body }: Reply) => send(status, JSON.stringify(body), problemMediaType);

  if (request.method !== "GET" && !isHead) {
    headers.push("Allow", readingMethods);
    return sendProblem(replyOf("method-not-allowed"));
  }
  const allowance = takeAllowance(clientKey(request));
  for (const [name, value] of rateLimitHeaders(allowance)) headers.push(name, value);
  if (!allowance.isAllowed) {
    return sendProblem(
      replyOf("too-many-requests", { detail: `Try again in ${allowance.resetSeconds} seconds.` }),
    );
  }
  // One finder for the whole request: an edition may be switched at any moment.
  const current = finder();
  if (current === null) {
    headers.push("Retry-After", "60");
    return sendProblem(replyOf("nothing-loaded"));
  }
  const reply = route.reply(current);
  if (reply.status !== 200) return sendProblem(reply);

  const text = JSON.stringify(reply.body);
  // One address has one answer under one version, so the version alone tells it.
  const etag = etagOf(current.version, "");
  headers.push("ETag", etag);
  if (isNoneMatch(request.headers["if-none-match"], etag)) {
    headers.push("Cache-Control", cacheControlOf(200));
    response.writeHead(304, headers).end();
    return 304;
  }
  return send(200, text, "application/json; charset=utf-8");
}
