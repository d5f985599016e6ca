import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { categoryWords, type ConcernCategory } from "#app/domain/concern/categories.ts";
import { diversionWords, type DiversionRoute } from "#app/domain/concern/diversion.ts";
import { sourceWords, type ConcernSource } from "#app/domain/concern/sources.ts";
import { paths } from "#app/paths.ts";

/** What the page shows of a concern beside its words. */
export interface ShownFacts {
  category: ConcernCategory;
  neighbourhood: string;
  source: ConcernSource;
  raisedAt: Date;
  enteredBy: string | null;
  raisers: number;
  /** Null where the reader is not shown it. */
  raiser: string | null;
  /** To about 100 metres; null where none was chosen, or the reader is not shown it. */
  point: { lng: number; lat: number } | null;
  mergedInto: { id: string; reference: string } | null;
  agency: string | null;
  handOff: {
    route: DiversionRoute;
    by: string;
    at: Date;
    acknowledged: { at: Date; by: string; reference: string } | null;
  } | null;
}

const row = (term: string, value: ReactNode) => ({ term, value });

/** The facts as rows of a list, those that there are. */
export function factsOf(facts: ShownFacts) {
  const { category, neighbourhood, source, raisedAt, enteredBy, raisers, raiser } = facts;
  const { point, mergedInto, agency, handOff } = facts;
  const entered = enteredBy === null ? "" : `, entered by ${enteredBy}`;
  return [
    row("About", categoryWords[category].name),
    row("Neighbourhood", neighbourhood),
    row("Came in", `${sourceWords[source]}, ${momentInWords(raisedAt)}${entered}`),
    ...(raiser === null ? [] : [row("Raised by", raiser)]),
    ...(point === null
      ? []
      : [row("On the map", `About ${point.lat}, ${point.lng} (latitude, longitude), to 100 metres`)]),
    row("People behind it", String(raisers)),
    ...(agency === null ? [] : [row("Referred to", agency)]),
    ...(mergedInto === null
      ? []
      : [
          row(
            "Joined with",
            <Link className="govuk-link" to={paths.staff.concern(mergedInto.id)}>
              {mergedInto.reference}
            </Link>,
          ),
        ]),
    ...(handOff === null
      ? []
      : [
          row(
            "Handed over",
            `${diversionWords[handOff.route]}, by ${handOff.by}, ${momentInWords(handOff.at)}`,
          ),
          row(
            "Acknowledged",
            handOff.acknowledged === null
              ? "Not yet"
              : `${momentInWords(handOff.acknowledged.at)} by ${handOff.acknowledged.by}, as ${handOff.acknowledged.reference}`,
          ),
        ]),
  ];
}
