import { data, type HeadersFunction } from "@remix-run/node";

/**
 * A page that says the same to everyone: a browser keeps it for a minute. Only the browser, because a page shared by a
 * cache would share the nonce of its Content-Security-Policy.
 */
export const publicPage = <Value>(value: Value) =>
  data(value, { headers: { "Cache-Control": "private, max-age=60" } });

/** A page that knows something of its reader, such as a remembered postcode: kept by nobody. */
export const privatePage = <Value>(value: Value) =>
  data(value, { headers: { "Cache-Control": "private, no-store" } });

/**
 * The `headers` of every page of ours: how long it may be kept, as its loader or action said and not at all when
 * neither did, and when to try again.
 */
export const pageHeaders: HeadersFunction = ({ loaderHeaders, actionHeaders, errorHeaders }) => {
  const said = errorHeaders ?? (actionHeaders.has("Cache-Control") ? actionHeaders : loaderHeaders);
  const retryAfter = said.get("Retry-After");
  return {
    "Cache-Control": said.get("Cache-Control") ?? "private, no-store",
    ...(retryAfter === null ? {} : { "Retry-After": retryAfter }),
  };
};
