import { momentInWords } from "#app/components/moment-in-words.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import type { EntrySource } from "#app/domain/abstraction/words.ts";

interface Version {
  version: number;
  isWithdrawn: boolean;
  code: string;
  when: string;
  enteredAt: Date;
  changeReason: string | null;
  isYours: boolean;
  source: EntrySource;
}

const sourceWords: Readonly<Record<EntrySource, string>> = {
  log: "Logged",
  roster: "From the roster",
  request: "From a request",
};

/** Everything the entry has ever said. Who wrote it is the audit record's to say, to those who read it. */
export const VersionTable = ({ versions }: { versions: readonly Version[] }) => (
  <DataTable
    caption="Its versions"
    columns={["Version", "What it says", "Written", "Why"]}
    rows={versions.map((one) => ({
      key: String(one.version),
      cells: [
        one.version,
        one.isWithdrawn ? "Withdrawn" : `${one.code}, ${one.when}`,
        `${momentInWords(one.enteredAt)}${one.isYours ? ", by you" : ""}`,
        one.changeReason ?? sourceWords[one.source],
      ],
    }))}
  />
);
