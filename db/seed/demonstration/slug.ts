/** A name as it stands in an address: lower case, words joined by hyphens ("St John's" is "st-johns"). */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll("'", "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
