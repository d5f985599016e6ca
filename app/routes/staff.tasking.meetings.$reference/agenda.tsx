import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { taskingActionStateWords } from "#app/domain/tasking/action.ts";
import {
  agendaSections,
  agendaSectionWords,
  priorityReasonWords,
  type AgendaSection,
} from "#app/domain/tasking/agenda.ts";
import { markingWords } from "#app/domain/tasking/marking.ts";
import type { TaskingLevel } from "#app/domain/tasking/level.ts";
import { boardPapersFor } from "#app/domain/tasking/papers.ts";
import { paths } from "#app/paths.ts";
import type { MeetingPage } from "./read-page.server.ts";

type AgendaProps = Pick<MeetingPage, "items" | "carried" | "impacts"> & {
  reference: string;
  groupCode: string;
  level: TaskingLevel;
  /** The sections that the reader may change: each of their items leads to its page. */
  changeable: readonly AgendaSection[];
};

/** The agenda of a meeting, section by section, with what is known of each item before the talk. */
export function Agenda({ items, carried, impacts, reference, groupCode, level, changeable }: AgendaProps) {
  return (
    <ol className="sn-agenda">
      {agendaSections.map((section) => {
        const own = items.filter((item) => item.section === section);
        return (
          <li key={section}>
            <h3 className="govuk-heading-s">{agendaSectionWords[section]}</h3>
            {own.map((item) => (
              <Item
                key={item.id}
                item={item}
                to={changeable.includes(section) ? paths.tasking.item(reference, item.id) : null}
              />
            ))}
            {boardPapersFor(level)
              .filter((paper) => paper.section === section)
              .map(({ paper, words }) => (
                <p key={paper}>
                  <Link
                    className="govuk-link"
                    to={paper === "extract" ? paths.tasking.extract() : paths.abstractions.report()}
                  >
                    {words}
                  </Link>
                </p>
              ))}
            {section === "carried" ? <Carried carried={carried} groupCode={groupCode} /> : null}
            {section === "impact" && impacts !== null ? <Impacts impacts={impacts} /> : null}
          </li>
        );
      })}
    </ol>
  );
}

function Item({ item, to }: { item: MeetingPage["items"][number]; to: string | null }) {
  const { section, title, brief, marking, priorityReference, priorityReason, feedbackLine } = item;
  const isNamed = title !== agendaSectionWords[section];
  return (
    <>
      {isNamed ? (
        <h4 className="govuk-heading-s">
          {priorityReference === null ? (
            title
          ) : (
            <Link className="govuk-link" to={paths.staff.priority(priorityReference)}>
              {title}
            </Link>
          )}
          {priorityReason === null ? "" : `: ${priorityReasonWords[priorityReason].toLowerCase()}`}
        </h4>
      ) : null}
      {brief === "" ? null : <p className="sn-agenda__brief">{brief}</p>}
      {feedbackLine === null ? null : <p>What residents are told: {feedbackLine}</p>}
      {to === null && marking === "official" ? null : (
        <p className="sn-agenda__foot">
          {marking === "official" ? null : <span className="sn-quiet">{markingWords[marking]}</span>}
          {to === null ? null : (
            <Link className="govuk-link" to={to}>
              Change<span className="govuk-visually-hidden"> {title}</span>
            </Link>
          )}
        </p>
      )}
    </>
  );
}

function Carried({ carried, groupCode }: { carried: MeetingPage["carried"]; groupCode: string }) {
  if (carried.length === 0) return null;
  return (
    <DataTable
      caption="Actions that are carried to this meeting"
      isCaptionHidden
      columns={["Action", "Who", "Due", "State"]}
      rows={carried.map(({ actionId, number, task, agency, position, dueOn, state, note }) => ({
        key: actionId,
        cells: [
          <Link key="to" className="govuk-link" to={paths.tasking.action(actionId)}>
            <span className="sn-whole">
              {groupCode}-{number}:
            </span>{" "}
            {task}
          </Link>,
          `${agency}: ${position}`,
          dayInWords(dueOn),
          note ?? taskingActionStateWords[state],
        ],
      }))}
    />
  );
}

function Impacts({ impacts }: { impacts: NonNullable<MeetingPage["impacts"]> }) {
  if (impacts.length === 0) return <p>No community impact assessment is open in your area.</p>;
  return (
    <>
      <p>
        {impacts.length === 1
          ? "One community impact assessment is open."
          : `${impacts.length} community impact assessments are open.`}
      </p>
      <ul className="govuk-list">
        {impacts.map(({ reference }) => (
          <li key={reference}>
            <Link className="govuk-link" to={paths.tasking.impact(reference)}>
              {reference}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
