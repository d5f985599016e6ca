/** What became of the rows of a month: each is in exactly one of the four. */
export interface IncidentAccount {
  /** In a neighbourhood. */
  assigned: number;
  /** At a position that is in none. */
  outside: number;
  withoutPosition: number;
  /** Could not be read. */
  refused: number;
}

export const rowsOfAccount = ({ assigned, outside, withoutPosition, refused }: IncidentAccount): number =>
  assigned + outside + withoutPosition + refused;

export const sumAccounts = (accounts: readonly IncidentAccount[]): IncidentAccount =>
  accounts.reduce(
    (sum, account) => ({
      assigned: sum.assigned + account.assigned,
      outside: sum.outside + account.outside,
      withoutPosition: sum.withoutPosition + account.withoutPosition,
      refused: sum.refused + account.refused,
    }),
    { assigned: 0, outside: 0, withoutPosition: 0, refused: 0 },
  );

/**
 * Whether a month may take the place of what is loaded of it. Of a force's own files nearly every row is assigned;
 * where fewer than half are, it is another force's file, another month's, or damaged.
 */
export const isUsable = (account: IncidentAccount): boolean =>
  account.assigned > 0 && 2 * account.assigned >= rowsOfAccount(account);

const number = (value: number) => value.toLocaleString("en-GB");

/** "8,216 rows = 8,100 in a neighbourhood + 40 in none + 76 without a position + 0 refused". */
export const accountInWords = (account: IncidentAccount): string =>
  `${number(rowsOfAccount(account))} rows = ${number(account.assigned)} in a neighbourhood + ` +
  `${number(account.outside)} in none + ${number(account.withoutPosition)} without a position + ` +
  `${number(account.refused)} refused`;
