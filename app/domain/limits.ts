/** How often somebody may do something: `limit` times in a window that opens with the first time. */
export interface Limit {
  limit: number;
  windowSeconds: number;
}

/** What is left of somebody's window. */
export interface Allowance {
  isAllowed: boolean;
  remaining: number;
  /** Whole seconds until the window ends; 0 where it is allowed. */
  retryAfterSeconds: number;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * The limits that hold over all processes. A client is an IPv4 address, or the /64 of an IPv6 one, as one customer
 * has it; libraries, offices and mobile networks put many people behind one, so limits by client are the wider ones.
 */
export const limits = {
  /** A person who finds no code in their mail asks again twice; more is somebody filling another's mailbox. */
  codesPerAddress: { limit: 3, windowSeconds: 10 * minute },
  /** Bounds guessing too: ten codes of five tries each are 50 guesses a day among a million. */
  codesPerAddressDaily: { limit: 10, windowSeconds: day },
  /** A library's residents at a drop-in meeting; an attacker needs thousands. */
  codesPerClient: { limit: 20, windowSeconds: hour },
  /** Attempts to sign in, right or wrong, from one client: a shift beginning in one station fits. */
  signInsPerClient: { limit: 25, windowSeconds: hour },
  /** Wrong answers for one account, from wherever: ten are no accident, and an hour is no lock-out for ever. */
  signInsPerAccount: { limit: 10, windowSeconds: hour },
  /** Forms of one client: a stall or a station fills them in side by side, a script would like more. */
  postsPerClient: { limit: 120, windowSeconds: minute },
  /** Invitations that one person sends: a panel and its partners fit into an hour. */
  invitationsPerAccount: { limit: 30, windowSeconds: hour },
  /** Messages to a team from one account: each has to be answered by somebody. */
  threadsPerAccount: { limit: 10, windowSeconds: day },
  /** Reports of a problem with a page, from one client: somebody who reads much finds much, a script finds more. */
  pageReportsPerClient: { limit: 10, windowSeconds: hour },
  /** Concerns from one client: a library's or a stall's residents raise them side by side. */
  concernsPerClient: { limit: 30, windowSeconds: hour },
  /** The circuit breaker of concerns that anyone may raise: a whole county's busiest evening fits. */
  concernsOfAll: { limit: 1_500, windowSeconds: hour },
  /** A calendar program asks each quarter of an hour; somebody has it on a few devices. */
  calendarsPerFeed: { limit: 60, windowSeconds: hour },
  /** An agency's own system reads its list every few minutes, and answers in bursts. */
  requestsPerAgencyKey: { limit: 120, windowSeconds: minute },
  /** Exports carry many people's data at once. */
  exportsPerAccount: { limit: 10, windowSeconds: hour },
  /**
   * The circuit breaker of mail that anyone can cause (codes): past it something is wrong, and the name of the
   * sender is at stake. An alert to a ward's followers is not counted here.
   */
  codesOfAll: { limit: 2_000, windowSeconds: hour },
  /** Reports of the browsers of one client against our policy: one broken page sends a dozen. */
  policyReportsPerClient: { limit: 30, windowSeconds: minute },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** The limits of the API, whose figure the operator sets (`API_LIMIT_PER_MINUTE`). */
export type ApiLimitName = "fastApi" | "api";

/** What a limit is counted under: its name and whose it is, hashed by the caller where it is a person's. */
export const allowanceKey = (name: LimitName | ApiLimitName, whose: string) => `${name}:${whose}`;
