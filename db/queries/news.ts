import { and, eq } from "drizzle-orm";
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

interface NewsPlace {
  subjectId: string;
  path: string;
}

const isAt = ({ subjectId, path }: NewsPlace) =>
  and(eq(news.kind, "priority"), eq(news.subjectId, subjectId), eq(news.path, path));

/** Puts news right that stands at a place of its own on a priority's page; whoever was told it is not told again. */
export async function changeNewsAt(tx: Db, place: NewsPlace, line: string): Promise<void> {
  await tx.update(news).set({ line }).where(isAt(place));
}

/** Takes back what was told of such a place. */
export async function deleteNewsAt(tx: Db, place: NewsPlace): Promise<void> {
  await tx.delete(news).where(isAt(place));
}
