/** What differs between two deliveries of the same facts, by code, each list in order. */
export interface Changes {
  added: readonly string[];
  changed: readonly string[];
  gone: readonly string[];
}

/**
 * Compares two deliveries, each a map from code to everything said under that code written as one text; the text
 * must be written the same way on both sides.
 */
export function changesBetween(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Changes {
  const codes = [...after.keys()].sort();
  return {
    added: codes.filter((code) => !before.has(code)),
    changed: codes.filter((code) => before.has(code) && before.get(code) !== after.get(code)),
    gone: [...before.keys()].filter((code) => !after.has(code)).sort(),
  };
}
