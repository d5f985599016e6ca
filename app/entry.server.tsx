import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import type { AppLoadContext, HandleDataRequestFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { hasSessionCookie } from "#app/session-cookie.server.ts";
import { NonceContext } from "#app/components/nonce.ts";

/** How long a loader may still be at work after the page began. */
export const streamTimeout = 5_000;

// Pages are for this reader only unless their route says otherwise, and always for somebody signed in: their name
// and their way out stand in every header.
const keptByNobody = "private, no-store";

function settleCaching(request: Request, headers: Headers) {
  if (hasSessionCookie(request) || !headers.has("Cache-Control")) headers.set("Cache-Control", keptByNobody);
  headers.append("Vary", "Cookie");
}

/** Renders a page; one for a robot whole, one for a person as it comes. */
export default function handleRequest(
  request: Request,
  statusCode: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  settleCaching(request, headers);
  const readyEvent = isbot(request.headers.get("User-Agent") ?? "") ? "onAllReady" : "onShellReady";

  return new Promise((resolve, reject) => {
    let status = statusCode;
    let isShellSent = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        [readyEvent]() {
          isShellSent = true;
          const body = new PassThrough();
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          pipe(body);
        },
        onShellError(error: unknown) {
          reject(error instanceof Error ? error : new Error(String(error)));
        },
        onError(error: unknown) {
          status = 500;
          // Before the shell is out, the rejection above is logged; after it, only this line would know.
          if (isShellSent) console.error(error);
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** The same rule of caching for the data that a page asks for by itself. */
export const handleDataRequest: HandleDataRequestFunction = (response, { request }) => {
  settleCaching(request, response.headers);
  return response;
};
