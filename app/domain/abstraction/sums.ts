import type { AreaKind, RateArea } from "./area.ts";
import type { Month } from "./month.ts";

/** The figures of some neighbourhoods and months, added up: in shares (hundred-thousandths of a minute or a duty). */
export interface RateSums {
  established: number;
  duty: number;
  unavailable: number;
  abstractedA: number;
  abstractedB: number;
  /** Part of `abstractedA`. */
  exempt: number;
  /** Part of `abstractedA`. */
  unauthorised: number;
  lent: number;
  duties: number;
  confirmed: number;
}

/** One month of one part of the force. */
export interface AreaMonth extends RateSums {
  area: RateArea;
  month: Month;
  /** Whole posts that had duty in it, by what each has there: a fifth of a sergeant counts as a fifth. */
  posts: number;
  /** Of the definition that it was worked out with. */
  version: number;
  /** Whether that was the definition of the month; else the month is worked out once more, with a later one. */
  isInForce: boolean;
}

/** Which figures are asked for: of each part of a kind, within another part, by month. */
export interface SumsAsked {
  by: AreaKind;
  /** The force, where it is left out. */
  within?: Pick<RateArea, "kind" | "id">;
  /** The first and the last month, both with them. */
  from: Month;
  to: Month;
  /** Special constables are reported apart: never both in one sum. */
  areSpecials?: boolean;
}

const none: RateSums = {
  established: 0,
  duty: 0,
  unavailable: 0,
  abstractedA: 0,
  abstractedB: 0,
  exempt: 0,
  unauthorised: 0,
  lent: 0,
  duties: 0,
  confirmed: 0,
};

/** Sums of sums: how a quarter is made of months, and a part of the force of smaller ones. */
export const addUp = (all: readonly RateSums[]): RateSums =>
  all.reduce<RateSums>(
    (sum, one) => ({
      established: sum.established + one.established,
      duty: sum.duty + one.duty,
      unavailable: sum.unavailable + one.unavailable,
      abstractedA: sum.abstractedA + one.abstractedA,
      abstractedB: sum.abstractedB + one.abstractedB,
      exempt: sum.exempt + one.exempt,
      unauthorised: sum.unauthorised + one.unauthorised,
      lent: sum.lent + one.lent,
      duties: sum.duties + one.duties,
      confirmed: sum.confirmed + one.confirmed,
    }),
    none,
  );
