import { momentInWords } from "#app/components/moment-in-words.ts";
import { entryHeading, erasedWords, type WrittenEntry } from "#app/domain/thread/entry-words.ts";

/** One thing written on a thread, as its page shows it. */
export interface ShownEntry extends WrittenEntry {
  id: string;
  at: Date;
  words: string | null;
}

/** What was written to and fro, in its order. */
export function EntryList({
  entries,
  reader,
}: {
  entries: readonly ShownEntry[];
  reader: "resident" | "staff";
}) {
  return (
    <ol className="sn-thread">
      {entries.map((entry) => (
        <li key={entry.id} className={`sn-thread__entry sn-thread__entry--${entry.writer}`}>
          <h3 className="govuk-heading-s sn-thread__heading">{entryHeading(entry, reader)}</h3>
          <p className="sn-quiet sn-thread__at">{momentInWords(entry.at)}</p>
          <p className="sn-thread__words">{entry.words ?? erasedWords}</p>
        </li>
      ))}
    </ol>
  );
}
