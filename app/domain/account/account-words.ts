import type { AccountKind, AccountStatus } from "./account.ts";

export const accountKindWords: Readonly<Record<AccountKind, string>> = {
  resident: "Resident",
  staff: "Staff",
  member: "Partner, panel or network member",
};

export const accountStatusWords: Readonly<Record<AccountStatus, string>> = {
  waiting: "Waiting to be linked",
  active: "Active",
  closed: "Closed",
};

/** How somebody is named in lists: a resident gives no name, and an erased account has none any more. */
export const accountName = (name: string | null): string => name ?? "No name";
