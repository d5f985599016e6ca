import { Link } from "@remix-run/react";
import { addMonths, type Month } from "#app/domain/abstraction/month.ts";
import { monthInWords } from "#app/domain/measure/month.ts";

interface MonthLinksProps {
  month: Month;
  /** The last one that there is. */
  last: Month;
  /** The address of "2026-10". */
  addressOf: (month: string) => string;
}

/** From a month to those beside it. */
export function MonthLinks({ month, last, addressOf }: MonthLinksProps) {
  const [before, after] = [addMonths(month, -1), addMonths(month, 1)];
  return (
    <nav aria-label="Months" className="sn-months">
      <Link className="govuk-link" to={addressOf(before.slice(0, 7))}>
        {monthInWords(before)}
      </Link>
      {after <= last ? (
        <Link className="govuk-link" to={addressOf(after.slice(0, 7))}>
          {monthInWords(after)}
        </Link>
      ) : null}
    </nav>
  );
}
