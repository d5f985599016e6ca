import type { Candidate, CountedBallot } from "./tally.ts";

/** The ballots of a certified vote as anyone may have them. */
export interface PublishedBallots {
  /**
   * A line per ballot that counts: the numbers of its candidates. Its seal is the SHA-256 of exactly this text, in
   * UTF-8. How a ballot came in, when, and whether it was ever held back are left out: each could point at a person.
   */
  csv: string;
  ballots: number;
  /** Ballots held back. They stand in no line, so that the lines add up to the certified count. */
  quarantined: number;
}

const header = "choices";
const ascii = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The anonymous form of a vote's ballots: lines sorted bytewise, so that their order tells nothing of who voted when. */
export function publishedBallots(
  ballots: readonly CountedBallot[],
  candidates: readonly Pick<Candidate, "id" | "number">[],
): PublishedBallots {
  const numberOf = new Map(candidates.map(({ id, number }) => [id, number]));
  const counted = ballots.filter(({ isQuarantined }) => !isQuarantined);
  const lines = counted.map(({ choices }) =>
    choices
      .flatMap((id) => numberOf.get(id) ?? [])
      .sort((a, b) => a - b)
      .join(" "),
  );
  return {
    csv: [header, ...lines.sort(ascii)].map((line) => `${line}\r\n`).join(""),
    ballots: counted.length,
    quarantined: ballots.length - counted.length,
  };
}

/** What anyone can count from the published text. */
export interface Retally {
  ballots: number;
  /** Votes by the candidate's number. */
  votes: ReadonlyMap<number, number>;
}

const lineShape = /^[1-9]\d?(?: [1-9]\d?)*$/;

/** Counts the published ballots again; null where the text is not of that form. */
export function retally(csv: string): Retally | null {
  const [first, ...lines] = csv.split("\r\n");
  if (first !== header || lines.pop() !== "") return null;
  const votes = new Map<number, number>();
  for (const line of lines) {
    if (!lineShape.test(line)) return null;
    for (const number of line.split(" ").map(Number)) votes.set(number, (votes.get(number) ?? 0) + 1);
  }
  return { ballots: lines.length, votes };
}
