import { figureInWords, type Chart } from "#app/domain/measure/chart.ts";
import { spreadLabels } from "./spread-labels.ts";

type RuleKind = "baseline" | "target" | "mean" | "limit";

/** A line across the whole chart. */
export interface Rule {
  key: string;
  kind: RuleKind;
  y: number;
  /** Null for one that its neighbour explains. */
  words: string | null;
}

export interface RuleLabel {
  kind: RuleKind;
  words: string;
  y: number;
  /** Which end of its line it stands at. */
  end: "left" | "right";
}

/** Across, in hundredths of the drawing. */
export const plotLeft = 12;
export const plotRight = 97;

export const labelHeight = 18;
/** Of most labels, on the narrowest screen, in hundredths. */
const labelWidth = 30;

/** The end of the chart that a place across is near to, as far as labels go. */
export const endOf = (x: number): RuleLabel["end"] => (x < plotLeft + labelWidth / 2 ? "left" : "right");

/** The lines across a chart. */
export function rulesOf({ baseline, target, aim, limits }: Chart, yOf: (value: number) => number): Rule[] {
  const rule = (key: string, kind: RuleKind, value: number | null | undefined, name: string | null) =>
    value === null || value === undefined
      ? []
      : [{ key, kind, y: yOf(value), words: name === null ? null : `${name} ${figureInWords(value)}` }];
  return [
    ...rule("upper", "limit", limits?.upper, "Usual up to"),
    ...rule("lower", "limit", limits?.lower, null),
    ...rule("mean", "mean", limits?.mean, "Average"),
    ...rule("baseline", "baseline", baseline, "Baseline"),
    ...rule("target", "target", target, "Target"),
    ...rule("aim", "baseline", aim, "The plan’s aim"),
  ];
}

/**
 * Each rule's name above its line, at the end where the figures leave it more room; under it where another line is
 * close above.
 */
export function ruleLabels(
  rules: readonly Rule[],
  dots: readonly { x: number; y: number }[],
  { top, bottom }: { top: number; bottom: number },
): RuleLabel[] {
  const roomAt = (end: RuleLabel["end"], y: number) =>
    Math.min(
      ...dots
        .filter(({ x }) => (end === "left" ? x < plotLeft + labelWidth : x > plotRight - labelWidth))
        .map((dot) => Math.abs(dot.y - (y - labelHeight / 2))),
    );
  const isClose = (gap: number) => gap > 0 && gap < labelHeight;
  const labels = rules.flatMap(({ kind, words, y }): RuleLabel[] => {
    const end = roomAt("right", y) > roomAt("left", y) ? "right" : "left";
    const isUnder =
      rules.some((other) => isClose(y - other.y)) && !rules.some((other) => isClose(other.y - y));
    return words === null ? [] : [{ kind, words, y: isUnder ? y + labelHeight - 2 : y - 5, end }];
  });
  return (["left", "right"] as const).flatMap((side) =>
    spreadLabels(
      labels.filter(({ end }) => end === side),
      labelHeight,
      top + labelHeight,
      bottom - 5,
    ),
  );
}

/** Where a figure's own label stands: above its dot, or under it where names or lines leave more room there. */
export function besideDot(
  dot: { x: number; y: number },
  rules: readonly Rule[],
  labels: readonly RuleLabel[],
  bottom: number,
): { y: number; end: RuleLabel["end"] } {
  const end = endOf(dot.x);
  const [above, under] = [dot.y - 10, dot.y + 20];
  const roomAt = (y: number) =>
    Math.min(
      labelHeight,
      ...labels.filter((label) => label.end === end).map((label) => Math.abs(label.y - y)),
      // A line through the middle of it is not as bad as another label on it.
      ...rules.map((rule) => Math.abs(rule.y - (y - 5)) + labelHeight / 2),
    );
  return { y: under < bottom && roomAt(under) > roomAt(above) ? under : above, end };
}
