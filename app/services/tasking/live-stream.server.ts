import type { LiveEntry } from "#app/domain/tasking/live-entry.ts";
import type { LiveLists } from "./live-lists.server.ts";

/** Shorter than proxies wait for a byte, and often enough to shut whoever has lost the meeting. */
const askEveryMs = 15_000;
// Spread, so that thirty screens do not all come back in one moment.
const retryMs = () => 500 + Math.floor(Math.random() * 1_000);

export interface LiveStreamParts {
  lists: LiveLists;
  meetingId: string;
  sessionId: string;
  /** The number of the last entry that the screen has. */
  last: number;
  /** Asked again and again: whether the screen may still be told. */
  isStillTheirs: () => Promise<boolean>;
  /** Has a function called when the screen hangs up. */
  onHangUp: (then: () => void) => void;
}

/** A meeting's entries as they are written down, as server-sent events; it ends with the meeting, or with the right to read it. */
export function liveStream({
  lists,
  isStillTheirs,
  onHangUp,
  ...parts
}: LiveStreamParts): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let isOver = false;
  let stopFollowing: () => void = () => undefined;
  const stop = () => {
    isOver = true;
    stopFollowing();
  };
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      const write = (text: string) => {
        if (!isOver) controller.enqueue(encoder.encode(text));
      };
      const end = () => {
        if (isOver) return;
        stop();
        controller.close();
      };
      const askAgain = async () => {
        write("event: here\ndata: 1\n\n");
        // Where that cannot be found out, they may not.
        if (!(await isStillTheirs().catch(() => false))) end();
      };
      write(`retry: ${retryMs()}\n\n`);
      const timer = setInterval(() => void askAgain(), askEveryMs).unref();
      const leave = lists.follow({
        ...parts,
        onEntries: (entries) => {
          write(entries.map(eventOf).join(""));
        },
        onChange: (stamp) => {
          write(`event: changed\ndata: ${stamp}\n\n`);
        },
        onEnd: end,
      });
      stopFollowing = () => {
        clearInterval(timer);
        leave();
      };
      onHangUp(end);
    },
    cancel: stop,
  });
}

const eventOf = (entry: LiveEntry) => `id: ${entry.number}\nevent: entry\ndata: ${JSON.stringify(entry)}\n\n`;
