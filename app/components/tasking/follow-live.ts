import { readLiveEntry, type LiveEntry } from "#app/domain/tasking/live-entry.ts";

export interface Following {
  /** Where the stream of the meeting is, from an entry on. */
  addressAfter: (last: number) => string;
  /** The number of the last entry that the screen has. */
  last: () => number;
  /** How the meeting stood when the page was drawn; null where it does not say. */
  stamp: string | null;
  onEntry: (entry: LiveEntry) => void;
  /** Whether somebody writes on the page: it stays when their session has ended, with what they began. */
  isWriting: boolean;
  /** Something else than an entry is new: the page has to be asked for again. */
  onStale: () => void;
  onLive: (isLive: boolean) => void;
}

/**
 * A browser that was refused comes back soon, as another process may answer, and then this often; each time the page is
 * asked for again instead.
 */
const soonMs = 2_000;
const againMs = 10_000;
/** The server says every fifteen seconds that it is there. A line may be gone without anybody saying so. */
const silenceMs = 40_000;

/** Follows a meeting's stream until the function that it gives is called. What was missed comes first when it is back. */
export function followLive(following: Following): () => void {
  const { addressAfter, last, stamp, isWriting, onEntry, onStale, onLive } = following;
  let source: EventSource | null = null;
  let isFollowing = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  let known = stamp;
  let refusals = 0;

  const tryIn = (ms: number) => {
    clearTimeout(again);
    again = setTimeout(() => void tryAgain(), ms);
  };
  const hear = () => {
    refusals = 0;
    onLive(true);
    tryIn(silenceMs);
  };
  const open = () => {
    isFollowing = true;
    // A browser that knows no streams asks for the page again and again.
    if (!("EventSource" in window)) {
      onLive(false);
      tryIn(againMs);
      return;
    }
    source = new EventSource(addressAfter(last()));
    tryIn(silenceMs);
    for (const name of ["open", "here"]) source.addEventListener(name, hear);
    source.addEventListener("entry", ({ data }: MessageEvent<string>) => {
      hear();
      const entry = readLiveEntry(data);
      if (entry !== null) onEntry(entry);
    });
    source.addEventListener("changed", ({ data }: MessageEvent<string>) => {
      if (known !== null && data !== known) onStale();
      known = data;
    });
    source.addEventListener("error", () => {
      onLive(false);
      // Where it only broke, the browser comes back by itself.
      if (source?.readyState !== EventSource.CLOSED) return;
      refusals += 1;
      tryIn(refusals === 1 ? soonMs : againMs);
    });
  };
  const close = () => {
    isFollowing = false;
    clearTimeout(again);
    source?.close();
    source = null;
  };
  const tryAgain = async () => {
    // A page that is asked for while nobody answers would be gone, with what is being typed in it.
    if (await doesAnswer(addressAfter(last()), isWriting)) onStale();
    // It may have been put out of sight meanwhile.
    if (!isFollowing) return;
    onLive(false);
    close();
    open();
  };
  // A screen that nobody sees follows nothing, and its session may run out.
  const onSight = () => {
    if (document.visibilityState === "hidden") {
      close();
      onLive(false);
    } else if (!isFollowing) open();
  };
  document.addEventListener("visibilitychange", onSight);
  onSight();
  return () => {
    document.removeEventListener("visibilitychange", onSight);
    close();
  };
}

/**
 * Whether anybody answers: a page that is asked for while nobody does would be gone. Where somebody writes, one that leads
 * to signing in would be gone as well.
 */
export const doesAnswer = (address: string, isWriting: boolean) =>
  fetch(address, { method: "HEAD", redirect: "manual" }).then(
    ({ status, type }) => status < 500 && !(isWriting && type === "opaqueredirect"),
    () => false,
  );
