import { accusations } from "./accusations.ts";
import { contactPieces } from "./contact-pieces.ts";
import { dangerRules } from "./danger-rules.ts";
import { flagKinds, riskRoutes, type Flag, type Found, type RiskRoute } from "./flag.ts";
import { harmRules } from "./harm-rules.ts";
import { homePieces } from "./home-pieces.ts";
import { namePieces } from "./name-pieces.ts";
import { numberPieces } from "./number-pieces.ts";
import { phrasesIn } from "./phrase.ts";
import { plainText, undisguised } from "./plain-text.ts";
import { platePieces } from "./plate-pieces.ts";
import { reportRules } from "./report-rules.ts";

const rules = [...dangerRules, ...harmRules, ...reportRules];

/**
 * What in a text somebody should look at: pieces that identify a person, and phrases that belong to another door.
 * It only points; a person decides. Time grows with the length of the text alone.
 */
export function detect(text: string): Flag[] {
  const { cased, lower, startOf, endOf } = plainText(text);
  const readings = [lower, ...undisguised(lower)];
  const found: Found[] = [
    ...contactPieces(lower),
    ...numberPieces(lower),
    ...platePieces(cased, lower),
    ...homePieces(cased, lower),
    ...namePieces(cased, lower),
    ...accusations(cased, lower),
    ...readings.flatMap((reading) => rules.flatMap((rule) => phrasesIn(reading, rule))),
  ];
  return withoutRepeats(found).map((flag) => ({ ...flag, start: startOf(flag.start), end: endOf(flag.end) }));
}

const bySeverity = (flag: Flag) => (flag.severity === "must-hold" ? 0 : 1);

/** In order of place; what lies inside one of the same kind that weighs as much adds nothing. */
function withoutRepeats(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const kind of flagKinds) {
    const ofKind = found.filter((flag) => flag.kind === kind);
    ofKind.sort(
      (one, other) => one.start - other.start || other.end - one.end || bySeverity(one) - bySeverity(other),
    );
    let heldTo = 0;
    let seenTo = 0;
    for (const flag of ofKind) {
      const isHeld = flag.severity === "must-hold";
      if (flag.end <= (isHeld ? heldTo : seenTo)) continue;
      if (isHeld) heldTo = flag.end;
      seenTo = Math.max(seenTo, flag.end);
      kept.push(flag);
    }
  }
  return kept.sort((one, other) => one.start - other.start || bySeverity(one) - bySeverity(other));
}

/** Whether a decision has to be made before anything else happens to the text. */
export const mustHold = (flags: readonly Flag[]): boolean =>
  flags.some(({ severity }) => severity === "must-hold");

/** The most pressing door of all that must be held; "none" where only pieces were found. */
export const routeOf = (flags: readonly Flag[]): RiskRoute =>
  riskRoutes.find((route) => flags.some((flag) => flag.severity === "must-hold" && flag.route === route)) ??
  "none";
