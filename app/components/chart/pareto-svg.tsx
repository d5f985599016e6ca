import { useId } from "react";

interface ParetoSvgProps {
  /** From the greatest; per cent of all of them, and of all up to each. */
  causes: readonly { key: string; percent: number; percentUpTo: number }[];
  title: string;
  description: string;
}

const left = 12;
const right = 97;
const top = 14;
const bottom = 214;
const height = bottom + 28;

const percent = (x: number) => `${x}%`;
const round = (value: number) => Math.round(value * 100) / 100;
const yOf = (value: number) => round(bottom - ((bottom - top) * value) / 100);

/** Bars from the greatest to the least, and the line of what they come to together. Its table stands beside it. */
export function ParetoSvg({ causes, title, description }: ParetoSvgProps) {
  const id = useId();
  const step = (right - left) / Math.max(1, causes.length);
  const middleOf = (at: number) => round(left + step * (at + 0.5));
  const line = causes
    .map(({ percentUpTo }, at) => `${at === 0 ? "M" : "L"}${middleOf(at)} ${yOf(percentUpTo)}`)
    .join("");
  return (
    <svg
      className="sn-chart__drawing sn-pareto"
      width="100%"
      height={height}
      role="img"
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}desc`}
    >
      <title id={`${id}title`}>{title}</title>
      <desc id={`${id}desc`}>{description}</desc>
      {[0, 50, 80, 100].map((value) => (
        <g key={value}>
          <line className="grid" x1={percent(left)} x2={percent(right)} y1={yOf(value)} y2={yOf(value)} />
          <text className="tick tick--y" x={percent(left - 1.5)} y={yOf(value) + 5}>
            {value}%
          </text>
        </g>
      ))}
      {causes.map(({ key, percent: part }, at) => (
        <g key={key}>
          <rect
            className="bar"
            x={percent(round(left + step * (at + 0.12)))}
            width={percent(round(step * 0.76))}
            y={yOf(part)}
            height={round(bottom - yOf(part))}
          />
          <text className="tick" x={percent(middleOf(at))} y={bottom + 20}>
            {key}
          </text>
        </g>
      ))}
      <svg viewBox={`0 0 100 ${height}`} width="100%" height={height} preserveAspectRatio="none">
        <path className="line" d={line} vectorEffect="non-scaling-stroke" />
      </svg>
      {causes.map(({ key, percentUpTo }, at) => (
        <circle key={key} className="dot" cx={percent(middleOf(at))} cy={yOf(percentUpTo)} r="4" />
      ))}
    </svg>
  );
}
