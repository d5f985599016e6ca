/** Phrases as one pattern of whole words in small letters; a space is any short space, one before a question mark may be missing. */
export const phrasePattern = (...phrases: readonly string[]): RegExp =>
  new RegExp(`(?<![a-z0-9])(?:${phrases.map(spaced).join("|")})(?![a-z0-9])`, "g");

// A space inside a class is left alone: it stands beside a hyphen there.
const spaced = (phrase: string) => phrase.replaceAll(" ?", "\\s{0,3}").replace(/ (?![^[\]]*\])/g, "\\s{1,3}");
