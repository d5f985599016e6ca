import type { LineProblem } from "#app/domain/structure/line-problem.ts";
import type { Day } from "./day.ts";
import type { HoldingFact, TeamsFile } from "./teams-file.ts";

const endOf = ({ heldTo }: HoldingFact): Day => heldTo ?? "9999-12-31";

function* overlapProblems(holdings: readonly HoldingFact[]): Generator<LineProblem> {
  const byPost = new Map<string, HoldingFact[]>();
  for (const holding of holdings) {
    if (holding.kind !== "substantive") continue;
    byPost.set(holding.postReference, [...(byPost.get(holding.postReference) ?? []), holding]);
  }
  for (const [postReference, held] of byPost) {
    held.sort((a, b) => (a.heldFrom < b.heldFrom ? -1 : 1));
    let latest: HoldingFact | null = null;
    for (const holding of held) {
      if (latest && holding.heldFrom <= endOf(latest)) {
        yield {
          line: holding.line,
          message: `${postReference} has another substantive holder on these days (line ${latest.line})`,
        };
      }
      if (!latest || endOf(holding) > endOf(latest)) latest = holding;
    }
  }
}

/** What is wrong with who holds which post and when: at most one substantive holder at a time. */
export function checkHoldings({ posts, holdings }: TeamsFile): LineProblem[] {
  const problems: LineProblem[] = [];
  const references = new Set(posts.map(({ reference }) => reference));
  const surnames = new Map<string, HoldingFact>();
  const met = new Map<string, number>();
  for (const holding of holdings) {
    const { line, postReference, personReference, surname, heldFrom, heldTo } = holding;
    if (!references.has(postReference))
      problems.push({ line, message: `post ${postReference} has no post row` });
    if (heldTo !== null && heldTo < heldFrom) {
      problems.push({ line, message: `held_to (${heldTo}) is before held_from (${heldFrom})` });
    }
    const named = surnames.get(personReference);
    if (!named) surnames.set(personReference, holding);
    else if (named.surname !== surname) {
      problems.push({
        line,
        message: `person ${personReference} has another surname on line ${named.line}`,
      });
    }
    const key = JSON.stringify([postReference, personReference, heldFrom]);
    const earlier = met.get(key);
    if (earlier === undefined) met.set(key, line);
    else problems.push({ line, message: `the same holding stands on line ${earlier} already` });
  }
  return [...problems, ...overlapProblems(holdings)];
}
