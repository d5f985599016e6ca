import { monthInWords } from "#app/domain/measure/month.ts";
import type { RecordedIncidents } from "#db/queries/incident-trend.ts";

/** Whose figures these are, of which months, and what they cannot tell. */
export function WhatTheseAre({
  source,
  attribution,
  months,
}: Pick<RecordedIncidents, "source" | "attribution" | "months">) {
  const [first, last] = [months[0], months.at(-1)];
  return (
    <div className="sn-incidents__what">
      <p>
        These are incidents that the police recorded. Not everything that happens is reported. Small numbers
        go up and down by chance.
      </p>
      <p>
        Before they are published, incidents are moved to points on the map that many share. So the point is
        not the place where it happened, and one near a boundary may be counted next door.
      </p>
      {first === undefined || last === undefined ? null : (
        <p className="sn-quiet">
          Source: {source}. {attribution === "" ? "Open Government Licence v3.0" : attribution}.{" "}
          {months.length === 1
            ? `One month is loaded: ${monthInWords(last)}.`
            : `${months.length} months are loaded, from ${monthInWords(first)} to ${monthInWords(last)}.`}
        </p>
      )}
    </div>
  );
}
