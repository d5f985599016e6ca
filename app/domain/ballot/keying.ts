/** A paper of a batch as somebody keyed it. */
export interface KeyedLine {
  /** The number written on the paper. */
  paper: number;
  /** The voter's reference, as staff wrote it on the paper. */
  voter: string;
  /** Numbers of candidates, as they stand on the shortlist; none is a spoilt paper. */
  choices: readonly number[];
}

export interface KeyingDifference {
  paper: number;
  words: string;
}

const ascending = (choices: readonly number[]) => [...choices].sort((a, b) => a - b);
const choicesInWords = (choices: readonly number[]) =>
  choices.length === 0 ? "spoilt" : ascending(choices).join(", ");

function differenceOf(
  paper: number,
  first: readonly KeyedLine[],
  second: readonly KeyedLine[],
): string | null {
  const [one, oneAgain] = first;
  const [other, otherAgain] = second;
  if (oneAgain !== undefined) return `Paper ${paper} stands twice in the first entry`;
  if (otherAgain !== undefined) return `Paper ${paper} stands twice in the second entry`;
  if (one === undefined) return `Paper ${paper} is missing from the first entry`;
  if (other === undefined) return `Paper ${paper} is missing from the second entry`;
  const parts: string[] = [];
  if (one.voter !== other.voter)
    parts.push(`voter ${one.voter} in the first entry, ${other.voter} in the second`);
  const [left, right] = [choicesInWords(one.choices), choicesInWords(other.choices)];
  if (left !== right) parts.push(`choices ${left} in the first entry, ${right} in the second`);
  return parts.length === 0 ? null : `Paper ${paper}: ${parts.join("; ")}`;
}

function byPaper(lines: readonly KeyedLine[]): ReadonlyMap<number, readonly KeyedLine[]> {
  const papers = new Map<number, KeyedLine[]>();
  for (const line of lines) papers.set(line.paper, [...(papers.get(line.paper) ?? []), line]);
  return papers;
}

/** Where two keyings of one batch differ, paper by paper, in words; the order of lines and of choices is none. */
export function compareKeyings(
  first: readonly KeyedLine[],
  second: readonly KeyedLine[],
): KeyingDifference[] {
  const firstByPaper = byPaper(first);
  const secondByPaper = byPaper(second);
  const papers = ascending([...new Set([...firstByPaper.keys(), ...secondByPaper.keys()])]);
  return papers.flatMap((paper) => {
    const words = differenceOf(paper, firstByPaper.get(paper) ?? [], secondByPaper.get(paper) ?? []);
    return words === null ? [] : [{ paper, words }];
  });
}
