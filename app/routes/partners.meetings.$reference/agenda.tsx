import { agendaSections, agendaSectionWords, priorityReasonWords } from "#app/domain/tasking/agenda.ts";
import { markingWords } from "#app/domain/tasking/marking.ts";
import type { OwnMeetingPage } from "./own-meeting.server.ts";

/** The agenda in its standing order, each item with what is known before the talk. */
export function Agenda({ items }: Pick<OwnMeetingPage, "items">) {
  const sections = agendaSections
    .map((section) => ({ section, of: items.filter((item) => item.section === section) }))
    .filter(({ of }) => of.length > 0);
  return (
    <>
      <h2 className="govuk-heading-m">Agenda</h2>
      {sections.length === 0 ? <p>The agenda is not written yet.</p> : null}
      <ol className="govuk-list govuk-list--number">
        {sections.map(({ section, of }) => (
          <li key={section}>
            <h3 className="govuk-heading-s">{agendaSectionWords[section]}</h3>
            {of.map(({ id, title, brief, marking, priorityReason }) => (
              <div key={id}>
                {title === agendaSectionWords[section] ? null : <h4 className="govuk-heading-s">{title}</h4>}
                {priorityReason === null || priorityReason === "progress" ? null : (
                  <p className="sn-quiet">{priorityReasonWords[priorityReason]}</p>
                )}
                {brief === "" ? null : <p className="sn-meeting__words">{brief}</p>}
                {marking === "official-sensitive" ? (
                  <p className="sn-quiet">{markingWords[marking]}</p>
                ) : null}
              </div>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}
