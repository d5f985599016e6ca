import { phrasePattern } from "./refused-pattern.ts";

const name = "[A-Z][A-Za-z'-]{1,30}";
const roles =
  "(?:[Oo]ffender|[Ss]uspect|[Vv]ictim|[Pp]erpetrator|[Nn]ominal|[Ww]itness|[Cc]omplainant|[Dd]efendant|[Mm]isper|[Mm]issing\\s[Pp]erson|[Aa]buser|[Ss]urvivor|OFFENDER|SUSPECT|VICTIM|PERPETRATOR|NOMINAL)";
const afterRole = new RegExp(
  `(?<![A-Za-z])${roles}s?(?:'s)?(?:,|:|\\sis|\\swas|\\sare|\\snamed|\\scalled|\\sbeing)?\\s{1,2}(${name}(?:\\s${name})?)`,
  "g",
);
const beforeRole = new RegExp(
  `(?<![A-Za-z.])(${name})\\s(${name})\\s?(?:,|\\(|\\sis|\\swas|\\sas)\\s?(?:the\\s|an?\\s|our\\s|known\\s|main\\s|prime\\s|repeat\\s){0,3}${roles}(?![A-Za-z])`,
  "g",
);
const ofAbuse = new RegExp(
  `(?<![A-Za-z])[Dd]omestic\\s(?:[Aa]buse|[Vv]iolence)(?:\\s[a-z]{2,14}){0,3}\\s(?:of|involving|against|between|by|for|with|on)\\s(${name}(?:\\s${name})?)`,
  "g",
);
const ofOrder = new RegExp(
  `(?<![A-Za-z])(?:[Aa]cceptable\\s[Bb]ehaviour\\s(?:[Cc]ontract|[Aa]greement)|ABC|ABA|CBO|[Cc]riminal\\s[Bb]ehaviour\\s[Oo]rder|[Ii]njunction|[Ee]viction|[Aa]rrest|[Bb]ail|[Rr]ecall)\\s(?:of|for|on|against)\\s(${name}\\s${name})(?![A-Za-z])`,
  "g",
);

/** What follows such a word, or stands before it, and is nobody's name. */
const nobody = new Set(
  (
    "support supports services service management manager managers satisfaction contact care code codes personal statement rehabilitation act " +
    "appeal appeals liaison line hub unit team teams group groups fund surcharge strategy pathway pathways programme programmes commissioner package " +
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december " +
    "in at on of the a an and or by for from with to police council housing hospital court derby derbyshire amber valley erewash bolsover chesterfield " +
    "dales peak borough district county city force north south east west new old young women woman men children families residents people " +
    "street road lane avenue close drive way crescent place terrace grove gardens hill row square park school academy college church hall " +
    "estate centre station market town village library club leisure both all no not none nobody unknown under over victim offender suspect " +
    "asb antisocial anti-social crime drug drugs theft burglary robbery domestic hate vehicle retail rural"
  ).split(" "),
);

const isNobody = (found: string) =>
  found.split(/\s/).some((word) => nobody.has(word.toLowerCase().replace(/'s$/, "")));

/** Somebody named beside what they are said to be: an offender, a victim, somebody an order is sought against. */
export function problemsOfPeople(cased: string): string[] {
  const groups = [afterRole, ofAbuse, ofOrder].flatMap((pattern) =>
    [...cased.matchAll(pattern)].map((match) => ({ text: match[0], who: match[1] ?? "" })),
  );
  const before = [...cased.matchAll(beforeRole)].map((match) => ({
    text: match[0],
    who: `${match[1] ?? ""} ${match[2] ?? ""}`,
  }));
  return [...groups, ...before]
    .filter(({ who }) => !isNobody(who))
    .map(
      ({ text }) =>
        `Take out “${text}”. Nobody is named here as an offender or a victim: keep the case in your agency’s own secure system`,
    );
}

/** Numbers under which a case or a person is kept. */
const caseNumbers: readonly RegExp[] = [
  phrasePattern(
    "(?:crime|custody|occurrence|offence|investigation|pnc|cro|nhs|prison|nomis|niche|nominal) (?:record |report )?(?:reference|ref|number|no|id|urn|record)[.:]{0,2} ?(?:is |was )?[a-z]{0,4}[ /-]?[0-9][0-9a-z/*-]{3,14}",
    "(?:crime|custody|pnc|cro|nomis) [a-z]{0,3}[0-9]{6,12}",
  ),
  /(?<![\w*/])\d{2}\*\d{3,8}(?!\d)/g,
  /(?<![\w/])(?:\d{2}|\d{4})\/\d{4,7}[a-z](?![a-z0-9])/g,
  /(?<![\w/])\d{2}[a-z]{2}\/\d{3,5}\/\d{2}(?![\d/])/g,
];

/** Numbers of crimes, of custody and of police records. */
export const problemsOfNumbers = (cased: string, lower: string): string[] =>
  caseNumbers.flatMap((pattern) =>
    [...lower.matchAll(pattern)].map(
      ({ index, 0: text }) =>
        `Take out the number “${cased.slice(index, index + text.length)}”. It leads to one case: keep it in the system that holds the case`,
    ),
  );
