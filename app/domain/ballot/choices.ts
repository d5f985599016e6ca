import { refused, type Refused } from "#app/domain/account/change.ts";

/** What a voter chose: ids of candidates, in the order of the shortlist. */
export type Choices = { ok: true; choices: readonly string[] } | Refused;

/**
 * Reads the choices of one ballot. The order in which they were ticked means nothing, so it is not kept. Nothing
 * ticked is no ballot: whoever wants none withdraws.
 */
export function readChoices(
  chosen: readonly string[],
  shortlist: readonly string[],
  mostChoices: number,
): Choices {
  const distinct = new Set(chosen);
  if (distinct.size === 0) return refused("choices", "Select at least one problem");
  if (distinct.size < chosen.length) return refused("choices", "Select each problem only once");
  if (distinct.size > mostChoices)
    return refused(
      "choices",
      mostChoices === 1 ? "Select only one problem" : `Select up to ${mostChoices} problems`,
    );
  const choices = shortlist.filter((id) => distinct.has(id));
  return choices.length === distinct.size
    ? { ok: true, choices }
    : refused("choices", "Select problems from the list of this vote");
}
