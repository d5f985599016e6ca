import { useId } from "react";
import { plotLeft, plotRight } from "./chart-rules.ts";
import type { Drawing } from "./draw-chart.ts";

interface ChartSvgProps {
  drawing: Drawing;
  title: string;
  description: string;
  /** Whether each figure has its dot: without them where the drawing is small. */
  hasDots: boolean;
}

const percent = (x: number) => `${x}%`;
const across = { x1: percent(plotLeft), x2: percent(plotRight) };

/** The drawing of one series. What each line is stands beside it, and no two look alike without colour. */
export function ChartSvg({ drawing, title, description, hasDots }: ChartSvgProps) {
  const id = useId();
  const { height, top, bottom, band, last } = drawing;
  return (
    <svg
      className="sn-chart__drawing"
      width="100%"
      height={height}
      role="img"
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}desc`}
    >
      <title id={`${id}title`}>{title}</title>
      <desc id={`${id}desc`}>{description}</desc>
      {band === null ? null : (
        <rect
          className="band"
          x={percent(plotLeft)}
          y={band.y}
          width={percent(plotRight - plotLeft)}
          height={band.height}
        />
      )}
      {drawing.yTicks.map(({ y, words }) => (
        <g key={y}>
          <line className="grid" {...across} y1={y} y2={y} />
          <text className="tick tick--y" x={percent(plotLeft - 1.5)} y={y + 5}>
            {words}
          </text>
        </g>
      ))}
      {drawing.xTicks.map(({ x, words, year }) => (
        <g key={x}>
          <line className="grid" x1={percent(x)} x2={percent(x)} y1={bottom} y2={bottom + 6} />
          <text className="tick" x={percent(x)} y={bottom + 21}>
            {words}
          </text>
          {year === null ? null : (
            <text className="tick" x={percent(x)} y={bottom + 38}>
              {year}
            </text>
          )}
        </g>
      ))}
      {drawing.rules.map(({ key, kind, y }) => (
        <line key={key} className={`rule rule--${kind}`} {...across} y1={y} y2={y} />
      ))}
      {drawing.marks.map(({ x, y, number }) => (
        <g key={number} className="mark">
          <line x1={percent(x)} x2={percent(x)} y1={y} y2={bottom} />
          <circle cx={percent(x)} cy={y} r="11" />
          <text x={percent(x)} y={y + 5}>
            {number}
          </text>
        </g>
      ))}
      {drawing.margins.map(({ on, x, from, to }) => (
        <g key={on} className="margin">
          <line x1={percent(x)} x2={percent(x)} y1={from} y2={to} />
        </g>
      ))}
      <svg viewBox={`0 0 100 ${height}`} width="100%" height={height} preserveAspectRatio="none">
        <path className="line" d={drawing.line} vectorEffect="non-scaling-stroke" />
        {drawing.again.map(({ line, words }) => (
          <path key={words} className="line line--again" d={line} vectorEffect="non-scaling-stroke" />
        ))}
      </svg>
      {drawing.dots.map(({ on, x, y, isOutside, isNoted }) =>
        hasDots || isOutside || isNoted ? (
          <circle
            key={on}
            className={isOutside ? "dot dot--outside" : isNoted ? "dot dot--noted" : "dot"}
            cx={percent(x)}
            cy={y}
            r={isOutside ? 7 : 4}
          />
        ) : null,
      )}
      {drawing.ruleLabels.map(({ kind, words, y, end }) => (
        <text
          key={words}
          className={`label label--${end} label--${kind}`}
          x={percent(end === "left" ? plotLeft + 1 : plotRight)}
          y={y}
        >
          {words}
        </text>
      ))}
      {drawing.again.map(({ words, x, y, end }) => (
        <text key={words} className={`label label--${end}`} x={percent(x)} y={Math.max(y, top)}>
          {words}
        </text>
      ))}
      {last === null ? null : (
        <text
          className={`label label--last label--${last.end}`}
          x={percent(last.x)}
          y={Math.max(last.y, top)}
        >
          {last.words}
        </text>
      )}
    </svg>
  );
}
