import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

const loopback = /^(?:127\.|::1$|::ffff:127\.)/;
/** Whatever came through a proxy carries one of these. */
const proxyHeaders = ["x-forwarded-for", "x-forwarded-proto", "forwarded", "via", "x-real-ip"];

/**
 * Whether a caller may read the metrics. With a token: whoever sends it. Without: only this machine itself, and not
 * through a proxy that stands on it.
 */
export function mayReadMetrics(
  { headers, remoteAddress }: Pick<IncomingMessage, "headers"> & { remoteAddress: string | undefined },
  token: string | null,
): boolean {
  if (token !== null) return isSame(headers.authorization ?? "", `Bearer ${token}`);
  return loopback.test(remoteAddress ?? "") && proxyHeaders.every((name) => headers[name] === undefined);
}

/** In the same time whatever differs. */
const isSame = (given: string, expected: string) => timingSafeEqual(digestOf(given), digestOf(expected));
const digestOf = (text: string) => createHash("sha256").update(text).digest();
