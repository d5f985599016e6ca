import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { completenessOf, rateOf } from "#app/domain/abstraction/rate.ts";
import { hoursWords } from "#app/domain/abstraction/shares.ts";
import type { TeamMonth } from "#app/services/abstraction/read-team-month.server.ts";

const listFormat = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** The hours and the rate of the team's neighbourhoods in the month, as they are kept. */
export function TeamFigures({ totals, places }: Pick<TeamMonth, "totals" | "places">) {
  if (totals === null)
    return <p>The figures of this team are those of neighbourhoods that are not all yours.</p>;
  const { duty, unavailable, abstractedA, abstractedB, duties, confirmed } = totals;
  const rate = rateOf({ duty, abstracted: abstractedA });
  const complete = completenessOf(confirmed, duties);
  return (
    <>
      <h2 className="govuk-heading-m">Hours and rate</h2>
      <p>
        {places.length === 1 ? `Of ${places.join("")}` : `Of ${listFormat.format(places)} together`}, by the
        share of each post in them: a post that also serves elsewhere counts here by its share alone. Special
        constables are left out.
      </p>
      <SummaryList
        rows={[
          { term: "Duty", value: hoursWords(duty) },
          { term: "Used for other work", value: hoursWords(abstractedA) },
          { term: "Rate", value: rate?.words ?? "No duty, so no rate" },
          {
            term: "Rate with training and court as well",
            value: rateOf({ duty, abstracted: abstractedB })?.words.split(",")[0] ?? "No duty, so no rate",
          },
          { term: "Not at work", value: hoursWords(unavailable) },
          {
            term: "Duties confirmed in time",
            value:
              complete === null
                ? "No duty"
                : `${complete.words}${complete.isProvisional ? ": the rate is provisional" : ""}`,
          },
        ]}
      />
    </>
  );
}
