import { phrasePattern } from "./refused-pattern.ts";

/** Business of another meeting, and where it is done. */
interface OtherBusiness {
  pattern: RegExp;
  belongs: string;
}

const secure = (meeting: string) => `${meeting} has its own secure meeting: leave it there`;

const otherBusiness: readonly OtherBusiness[] = [
  {
    pattern: phrasePattern("maracs?", "multi[- ]agency risk assessment conferences?", "dvrac"),
    belongs: secure("MARAC"),
  },
  {
    pattern: phrasePattern("mappas?", "mappps?", "multi[- ]agency public protection"),
    belongs: secure("MAPPA"),
  },
  {
    pattern: phrasePattern("matacs?", "multi[- ]agency tasking and co-?ordination of perpetrators"),
    belongs: secure("MATAC"),
  },
  // A visor is a part of a helmet too: only as the register is written, or with what it holds.
  {
    pattern: /(?<![A-Za-z])(?:ViSOR|VISOR)(?![A-Za-z])/g,
    belongs: "ViSOR is for those who manage offenders: leave it in ViSOR",
  },
  {
    pattern: phrasePattern("visor (?:record|nominal|entry|number|subject)s?", "(?:on|onto|in) visor"),
    belongs: "ViSOR is for those who manage offenders: leave it in ViSOR",
  },
  {
    pattern: phrasePattern(
      "idvas? (?:case|caseload|client|file|referral)s?",
      "isvas? (?:case|caseload|client|file|referral)s?",
      "(?:case|client)s? of the (?:idva|isva)",
    ),
    belongs: "Cases of an IDVA stay with the IDVA: leave them there",
  },
  {
    pattern: /(?<![A-Za-z])PDPs?(?![A-Za-z])/g,
    belongs: "A potentially dangerous person is managed in a secure meeting: leave it there",
  },
  {
    pattern: phrasePattern("potentially dangerous (?:person|persons|people|offenders?)"),
    belongs: "A potentially dangerous person is managed in a secure meeting: leave it there",
  },
  {
    pattern: phrasePattern(
      "registered sex(?:ual)? offenders?",
      "sex offenders? registers?",
      "child sex offender disclosure",
    ),
    belongs: secure("MAPPA"),
  },
  {
    pattern: phrasePattern(
      "iom (?:nominal|subject|offender|case)s?",
      "integrated offender management nominals?",
    ),
    belongs: "Named offenders are managed in integrated offender management: leave them there",
  },
  {
    pattern: phrasePattern(
      "child protection (?:conference|plan|case|register|strategy)s?",
      "section 47 (?:enquiry|enquiries|inquiry|investigation|strategy|meeting)",
      "strategy (?:meeting|discussion) (?:for|about|on) (?:a|the) child",
      "safeguarding referral for",
    ),
    belongs: "A child’s case belongs with children’s social care: leave it there",
  },
  {
    pattern: phrasePattern("channel (?:panel|case)s?", "prevent (?:case|referral)s?"),
    belongs: secure("Channel"),
  },
  {
    pattern: phrasePattern("clare's law", "sarah's law", "dvds (?:disclosure|application|request)s?"),
    belongs: "A disclosure is made by those who protect the person: leave it there",
  },
];

/** What of a text is another meeting's business: each place once, with where it belongs. `cased` is plain text. */
export const problemsOfBusiness = (cased: string, lower: string): string[] =>
  otherBusiness.flatMap(({ pattern, belongs }) => {
    // Patterns without capitals are of small letters.
    const [found] = (/[A-Z]/.test(pattern.source) ? cased : lower).matchAll(pattern);
    return found === undefined
      ? []
      : [`Take out “${cased.slice(found.index, found.index + found[0].length)}”. ${belongs}`];
  });
