import { describe, expect, test, vi } from "vitest";
import type { LiveEntry } from "#app/domain/tasking/live-entry.ts";
import { createLiveRoom, type LiveListener, type LiveLook } from "./live-room.server.ts";

const everyMs = 5;

const entry = (number: number): LiveEntry => ({
  number,
  kind: "note",
  itemId: null,
  words: `Entry ${number}`,
  reason: null,
  replaces: null,
  at: "2026-11-26T10:00:00.000Z",
  action: null,
});

/** A meeting that is written in while it is followed. */
function meeting({ atOnce = Number.POSITIVE_INFINITY } = {}) {
  let entries = 0;
  let state: LiveLook["standing"]["state"] = "open";
  let looks = 0;
  let stamp = "1";
  let held: Promise<void> = Promise.resolve();
  let isAway = false;
  return {
    write: (count: number) => (entries += count),
    finish: () => (state = "finished"),
    change: () => (stamp += "1"),
    goAway: (away: boolean) => (isAway = away),
    looks: () => looks,
    /** Looks wait until the function that it gives is called. */
    hold: () => {
      let letGo: () => void = () => undefined;
      held = new Promise((resolve) => (letGo = resolve));
      return () => {
        letGo();
      };
    },
    look: async (after: number): Promise<LiveLook> => {
      looks += 1;
      const found = Array.from({ length: entries }, (_, at) => entry(at + 1))
        .filter(({ number }) => number > after)
        .slice(0, atOnce);
      const standing = { state, entries, stamp };
      await held;
      if (isAway) throw new Error("The database is away.");
      return { standing, entries: found };
    },
  };
}

function listener() {
  const heard: number[] = [];
  const stamps: string[] = [];
  let isOver = false;
  const listening: LiveListener = {
    onEntries: (entries) => void heard.push(...entries.map(({ number }) => number)),
    onChange: (stamp) => void stamps.push(stamp),
    onEnd: () => (isOver = true),
  };
  return { listening, heard, stamps, isOver: () => isOver };
}

const roomOf = (of: ReturnType<typeof meeting>, onTrouble: (error: unknown) => void = () => undefined) =>
  createLiveRoom({ look: of.look, everyMs, onTrouble });

describe("a room", () => {
  test("tells each what it has not had, in order, from one look for all", async () => {
    const of = meeting();
    of.write(3);
    const room = roomOf(of);
    const [one, other] = [listener(), listener()];
    room.join(one.listening, 0);
    room.join(other.listening, 2);
    expect(of.looks()).toBe(1);
    await vi.waitFor(() => {
      expect([one.heard, other.heard]).toEqual([[1, 2, 3], [3]]);
    });
    of.write(2);
    await vi.waitFor(() => {
      expect([one.heard, other.heard]).toEqual([
        [1, 2, 3, 4, 5],
        [3, 4, 5],
      ]);
    });
    room.leave(one.listening);
    room.leave(other.listening);
  });

  test("leaves no gap for whoever comes while it looks and is further behind", async () => {
    const of = meeting();
    of.write(10);
    const letGo = of.hold();
    const room = roomOf(of);
    const [ahead, behind] = [listener(), listener()];
    room.join(ahead.listening, 9);
    room.join(behind.listening, 0);
    letGo();
    await vi.waitFor(() => {
      expect(behind.heard).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    });
    expect(ahead.heard).toEqual([10]);
    room.leave(ahead.listening);
    room.leave(behind.listening);
  });

  test("keeps nobody waiting for whoever catches up", async () => {
    const of = meeting({ atOnce: 2 });
    of.write(1_000);
    const room = roomOf(of);
    const [ahead, behind] = [listener(), listener()];
    room.join(ahead.listening, 1_000);
    room.join(behind.listening, 0);
    of.write(1);
    await vi.waitFor(() => {
      expect(ahead.heard).toEqual([1_001]);
    });
    expect(behind.heard.length).toBeLessThan(500);
    await vi.waitFor(() => {
      expect(behind.heard.slice(0, 4)).toEqual([1, 2, 3, 4]);
    });
    room.leave(ahead.listening);
    room.leave(behind.listening);
  });

  test("says how things stand once, and again when they are different", async () => {
    const of = meeting();
    const room = roomOf(of);
    const one = listener();
    room.join(one.listening, 0);
    await vi.waitFor(() => {
      expect(one.stamps).toEqual(["1"]);
    });
    of.write(1);
    of.change();
    await vi.waitFor(() => {
      expect(one.stamps).toEqual(["1", "11"]);
    });
    room.leave(one.listening);
  });

  test("looks for nobody once the last has left", async () => {
    const of = meeting();
    const room = roomOf(of);
    const [one, other] = [listener(), listener()];
    room.join(one.listening, 0);
    room.join(other.listening, 0);
    expect([room.leave(one.listening), room.leave(other.listening)]).toEqual([true, false]);
    await new Promise((resolve) => setTimeout(resolve, 5 * everyMs));
    const before = of.looks();
    await new Promise((resolve) => setTimeout(resolve, 5 * everyMs));
    expect(of.looks()).toBe(before);
  });

  test("goes on after the database was away, and says that it was", async () => {
    const of = meeting();
    const troubles: unknown[] = [];
    const room = roomOf(of, (error) => troubles.push(error));
    const one = listener();
    of.goAway(true);
    room.join(one.listening, 0);
    of.write(1);
    await vi.waitFor(() => {
      expect(troubles.length).toBeGreaterThan(0);
    });
    of.goAway(false);
    await vi.waitFor(() => {
      expect(one.heard).toEqual([1]);
    });
    room.leave(one.listening);
  });

  test("ends with the meeting, when everything was told", async () => {
    const of = meeting();
    const room = roomOf(of);
    const one = listener();
    room.join(one.listening, 0);
    of.write(4);
    of.finish();
    await vi.waitFor(() => {
      expect(one.isOver()).toBe(true);
    });
    expect(one.heard).toEqual([1, 2, 3, 4]);
    room.leave(one.listening);
  });
});
