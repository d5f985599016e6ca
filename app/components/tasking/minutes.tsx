import { dayInWords } from "#app/domain/account/day-words.ts";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { carriedOutcomeWords, taskingActionStateWords } from "#app/domain/tasking/action.ts";
import { nothingToTell } from "#app/domain/tasking/finishing.ts";
import { taskingLevelWords } from "#app/domain/tasking/level.ts";
import { markingWords, type Marking } from "#app/domain/tasking/marking.ts";
import { attendanceStateWords } from "#app/domain/tasking/meeting.ts";
import { MinutesTalk } from "./minutes-talk.tsx";
import type { MinutesView } from "./minutes-view.ts";

/** Numbered and marked, on screen and on every sheet of paper. */
export function Minutes({ minutes }: { minutes: MinutesView }) {
  const { marking, state, attendances, carried, items, entries, nextOn } = minutes;
  const told = items.filter(({ isPriority, feedbackLine }) => isPriority || feedbackLine !== null);
  const actions = entries.flatMap((entry) =>
    entry.action === null || entry.kind !== "action" ? [] : [entry],
  );
  return (
    <article className="sn-minutes">
      <PrintedMarking marking={marking} />
      {state === "finished" ? null : (
        <p className="sn-minutes__draft">
          <strong>Draft.</strong> These minutes are not finished.
        </p>
      )}
      <SummaryList
        rows={[
          {
            term: "Meeting",
            value: `${minutes.code}/${minutes.number}, ${taskingLevelWords[minutes.level]}`,
          },
          { term: "When", value: minutes.when },
          { term: "Where", value: minutes.place },
          ...(minutes.chair === null ? [] : [{ term: "Chair", value: minutes.chair }]),
          { term: "Marking", value: markingWords[marking] },
        ]}
      />
      <h2 className="govuk-heading-m">Who was there</h2>
      <DataTable
        caption="Who was asked, by agency"
        isCaptionHidden
        columns={["Agency", "Position", "Name", "Came"]}
        rows={attendances.map(({ id, agency, position, name, isGuest, state: came }) => ({
          key: id,
          cells: [
            agency,
            position,
            `${name ?? "No longer here"}${isGuest ? " (guest)" : ""}`,
            attendanceStateWords[came],
          ],
        }))}
      />
      {carried.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">Actions from last time</h2>
          <DataTable
            caption="Actions from last time, and what became of each"
            isCaptionHidden
            columns={["Action", "What was asked", "What became of it"]}
            rows={carried.map(({ id, name, task, outcome, note }) => ({
              key: id,
              cells: [
                <Whole key="name">{name}</Whole>,
                task,
                note ?? (outcome === null ? "Not said yet" : carriedOutcomeWords[outcome]),
              ],
            }))}
          />
        </>
      )}
      <h2 className="govuk-heading-m">What was said and decided</h2>
      <MinutesTalk items={items} entries={entries} />
      <h2 className="govuk-heading-m">Actions given</h2>
      {actions.length === 0 ? (
        <p>No action was given.</p>
      ) : (
        <DataTable
          caption="Actions given in this meeting, and how each stands now"
          isCaptionHidden
          columns={["Action", "What is to be done", "Who", "By", "State now"]}
          rows={actions.flatMap(({ number, words, action }) =>
            action === null
              ? []
              : [
                  {
                    key: String(number),
                    cells: [
                      <Whole key="name">{action.name}</Whole>,
                      words,
                      `${action.agency}, ${action.position}`,
                      dayInWords(action.dueOn),
                      taskingActionStateWords[action.state],
                    ],
                  },
                ],
          )}
        />
      )}
      {told.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">What residents are told</h2>
          <SummaryList rows={toldRows(told)} />
        </>
      )}
      <h2 className="govuk-heading-m">Next meeting</h2>
      <p>{nextOn === null ? "No day was named." : dayInWords(nextOn)}</p>
    </article>
  );
}

/** What residents are told, item by item; those of which there is nothing to tell in one. */
function toldRows(told: MinutesView["items"]) {
  const nothing = told.filter(({ feedbackLine }) => feedbackLine === nothingToTell);
  return [
    ...told
      .filter((item) => !nothing.includes(item))
      .map(({ title, feedbackLine }) => ({ term: title, value: feedbackLine ?? "Not said yet" })),
    ...(nothing.length === 0
      ? []
      : [{ term: nothingToTell, value: nothing.map(({ title }) => title).join("; ") }]),
  ];
}

const Whole = ({ children }: { children: string }) => <span className="sn-whole">{children}</span>;

// On paper they stand at the head and the foot of every sheet, the first to be read out of a tagged document as well; on
// screen the page has its own.
const PrintedMarking = ({ marking }: { marking: Marking }) => (
  <>
    <p className="sn-minutes__marking">{markingWords[marking]}</p>
    <p className="sn-minutes__marking sn-minutes__marking--foot" aria-hidden="true">
      {markingWords[marking]}
    </p>
  </>
);
