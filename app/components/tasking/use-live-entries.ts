import { useEffect, useMemo, useRef, useState } from "react";
import { useRevalidator } from "@remix-run/react";
import { lastNumber, mergeEntries, type LiveEntry } from "#app/domain/tasking/live-entry.ts";
import { doesAnswer, followLive } from "./follow-live.ts";

/** `off` before the browser has begun, without JavaScript, and when the meeting does not sit. */
export type LiveState = "off" | "live" | "trying";

export interface LivePage {
  /** Where the stream of the meeting is, from an entry on: the same function at each drawing (`paths` has it). */
  address: (reference: string, after: number) => string;
  reference: string;
  /** What the page was drawn with. */
  entries: readonly LiveEntry[];
  /** How the meeting stood then (`liveStandingOf`), so that what changed before the stream began is noticed. */
  stamp?: string | null;
  /** Whether the meeting sits. */
  isOpen: boolean;
  /** Whether somebody writes on the page. */
  isWriting?: boolean;
}

// Thirty screens hear of one change at once: they ask for their pages one after another, and once for several changes.
const staleMs = () => 500 + Math.random() * 2_000;

/** The entries of a meeting as they are written down: what the page was drawn with, and what has come since. */
export function useLiveEntries({
  address,
  reference,
  entries,
  stamp = null,
  isOpen,
  isWriting = false,
}: LivePage): {
  entries: readonly LiveEntry[];
  state: LiveState;
  /** Asks for the page again, where anybody answers: what is typed in it stays. */
  refresh: () => void;
} {
  const [arrived, setArrived] = useState<readonly LiveEntry[]>([]);
  const [state, setState] = useState<LiveState>("off");
  const merged = useMemo(() => mergeEntries(entries, arrived), [entries, arrived]);
  const last = useRef(0);
  last.current = lastNumber(merged);
  const drawn = useRef(stamp);
  drawn.current = stamp;
  const { revalidate } = useRevalidator();
  const ask = useRef(revalidate);
  ask.current = revalidate;

  useEffect(() => {
    if (!isOpen) return undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = followLive({
      addressAfter: (number) => address(reference, number),
      last: () => last.current,
      stamp: drawn.current,
      isWriting,
      onEntry: (entry) => {
        setArrived((before) => [...before, entry]);
      },
      onStale: () => {
        waiting ??= setTimeout(() => {
          waiting = undefined;
          ask.current();
        }, staleMs());
      },
      onLive: (isLive) => {
        setState(isLive ? "live" : "trying");
      },
    });
    return () => {
      clearTimeout(waiting);
      stop();
      setState("off");
    };
  }, [address, reference, isOpen, isWriting]);

  const refresh = () => {
    void doesAnswer(address(reference, last.current), isWriting).then((answers) => {
      if (answers) ask.current();
    });
  };
  return { entries: merged, state, refresh };
}
