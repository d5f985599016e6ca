import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { CodeRule } from "./codes.ts";

const listFormat = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Who agreed a definition, and when; that nobody did, where nobody has. */
export function agreedInWords({
  agreedBy,
  agreedOn,
  consultedOn,
}: {
  agreedBy: readonly string[];
  agreedOn: Day | null;
  consultedOn: Day | null;
}): string {
  if (agreedBy.length === 0) return "Nobody agreed this definition: it is what the platform begins with.";
  const agreed = `Agreed by ${listFormat.format(agreedBy)}${agreedOn === null ? "" : ` on ${dayInWords(agreedOn)}`}.`;
  return consultedOn === null ? agreed : `${agreed} Consulted on until ${dayInWords(consultedOn)}.`;
}

/** What the time that bears a code counts as. */
export function countsInWords({
  kind,
  countsA,
  countsB,
}: Pick<CodeRule, "kind" | "countsA" | "countsB">): string {
  if (kind === "unavailable") return "Not duty at all";
  if (kind === "neighbourhood") return "Neighbourhood duty";
  if (countsA) return "Abstraction";
  return countsB ? "Abstraction in the wider measure alone" : "In neither rate";
}
