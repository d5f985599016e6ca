import { DoorCard } from "#app/components/telephone.tsx";
import { diversionAdvice, type DiversionRoute } from "#app/domain/concern/diversion.ts";

/** Where the words point at another door: that door, first on the page. */
export function Advice({ route }: { route: DiversionRoute | null }) {
  if (route === null) return null;
  const { heading, text, doors } = diversionAdvice[route];
  return (
    <section className="sn-help__first sn-advice" aria-labelledby="advice">
      <h2 className="govuk-heading-l" id="advice">
        {heading}
      </h2>
      <p>{text}</p>
      {doors.map((door) => (
        <DoorCard key={door.name} door={door} />
      ))}
    </section>
  );
}
