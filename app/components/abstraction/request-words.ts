import { authorityWords, isAuthority } from "#app/domain/abstraction/authority.ts";
import type { RequestState } from "#app/domain/abstraction/words.ts";
import { roleWords } from "#app/domain/account/role-words.ts";
import type { Role } from "#app/domain/access.ts";

export const requestStateWords: Readonly<Record<RequestState, string>> = {
  asked: "Waiting",
  authorised: "Authorised",
  refused: "Refused",
  withdrawn: "Withdrawn",
};

/** Who somebody is that asks or authorises. */
export const authorityInWords = (role: Role): string =>
  isAuthority(role) ? authorityWords[role] : roleWords[role];
