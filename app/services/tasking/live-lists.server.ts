import { createLiveRoom, type LiveListener, type LiveLook } from "./live-room.server.ts";

// HTTP/1.1 gives a browser six connections to a site: streams have to leave it some.
const mostOfSession = 4;
/** In one process: ten times thirty screens, and some. */
const mostInAll = 400;
/** One indexed query for each meeting that is followed. */
const lookEveryMs = 400;

export interface LiveFollower extends LiveListener {
  meetingId: string;
  /** Whose stream it is, for the limit. */
  sessionId: string;
  /** The number of the last entry it has. */
  last: number;
}

/** The meetings that are followed through this process. */
export interface LiveLists {
  /** Why one more stream of a session is refused; null where it is not. */
  refusalOf: (sessionId: string) => "session-has-many" | "process-has-many" | null;
  /** Follows a meeting until the function that it gives is called. */
  follow: (follower: LiveFollower) => () => void;
  /** Ends every stream and takes no more: a process that stops waits for nobody. */
  stop: () => void;
}

export interface LiveListsParts {
  look: (meetingId: string, after: number) => Promise<LiveLook | null>;
  onCount: (open: number) => void;
  onTrouble: (error: unknown) => void;
}

/** Keeps one room for each meeting that somebody follows. */
export function createLiveLists({ look, onCount, onTrouble }: LiveListsParts): LiveLists {
  const rooms = new Map<string, ReturnType<typeof createLiveRoom>>();
  const followers = new Set<LiveFollower>();
  let isStopping = false;

  const roomOf = (meetingId: string) => {
    const room =
      rooms.get(meetingId) ??
      createLiveRoom({ look: (after) => look(meetingId, after), everyMs: lookEveryMs, onTrouble });
    rooms.set(meetingId, room);
    return room;
  };

  return {
    refusalOf: (sessionId) => {
      if (isStopping || followers.size >= mostInAll) return "process-has-many";
      const own = [...followers].filter((follower) => follower.sessionId === sessionId);
      return own.length >= mostOfSession ? "session-has-many" : null;
    },
    follow: (follower) => {
      const { meetingId, last } = follower;
      const room = roomOf(meetingId);
      followers.add(follower);
      onCount(followers.size);
      room.join(follower, last);
      return () => {
        if (!followers.delete(follower)) return;
        onCount(followers.size);
        if (!room.leave(follower)) rooms.delete(meetingId);
      };
    },
    stop: () => {
      isStopping = true;
      for (const room of [...rooms.values()]) room.endAll();
    },
  };
}
