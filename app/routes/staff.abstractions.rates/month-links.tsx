import { Link } from "@remix-run/react";
import { areaInAddress, type AreaName } from "#app/domain/abstraction/area.ts";
import { monthInAddress } from "#app/domain/abstraction/month-asked.ts";
import { addMonths, type Month } from "#app/domain/abstraction/month.ts";
import { monthInWords } from "#app/domain/measure/month.ts";
import { paths } from "#app/paths.ts";

/** The month before, the month after where it is over, and the last that is. */
export function MonthLinks({ area, month, last }: { area: AreaName; month: Month; last: Month }) {
  const next = addMonths(month, 1);
  const months = [addMonths(month, -1), ...(next < last ? [next] : []), ...(month < last ? [last] : [])];
  return (
    <nav className="sn-staff__actions sn-no-print" aria-label="Months">
      {months.map((one) => (
        <Link
          key={one}
          className="govuk-link"
          to={paths.abstractions.rates(
            `area=${encodeURIComponent(areaInAddress(area))}&month=${monthInAddress(one)}`,
          )}
        >
          {monthInWords(one)}
        </Link>
      ))}
    </nav>
  );
}
