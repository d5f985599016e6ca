import type { AgendaSection } from "./agenda.ts";
import type { TaskingLevel } from "./level.ts";

/** What a group above local tasking has before it: a page of ours, under an item of its agenda. */
export interface BoardPaper {
  section: AgendaSection;
  paper: "extract" | "abstraction-report";
  words: string;
}

const papers: readonly BoardPaper[] = [
  { section: "analysis", paper: "extract", words: "Strategic extract of all live local priorities" },
  { section: "bids", paper: "abstraction-report", words: "Abstraction report" },
];

const withPapers: readonly TaskingLevel[] = ["strategic", "delivery", "board"];

/** The papers that belong to the agenda of a group of this level; local and tactical groups have none. */
export const boardPapersFor = (level: TaskingLevel): readonly BoardPaper[] =>
  withPapers.includes(level) ? papers : [];
