import { figureInWords } from "./chart.ts";
import type { MeasurePoint } from "./measure.ts";
import type { TypedFigure } from "./typed-figures.ts";

/** What typed figures change of those that stand: what is the same already is no change. */
export interface FigureChanges {
  /** Figures to write, new or in the place of another. */
  write: MeasurePoint[];
  /** Days whose figure is taken out. */
  remove: string[];
  /** How many were not there before, were another figure, and are gone. */
  added: number;
  corrected: number;
  removed: number;
  /** Each correction as it is recorded: "2026-03-01 14 to 12". */
  corrections: string[];
}

const asRecorded = ({ value, asked }: MeasurePoint) =>
  asked === null ? figureInWords(value) : `${figureInWords(value)} of ${asked}`;

export function figureChanges(typed: readonly TypedFigure[], stored: readonly MeasurePoint[]): FigureChanges {
  const there = new Map(stored.map((point) => [point.on, point]));
  const changes: FigureChanges = {
    write: [],
    remove: [],
    added: 0,
    corrected: 0,
    removed: 0,
    corrections: [],
  };
  for (const { on, value, asked } of typed) {
    const before = there.get(on);
    if (value === null) {
      if (before === undefined) continue;
      changes.remove.push(on);
      changes.removed++;
      changes.corrections.push(`${on} ${asRecorded(before)} to none`);
      continue;
    }
    const point = { on, value, asked };
    if (before === undefined) changes.added++;
    else if (before.value === value && before.asked === asked) continue;
    else {
      changes.corrected++;
      changes.corrections.push(`${on} ${asRecorded(before)} to ${asRecorded(point)}`);
    }
    changes.write.push(point);
  }
  return changes;
}
