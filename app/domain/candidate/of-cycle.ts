import { notChosenInWords } from "./not-chosen.ts";

interface Candidate {
  id: string;
  title: string;
  raisers: number;
  isShortlisted: boolean;
  leftOffReason: string | null;
  /** The priority it became. */
  became: string | null;
}

interface Count {
  counted: number;
  result: { rows: readonly { id: string; votes: number; rank: number }[] };
}

interface Meeting {
  state: string;
  items: readonly {
    candidateId: string | null;
    isMoved: boolean;
    isCarried: boolean | null;
    departureReason: string | null;
    votesFor: number | null;
    votesAgainst: number | null;
    abstentions: number | null;
  }[];
}

/** The candidates of a cycle that became no priority, and why each did not. */
export function notChosenOf(
  candidates: readonly Candidate[],
  tally: Count | null,
  meetings: readonly Meeting[],
): { title: string; sentences: string[] }[] {
  const decided = meetings.findLast(({ state }) => state === "decided") ?? null;
  return candidates.flatMap(({ id, title, became, ...candidate }) => {
    const item = decided?.items.find(({ candidateId }) => candidateId === id) ?? null;
    // why: a priority that was taken down is no longer named, and was chosen none the less.
    if (became !== null || item?.isCarried === true) return [];
    const row = tally?.result.rows.find((one) => one.id === id);
    const sentences = notChosenInWords({
      ...candidate,
      vote:
        tally === null || row === undefined
          ? null
          : { votes: row.votes, ballots: tally.counted, place: row.rank },
      panel:
        decided === null
          ? null
          : {
              isMoved: item?.isMoved ?? false,
              motion:
                item?.votesFor == null
                  ? null
                  : {
                      for: item.votesFor,
                      against: item.votesAgainst ?? 0,
                      abstain: item.abstentions ?? 0,
                    },
              passedOverReason: item?.departureReason ?? null,
            },
    });
    return [{ title, sentences }];
  });
}
