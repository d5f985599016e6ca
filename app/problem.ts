/** Every kind of problem the API can answer with; docs/how-to/use-the-api.md explains each. */
const problemKinds = {
  unknown: { status: 404, title: "This postcode is not known" },
  "outside-force": { status: 404, title: "This is outside the force area" },
  terminated: { status: 410, title: "This postcode is no longer in use" },
  "moved-on": { status: 410, title: "This neighbourhood is now part of others" },
  "not-a-postcode": { status: 400, title: "This is not a full UK postcode" },
  "not-a-position": { status: 400, title: "This is not a position" },
  "bad-request": { status: 400, title: "The request could not be read" },
  "cross-site": { status: 403, title: "This request came from another site" },
  "key-needed": { status: 401, title: "This address needs the key of an agency" },
  "agreement-lapsed": { status: 403, title: "Your agency shares in no joint work now" },
  "not-found": { status: 404, title: "There is nothing at this address" },
  "method-not-allowed": { status: 405, title: "This address can only be read" },
  conflict: { status: 409, title: "The action is not as you read it" },
  "content-too-large": { status: 413, title: "The request is too large" },
  "address-too-long": { status: 414, title: "The address is too long" },
  "not-accepted": { status: 422, title: "This answer could not be taken" },
  "too-many-requests": { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something went wrong at our end" },
  "nothing-loaded": { status: 503, title: "No neighbourhoods are loaded yet" },
} as const;

export type ProblemKind = keyof typeof problemKinds;

/** An RFC 9457 problem: `type` is a stable relative address; further members belong to the kind. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly [member: string]: unknown;
}

export const problemMediaType = "application/problem+json";

/** The problem of a kind, with what is particular to this one ("detail", "suggestion", …). */
export function problemOf(kind: ProblemKind, members: Readonly<Record<string, unknown>> = {}): Problem {
  const { status, title } = problemKinds[kind];
  return { type: `/problems/${kind}`, title, status, ...members };
}

/** How long an answer of this status may be kept: answers five minutes, errors one, passing states not at all. */
export function cacheControlOf(status: number): string {
  if (status < 400) return "public, max-age=300, stale-while-revalidate=600";
  return [400, 404, 410].includes(status) ? "public, max-age=60" : "no-store";
}
