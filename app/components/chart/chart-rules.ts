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

const labelHeight = 18;
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

/** Each rule's name above its line, at the end where the figures leave it more room. */
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
  const labels = rules.flatMap(({ kind, words, y }): RuleLabel[] => {
    const end = roomAt("right", y) > roomAt("left", y) ? "right" : "left";
    return words === null ? [] : [{ kind, words, y: y - 5, end }];
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
