import { useId } from "react";
import { plotLeft, plotRight, type QuartersDrawing } from "./draw-quarters.ts";

const percent = (x: number) => `${x}%`;
const across = { x1: percent(plotLeft), x2: percent(plotRight) };

/** The quarters of a neighbourhood against the promise: a mark for a figure, a box for a range. */
export function QuarterSvg({
  drawing,
  title,
  description,
}: {
  drawing: QuartersDrawing;
  title: string;
  description: string;
}) {
  const id = useId();
  const { height, bottom, promiseY } = drawing;
  return (
    <svg
      className="sn-chart__drawing sn-quarters"
      width="100%"
      height={height}
      role="img"
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}desc`}
    >
      <title id={`${id}title`}>{title}</title>
      <desc id={`${id}desc`}>{description}</desc>
      {drawing.yTicks.map(({ y, words }) => (
        <g key={words}>
          <line className="grid" {...across} y1={y} y2={y} />
          <text className="tick tick--y" x={percent(plotLeft - 1.5)} y={y + 5}>
            {words}
          </text>
        </g>
      ))}
      <line className="rule rule--target" {...across} y1={promiseY} y2={promiseY} />
      {drawing.columns.map(({ startsOn, x, width, month, year, label, labelY, from, to, isBand }) => (
        <g key={startsOn}>
          {from === null || to === null ? null : (
            <rect
              className={isBand ? "range" : "figure"}
              x={percent(x - width / 2)}
              width={percent(width)}
              y={from}
              height={to - from}
            />
          )}
          <text className="label label--last" x={percent(x)} y={labelY}>
            {label}
          </text>
          <text className="tick" x={percent(x)} y={bottom + 21}>
            {month}
          </text>
          {year === null ? null : (
            <text className="tick" x={percent(x)} y={bottom + 39}>
              {year}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
