import type { AttendanceState } from "./meeting.ts";

/** What is kept as the feedback line of an item of which residents are told nothing. */
export const nothingToTell = "Nothing to tell residents";

/** A meeting as far as it decides whether its minutes can be finished. */
export interface Finishing {
  attendances: readonly { id: string; name: string | null; agency: string; state: AttendanceState }[];
  carried: readonly { actionId: string; name: string; outcome: string | null }[];
  items: readonly {
    id: string;
    title: string;
    priorityId: string | null;
    /** Whether something was decided of it, or an action given. */
    isDecided: boolean;
    feedbackLine: string | null;
  }[];
}

/** One thing that is missing; `part` says where on which page it is put right. */
export interface Lack {
  part: "door" | "carried" | "feedback";
  /** The seat, action or item that lacks it. */
  subject: string | null;
  words: string;
}

/** Whether nothing was said yet of whether somebody came. */
export const isUnsaid = ({ state }: { state: AttendanceState }): boolean =>
  state === "invited" || state === "coming";

/** What is missing before the minutes of a meeting can be finished; nothing where they can. */
export function lacksOf({ attendances, carried, items }: Finishing): Lack[] {
  const lacks: Lack[] = [];
  if (!attendances.some(({ state }) => state === "present"))
    lacks.push({ part: "door", subject: null, words: "Say who was present: nobody is recorded yet" });
  else
    for (const { id, name, agency } of attendances.filter(isUnsaid))
      lacks.push({ part: "door", subject: id, words: `Say whether ${name ?? `somebody of ${agency}`} came` });
  for (const { actionId, name, outcome } of carried)
    if (outcome === null)
      lacks.push({ part: "carried", subject: actionId, words: `Say what became of ${name} from last time` });
  for (const { id, title, priorityId, isDecided, feedbackLine } of items)
    if ((priorityId !== null || isDecided) && (feedbackLine ?? "").trim() === "")
      lacks.push({
        part: "feedback",
        subject: id,
        words: `Say what residents are told of “${title}”, or that there is nothing to tell`,
      });
  return lacks;
}

// More of a kind are counted: whoever finishes a meeting wants to see at once how far off it is.
const mostNamed = 3;
const manyWords: Readonly<Record<Lack["part"], (count: number) => string>> = {
  door: (count) => `Say of ${count} people whether they came`,
  carried: (count) => `Say what became of ${count} actions from last time`,
  feedback: (count) => `Say what residents are told of ${count} items, or that there is nothing to tell`,
};

/** What is missing, line by line: each of a few by its name, many of a kind in one. */
export function lackLines(lacks: readonly Lack[]): { part: Lack["part"]; words: string }[] {
  return (["door", "carried", "feedback"] as const).flatMap((part) => {
    const own = lacks.filter((lack) => lack.part === part);
    return own.length > mostNamed
      ? [{ part, words: manyWords[part](own.length) }]
      : own.map(({ words }) => ({ part, words }));
  });
}
