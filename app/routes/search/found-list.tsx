import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { stateInPublic } from "#app/components/concern/state-in-public.ts";
import { categoryWords } from "#app/domain/concern/categories.ts";
import { paths } from "#app/paths.ts";
import type { Found } from "#db/queries/search.ts";

type Item =
  | Omit<Extract<Found, { kind: "concern" }>, "neighbourhoodId">
  | Omit<Extract<Found, { kind: "priority" }>, "neighbourhoodId">;
type Shown = Item & { neighbourhood: string };

/** What was found, the likest first. */
export function FoundList({ found, page }: { found: readonly Shown[]; page: number }) {
  if (found.length === 0) {
    return <p>{page > 1 ? "There is no more." : "Nothing was found. Try other words, or fewer choices."}</p>;
  }
  return (
    <ul className="govuk-list sn-found-list">
      {found.map((item) => (
        <li key={item.reference}>
          <Link
            className="govuk-link sn-found-list__title"
            to={item.kind === "concern" ? paths.concern(item.reference) : paths.priority(item.reference)}
          >
            {item.title}
          </Link>{" "}
          {item.kind === "concern" ? <ConcernTag state={item.state} /> : <Tag tone="good">Priority</Tag>}
          <br />
          <span className="sn-quiet">
            {item.neighbourhood}, {categoryWords[item.category].name.toLowerCase()}
          </span>
        </li>
      ))}
    </ul>
  );
}

function ConcernTag({ state }: { state: Extract<Found, { kind: "concern" }>["state"] }) {
  const { words, tone } = stateInPublic(state);
  return <Tag tone={tone}>{words}</Tag>;
}
