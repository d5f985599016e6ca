import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** What the process knows of one request, apart from what the caller says. */
export interface RequestFacts {
  /** Names the request in the log, in X-Request-Id and on an error page. */
  id: string;
  /** For the Content-Security-Policy of the response. */
  nonce: string;
}

const known = new WeakMap<IncomingMessage, RequestFacts>();
const processName = randomBytes(4).toString("hex");
let count = 0;

/** A short name, unique among the requests of all processes for practical purposes. */
export const nextRequestId = () => `${processName}-${(count += 1).toString(36)}`;

/** The facts of this request, the same each time it is asked. */
export function factsOf(request: IncomingMessage): RequestFacts {
  const facts = known.get(request) ?? { id: nextRequestId(), nonce: randomBytes(16).toString("base64") };
  known.set(request, facts);
  return facts;
}
