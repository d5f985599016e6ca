import { DoorCard } from "#app/components/telephone.tsx";
import { diversionAdvice, type DiversionRoute } from "#app/domain/concern/diversion.ts";

/** Whom to turn to at once, because of what somebody wrote. Stands first on the page. */
export function Advice({ route, isTitle = false }: { route: DiversionRoute; isTitle?: boolean }) {
  const { heading, text, doors } = diversionAdvice[route];
  return (
    <section className="sn-advice" aria-labelledby="advice">
      {isTitle ? (
        <h1 className="govuk-heading-l" id="advice">
          {heading}
        </h1>
      ) : (
        <h2 className="govuk-heading-l" id="advice">
          {heading}
        </h2>
      )}
      <p>{text}</p>
      <div className="sn-advice__doors">
        {doors.map((door) => (
          <DoorCard key={door.name} door={door} />
        ))}
      </div>
    </section>
  );
}
