import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import type { AgeBand, Connection } from "#app/domain/account/account.ts";
import { ageBandWords, connectionWords } from "#app/domain/resident/resident.ts";

interface WhatIsHeldProps {
  resident: {
    reference: string;
    neighbourhood: string;
    connection: Connection;
    ageBand: AgeBand | null;
    enteredAt: Date;
    held: readonly { words: string; entries: number }[];
  };
}

/** In words to the resident, so that the page can be printed for them. */
export function WhatIsHeld({ resident }: WhatIsHeldProps) {
  const { reference, neighbourhood, connection, ageBand, enteredAt, held } = resident;
  return (
    <>
      <h2 className="govuk-heading-m">What we hold about you</h2>
      <SummaryList
        rows={[
          { term: "Your reference", value: reference },
          { term: "Your neighbourhood", value: neighbourhood },
          { term: "How you belong there", value: `You ${connectionWords[connection]}` },
          { term: "Your age", value: ageBand === null ? "Not said" : ageBandWords[ageBand] },
          { term: "Entered", value: momentInWords(enteredAt) },
        ]}
      />
      <p>We hold neither your name nor your address. These are all the kinds of data that we hold:</p>
      <ul className="govuk-list govuk-list--bullet">
        {held.map(({ words, entries }) => (
          <li key={words}>
            {words}: {entries === 1 ? "1 entry" : `${entries} entries`}
          </li>
        ))}
      </ul>
    </>
  );
}
