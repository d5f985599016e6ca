import type { Flag, FlagKind, RiskRoute, Severity } from "./flag.ts";

/** Phrases that point at the same thing. */
export interface RiskRule {
  kind: FlagKind;
  route: RiskRoute;
  severity: Severity;
  pattern: RegExp;
}

// At most four words between; a word and a space share no sign, so there is one way only to match.
const gap = "(?:[\\s,]{1,3}[a-z0-9']{1,16}){0,4}?[\\s,]{1,3}";

/**
 * Phrases as one pattern of whole words. A space is any short space, and one that may be missing before a question
 * mark; " ~ " is up to four words.
 */
const spaced = (phrase: string) =>
  phrase.replaceAll(" ~ ", gap).replaceAll(" ?", "[\\s,]{0,3}").replaceAll(" ", "[\\s,]{1,3}");

const patternOf = (phrases: readonly string[]) =>
  new RegExp(`(?<![a-z0-9])(?:${phrases.map(spaced).join("|")})(?![a-z0-9]|-edge)`, "g");

export const rule = (
  kind: FlagKind,
  route: RiskRoute,
  severity: Severity,
  phrases: readonly string[],
): RiskRule => ({ kind, route, severity, pattern: patternOf(phrases) });

/** Every place where a rule's phrases stand. */
export const phrasesIn = (lower: string, { kind, route, severity, pattern }: RiskRule): Flag[] =>
  [...lower.matchAll(pattern)].map((match) => ({
    kind,
    route,
    severity,
    start: match.index,
    end: match.index + match[0].length,
  }));
