import { isAgencyApi, keyOfHeader } from "#app/domain/agency/key-header.ts";

/** What a browser says of where a request comes from. */
export interface RequestOrigin {
  method: string;
  secFetchSite: string | undefined;
  origin: string | undefined;
  host: string | undefined;
}

const readingMethods = ["GET", "HEAD", "OPTIONS"];

/**
 * Whether a request that may change something was sent by our own pages. `publicOrigin` is null in a demonstration
 * on plain http, where browsers send no Sec-Fetch-Site and only the host's own name can be compared.
 * Neither header: refused, for no browser leaves both out.
 */
export function isOwnRequest(request: RequestOrigin, publicOrigin: string | null): boolean {
  const { method, secFetchSite, origin, host } = request;
  if (readingMethods.includes(method)) return true;
  if (secFetchSite !== undefined) return secFetchSite === "same-origin" || secFetchSite === "none";
  if (origin === undefined) return false;
  return publicOrigin === null
    ? host !== undefined && hostOf(origin) === host.toLowerCase()
    : origin === publicOrigin;
}

/**
 * Whether the link itself is the proof of a form: a mail program's one-click stop (RFC 8058), which comes from anywhere,
 * and the answer of somebody who was asked by message, whose page tells nobody its address.
 */
export const isProvenByLink = (method: string, path: string): boolean =>
  method === "POST" && /^\/(?:unsubscribe|feedback)\/[\w-]+$/.test(path);

/**
 * Whether a request comes with the key of an agency's own system. No browser sends one by itself, so no other site can
 * make it; and where it is sent, nobody's session has a part in it.
 */
export const isProvenByKey = (path: string, authorization: string | undefined): boolean =>
  isAgencyApi(path) && keyOfHeader(authorization) !== null;

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : null);
