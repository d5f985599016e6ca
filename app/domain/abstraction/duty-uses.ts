/** A stretch of a post's time, its end not included. */
export interface PostTime {
  postId: string;
  startsAt: Date;
  endsAt: Date;
}

const minuteMs = 60_000;

/** The whole minutes of a stretch. */
export const minutesOf = ({ startsAt, endsAt }: Pick<PostTime, "startsAt" | "endsAt">): number =>
  Math.max(0, (endsAt.getTime() - startsAt.getTime()) / minuteMs);

/** How many minutes two stretches of one post share. */
export const minutesShared = (one: PostTime, other: PostTime): number =>
  one.postId !== other.postId
    ? 0
    : minutesOf({
        startsAt: new Date(Math.max(one.startsAt.getTime(), other.startsAt.getTime())),
        endsAt: new Date(Math.min(one.endsAt.getTime(), other.endsAt.getTime())),
      });

/** The entries that lie in a duty, wholly or in part, in the order given. */
export const entriesIn = <Entry extends PostTime>(duty: PostTime, entries: readonly Entry[]): Entry[] =>
  entries.filter((entry) => minutesShared(duty, entry) > 0);
