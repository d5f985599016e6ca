import type { FieldError } from "#app/domain/account/change.ts";
import { evidencePartMissing, missingEvidence, type EvidenceCard } from "./evidence.ts";

/** A candidate before the shortlist is published: on it, or left off with a reason that residents read. */
export interface ShortlistEntry {
  id: string;
  title: string;
  card: EvidenceCard;
  isOn: boolean;
  reasonLeftOff: string | null;
}

export interface ShortlistFigures {
  fewestCandidates: number;
  mostCandidates: number;
}

function entryErrors({ id, title, card, isOn, reasonLeftOff }: ShortlistEntry): FieldError[] {
  if (isOn)
    return missingEvidence(card).map((part) => ({
      field: `card-${id}`,
      message: `${title}: ${evidencePartMissing[part]}`,
    }));
  return (reasonLeftOff ?? "").trim() === ""
    ? [{ field: `reason-${id}`, message: `Say why “${title}” is left off: residents will read it` }]
    : [];
}

/** What keeps a shortlist from being published; nothing does when it is empty. */
export function shortlistErrors(
  entries: readonly ShortlistEntry[],
  { fewestCandidates, mostCandidates }: ShortlistFigures,
): FieldError[] {
  const on = entries.filter(({ isOn }) => isOn).length;
  const errors = entries.flatMap(entryErrors);
  if (on < fewestCandidates || on > mostCandidates)
    errors.unshift({
      field: "shortlist",
      message: `Put ${fewestCandidates} to ${mostCandidates} candidates on the shortlist: it has ${on}`,
    });
  return errors;
}
