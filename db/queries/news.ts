import type { FollowedKind } from "#app/domain/following/following.ts";
import { news } from "#db/schema/following.ts";
import type { Db } from "#db/types.ts";

/** A line of news in public words: ours, never a resident's. */
export interface NewsLine {
  at: Date;
  neighbourhoodId: string;
  kind: FollowedKind;
  subjectId: string;
  line: string;
  /** Where it stands, on this site. */
  path: string;
}

/** Tells followers of something; they hear of it as they chose. */
export async function insertNews(tx: Db, lines: readonly NewsLine[]): Promise<void> {
  if (lines.length > 0) await tx.insert(news).values([...lines]);
}
