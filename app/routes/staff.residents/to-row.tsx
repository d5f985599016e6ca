import { Link } from "@remix-run/react";
import { momentInWords } from "#app/components/moment-in-words.ts";
import type { AgeBand, Connection } from "#app/domain/account/account.ts";
import { ageBandWords } from "#app/domain/resident/resident.ts";
import { paths } from "#app/paths.ts";

interface Entered {
  accountId: string;
  reference: string | null;
  ageBand: AgeBand | null;
  connection: Connection;
  neighbourhood: string;
  enteredAt: Date;
}

const connectionOf: Record<Connection, string> = {
  live: "Lives there",
  work: "Works there",
  study: "Studies there",
  business: "Runs a business there",
  visit: "Visits often",
};

/** A resident whom staff entered, as a row of the list. */
export const toRow = ({ accountId, reference, neighbourhood, connection, ageBand, enteredAt }: Entered) => ({
  key: accountId,
  cells: [
    reference === null ? null : (
      <Link className="govuk-link" to={paths.staff.resident(reference)}>
        {reference}
      </Link>
    ),
    neighbourhood,
    connectionOf[connection],
    ageBand === null ? "Not said" : ageBandWords[ageBand],
    momentInWords(enteredAt),
  ],
});
