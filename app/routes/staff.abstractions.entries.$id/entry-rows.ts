import { roleWords } from "#app/domain/account/role-words.ts";
import { askingRoles, shortfallOf } from "#app/domain/abstraction/entry.ts";

interface ShownEntry {
  codeWords: string;
  when: string;
  duties: readonly string[];
  priority: { reference: string; title: string } | null;
  team: string | null;
  lentTo: string | null;
  isPlanned: boolean;
  requesterUnit: string | null;
  requesterRole: string | null;
  authoriserRole: string | null;
  exemptIncident: string | null;
  reason: string | null;
  notDone: string | null;
  minimum: number | null;
  actual: number | null;
  evidenceReference: string | null;
}

const inWords = (role: string | null) => {
  const known = askingRoles.find((one) => one === role);
  return known === undefined ? role : roleWords[known];
};

/** What an entry says, line by line; nothing of what it does not say. */
export function entryRows(entry: ShownEntry): { term: string; value: string }[] {
  const { team, minimum, actual, priority } = entry;
  const shortfall = shortfallOf(entry);
  const asked = [inWords(entry.requesterRole), entry.requesterUnit].filter((one) => one !== null).join(", ");
  const rows: [string, string | null][] = [
    ["Used for", entry.codeWords],
    ["When", entry.when],
    [
      "In the duty",
      entry.duties.length === 0 ? "None: it counts nowhere until there is one" : entry.duties.join("; "),
    ],
    [
      "Response team",
      team === null ? null : `${team}: ${actual ?? 0} of ${minimum ?? 0}, ${shortfall ?? 0} short`,
    ],
    ["Lent to", entry.lentTo],
    ["Priority that went without", priority === null ? null : `${priority.title} (${priority.reference})`],
    ["What did not happen", entry.notDone],
    ["Why", entry.reason],
    ["Who asked", asked === "" ? null : asked],
    ["Authorised by", inWords(entry.authoriserRole) ?? "Nobody, or not known"],
    ["Planned", entry.isPlanned ? "Yes" : null],
    ["Declared incident", entry.exemptIncident],
    ["Reference", entry.evidenceReference],
  ];
  return rows.flatMap(([term, value]) => (value === null ? [] : [{ term, value }]));
}
