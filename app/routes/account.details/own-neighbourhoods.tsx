import { Button } from "#app/components/govuk/button.tsx";
import type { Connection } from "#app/domain/account/account.ts";
import { connectionWords } from "#app/domain/resident/resident.ts";
import { paths } from "#app/paths.ts";

export interface OwnNeighbourhood {
  id: string;
  name: string;
  connection: Connection;
}

/** The neighbourhoods somebody belongs to, each with the way out of it. */
export function OwnNeighbourhoods({ neighbourhoods }: { neighbourhoods: readonly OwnNeighbourhood[] }) {
  if (neighbourhoods.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Your neighbourhoods</h2>
      <ul className="sn-own-list">
        {neighbourhoods.map(({ id, name, connection }) => (
          <li key={id}>
            <p className="sn-own-list__words">
              <strong>{name}</strong>: you {connectionWords[connection]}
            </p>
            <form method="post" action={paths.account.details()}>
              <input type="hidden" name="intent" value="remove" />
              <input type="hidden" name="neighbourhoodId" value={id} />
              <Button look="plain">
                Remove<span className="govuk-visually-hidden"> {name}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
