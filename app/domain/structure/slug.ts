/**
 * A name as it stands in an address: lower case, words joined by hyphens, accents and apostrophes dropped.
 *
 * @example slugOf("St Mary's & Priory") // "st-marys-and-priory"
 */
export const slugOf = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .replaceAll("&", " and ")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

/** The slug of a name, with the code joined to it where another has the plain one; never empty. */
export function freeSlug(name: string, code: string, taken: ReadonlySet<string>): string {
  const plain = slugOf(name);
  if (plain !== "" && !taken.has(plain)) return plain;
  const withCode = slugOf(`${name} ${code}`);
  if (withCode === "")
    throw new Error(`Neither "${name}" nor "${code}" has a letter or digit to make an address of.`);
  let slug = withCode;
  for (let number = 2; taken.has(slug); number += 1) slug = `${withCode}-${number}`;
  return slug;
}
