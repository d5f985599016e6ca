import type { ToldAction } from "./told-action.ts";

/** What a group remembers from one meeting to the next. */
export interface GroupMemory {
  /** What the next meeting has to say something of. */
  carried: readonly ToldAction[];
  /** What was asked for already, so that nothing is asked for twice. */
  asked: Set<string>;
  /** The priorities on which something was asked for. */
  begun: Set<string>;
}
