import { DataTable } from "#app/components/staff/data-table.tsx";
import type { CodeRule } from "#app/domain/abstraction/codes.ts";
import { countsInWords } from "#app/domain/abstraction/definition-words.ts";

/** The codes of a version of the definition, and what each counts as. */
export function CodeTable({ codes, version }: { codes: readonly CodeRule[]; version: number }) {
  return (
    <DataTable
      caption={`The codes of version ${version}`}
      columns={["Code", "What it is", "Counts as"]}
      rows={codes.map((rule) => ({
        key: rule.code,
        cells: [
          rule.code,
          rule.note === "" ? rule.words : `${rule.words}. ${rule.note}.`,
          countsInWords(rule),
        ],
      }))}
    />
  );
}
