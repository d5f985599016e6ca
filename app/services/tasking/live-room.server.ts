import type { LiveEntry } from "#app/domain/tasking/live-entry.ts";
import type { LiveStanding } from "#db/queries/tasking-live.ts";

/** What one look at a meeting finds: how far it is, and its next entries. */
export interface LiveLook {
  standing: LiveStanding;
  /** In order; not all, where there are many. */
  entries: readonly LiveEntry[];
}

/** One screen that follows a meeting. */
export interface LiveListener {
  onEntries: (entries: readonly LiveEntry[]) => void;
  /** Something else is different than before. */
  onChange: (stamp: string) => void;
  /** The meeting sits no longer, and everything was told. */
  onEnd: () => void;
}

export interface LiveRoomParts {
  /** Looks at the meeting after an entry; null where it is no longer there. */
  look: (after: number) => Promise<LiveLook | null>;
  everyMs: number;
  onTrouble: (error: unknown) => void;
}

interface Place {
  last: number;
  stamp: string | null;
}

/**
 * Those who follow one meeting: however many they are, one look tells all who are as far as the first, another those who
 * are behind, so that nobody waits for whoever catches up; and nobody looks for nobody.
 */
export function createLiveRoom({ look, everyMs, onTrouble }: LiveRoomParts) {
  const places = new Map<LiveListener, Place>();
  let isLooking = false;
  let timer: ReturnType<typeof setInterval> | undefined;

  const tell = (listener: LiveListener, place: Place, { standing, entries }: LiveLook) => {
    const fresh = entries.filter(({ number }) => number > place.last);
    if (fresh.length > 0) {
      place.last = fresh.at(-1)?.number ?? place.last;
      listener.onEntries(fresh);
    }
    if (standing.stamp !== place.stamp) {
      place.stamp = standing.stamp;
      listener.onChange(standing.stamp);
    }
    if (standing.state !== "open" && place.last >= standing.entries) listener.onEnd();
  };

  const lookFrom = async (after: number) => {
    const found = await look(after);
    for (const [listener, place] of [...places]) {
      if (found === null) listener.onEnd();
      // Whoever is further behind would miss what lies between.
      else if (place.last >= after) tell(listener, place, found);
    }
  };

  const turn = async () => {
    if (isLooking || places.size === 0) return;
    isLooking = true;
    try {
      const front = Math.max(...[...places.values()].map(({ last }) => last));
      await lookFrom(front);
      const behind = [...places.values()].map(({ last }) => last).filter((last) => last < front);
      if (behind.length > 0) await lookFrom(Math.min(...behind));
    } catch (error) {
      onTrouble(error);
    } finally {
      isLooking = false;
    }
  };

  return {
    join: (listener: LiveListener, last: number) => {
      places.set(listener, { last, stamp: null });
      timer ??= setInterval(() => void turn(), everyMs).unref();
      void turn();
    },
    /** Whether anybody is left. */
    leave: (listener: LiveListener): boolean => {
      places.delete(listener);
      if (places.size > 0) return true;
      clearInterval(timer);
      timer = undefined;
      return false;
    },
    endAll: () => {
      for (const listener of [...places.keys()]) listener.onEnd();
    },
  };
}
