const wordsOf = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’']s\b/g, "")
    .match(/[\p{L}\p{M}’'-]+/gu) ?? [];

/**
 * The surnames of a team that a text names. Where a named officer will be is not published: "your sergeant" says
 * enough. A surname may be a common word ("Hall"), so it is for a person to decide.
 */
export function officersNamedIn(text: string, surnames: readonly string[]): string[] {
  const said = ` ${wordsOf(text).join(" ")} `;
  return surnames.filter((surname) => {
    const words = wordsOf(surname).join(" ");
    return words !== "" && said.includes(` ${words} `);
  });
}
