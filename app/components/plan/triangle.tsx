import { planFields, type PlanFieldName } from "#app/domain/plan/fields.ts";
import { wrapWords } from "./wrap-words.ts";

/** A text of the triangle: where it stands in the drawing, and how much of it fits. */
interface Corner {
  name: PlanFieldName;
  words: string;
  x: number;
  y: number;
  characters: number;
  lines: number;
}

/** Inside: what comes together where the problem happens. */
const inside: readonly Corner[] = [
  { name: "location", words: "Place", x: 450, y: 252, characters: 18, lines: 4 },
  { name: "offender", words: "Offender", x: 326, y: 478, characters: 21, lines: 4 },
  { name: "victim", words: "Victim or target", x: 574, y: 478, characters: 21, lines: 4 },
];

/** Outside: who could stop it, each beside what they look after. */
const outside: readonly Corner[] = [
  { name: "manager", words: "Manager of the place", x: 450, y: 26, characters: 34, lines: 2 },
  { name: "handler", words: "Handler of the offender", x: 132, y: 300, characters: 26, lines: 4 },
  { name: "guardian", words: "Guardian of the victim", x: 768, y: 300, characters: 26, lines: 4 },
];

const card = { width: 256, height: 128 };
const lineHeight = 22;

/**
 * The problem analysis triangle, drawn and filled: a problem needs a place, an offender and a victim, and each of them
 * has somebody who could stop it. On a narrow screen, and to a screen reader, the same stands as text.
 */
export function Triangle({ values }: { values: ReadonlyMap<PlanFieldName, string> }) {
  const textOf = ({ name }: Corner) => values.get(name) ?? "";
  return (
    <figure className="sn-triangle">
      <svg
        className="sn-triangle__picture"
        viewBox="0 0 900 620"
        role="img"
        aria-labelledby="triangle-title triangle-about"
      >
        <title id="triangle-title">Problem analysis triangle</title>
        <desc id="triangle-about">
          A triangle of the place, the offender and the victim, with who could stop each of them around it.
          All its words stand below it.
        </desc>
        <path className="sn-triangle__outer" d="M450 104 752 600H148z" />
        <path className="sn-triangle__lines" d="M450 400V600M450 400 299 352M450 400 601 352" />
        <path className="sn-triangle__ties" d="M450 90V104M260 330 306 340M640 330 594 340" />
        {inside.map((corner) => (
          <CornerText key={corner.name} corner={corner} text={textOf(corner)} />
        ))}
        <rect className="sn-triangle__card" x={450 - 165} y={4} width={330} height={86} />
        {[132, 768].map((x) => (
          <rect
            key={x}
            className="sn-triangle__card"
            x={x - card.width / 2}
            y={278}
            width={card.width}
            height={card.height}
          />
        ))}
        {outside.map((corner) => (
          <CornerText key={corner.name} corner={corner} text={textOf(corner)} />
        ))}
      </svg>
      <dl className="sn-triangle__words">
        {[...inside, ...outside].map((corner) => (
          <div key={corner.name}>
            <dt>
              {corner.words}: {planFields[corner.name].label.toLowerCase()}
            </dt>
            <dd>{textOf(corner).trim() === "" ? "Not written yet" : textOf(corner)}</dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}

function CornerText({ corner: { words, x, y, characters, lines }, text }: { corner: Corner; text: string }) {
  const written = wrapWords(text, characters, lines);
  return (
    <text className="sn-triangle__text" x={x} y={y} textAnchor="middle">
      <tspan className="sn-triangle__name" x={x}>
        {words}
      </tspan>
      {written.length === 0 ? (
        <tspan className="sn-triangle__nothing" x={x} dy={lineHeight}>
          Not written yet
        </tspan>
      ) : (
        written.map((line, place) => (
          <tspan key={`${place} ${line}`} x={x} dy={lineHeight}>
            {line}
          </tspan>
        ))
      )}
    </text>
  );
}
