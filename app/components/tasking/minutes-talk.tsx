import { agendaSections, agendaSectionWords } from "#app/domain/tasking/agenda.ts";
import type { MinutesEntry, MinutesItem } from "./minutes-view.ts";

interface MinutesTalkProps {
  items: readonly MinutesItem[];
  entries: readonly MinutesEntry[];
}

/** What was said and decided, in the order of the agenda, each under its number. */
export function MinutesTalk({ items, entries }: MinutesTalkProps) {
  const said = entries.filter(({ kind }) => kind === "note" || kind === "decision");
  if (said.length === 0) return <p>Nothing was written down.</p>;
  const known = new Set(items.map(({ id }) => id));
  const others = said.filter(({ itemId }) => itemId === null || !known.has(itemId));
  return (
    <>
      {agendaSections.map((section) => {
        const ofSection = items
          .filter((item) => item.section === section)
          .map((item) => ({ item, talk: said.filter(({ itemId }) => itemId === item.id) }))
          .filter(({ talk }) => talk.length > 0);
        return ofSection.length === 0 ? null : (
          <section key={section}>
            <h3 className="govuk-heading-s">{agendaSectionWords[section]}</h3>
            {ofSection.map(({ item, talk }) => (
              <div key={item.id} className="sn-minutes__item">
                {item.title === agendaSectionWords[section] ? null : (
                  <h4 className="govuk-heading-s">{item.title}</h4>
                )}
                <Talk entries={talk} />
              </div>
            ))}
          </section>
        );
      })}
      {others.length === 0 ? null : (
        <section>
          <h3 className="govuk-heading-s">Not on the agenda</h3>
          <Talk entries={others} />
        </section>
      )}
    </>
  );
}

const Talk = ({ entries }: { entries: readonly MinutesEntry[] }) => (
  <ol className="sn-minutes__talk">
    {entries.map(({ number, kind, words, reason, putRightBy }) => (
      <li key={number} value={number}>
        {kind === "decision" ? <strong>Decided: </strong> : null}
        {words}
        {reason === null ? null : ` Because: ${reason}`}
        {putRightBy === null ? null : ` (Put right by entry ${putRightBy}.)`}
      </li>
    ))}
  </ol>
);
