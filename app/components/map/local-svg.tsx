import type { LocalPicture } from "./local-picture.ts";

/** A neighbourhood among its neighbours. A picture only: what it shows is also said in words beside it. */
export function LocalSvg({ picture, label }: { picture: LocalPicture; label: string }) {
  return (
    <svg className="sn-local" viewBox={picture.viewBox} role="img" aria-label={label}>
      {picture.areas.map(({ slug, isHere, d }) => (
        <path key={slug} className={isHere ? "here" : "t1"} d={d} />
      ))}
      {picture.labels.map(({ slug, x, y, words, isHere }) => (
        <text key={slug} className={isHere ? "label label--here" : "label"} x={x} y={y}>
          {words}
        </text>
      ))}
      {picture.point === null ? null : (
        <g className="point">
          <circle cx={picture.point.x} cy={picture.point.y} r="11" />
          <circle cx={picture.point.x} cy={picture.point.y} r="4" />
        </g>
      )}
    </svg>
  );
}
