import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { dutyTimesShape } from "#app/components/abstraction/duty-schema.ts";
import { rosterStateWords } from "#app/components/abstraction/roster-words.ts";
import { Tag } from "#app/components/govuk/tag.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { hoursInWords, readHours } from "#app/domain/roster/account.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { importUpload, mayLoadLate } from "#app/services/roster/import-upload.server.ts";
import { listRosterMappings } from "#db/queries/roster-mapping.ts";
import { listRosters } from "#db/queries/roster.ts";
import { UploadForm } from "./upload-form.tsx";

const listed = 20;

const schema = z.object({
  file: z.instanceof(File, { error: "Select the CSV file" }),
  mapping: z.string({ error: "Select how it is read" }),
  rows: z
    .string()
    .optional()
    .transform((typed, context): number | null => {
      const plain = typed?.replace(/[,\s]/g, "") ?? "";
      if (plain === "" || /^\d{1,9}$/.test(plain)) return plain === "" ? null : Number(plain);
      context.addIssue({ code: "custom", message: "Enter the rows as a whole number, or leave them empty" });
      return z.NEVER;
    }),
  hours: z
    .string()
    .optional()
    .transform((typed, context): number | null => {
      if (typed === undefined) return null;
      const minutes = readHours(typed);
      if (minutes !== null) return minutes;
      context.addIssue({
        code: "custom",
        message: "Enter the hours like 1443.5 or 1443:30, or leave them empty",
      });
      return z.NEVER;
    }),
  lateReason: dutyTimesShape.lateReason,
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Rosters", description: "Duties that came by file.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "roster:import");
  const done = new URL(args.request.url).searchParams.get("done");
  return privatePage({
    frame: abstractionFrameOf(visit),
    mayLoadLate: mayLoadLate(visit.actor),
    done: done === "mapped" ? "The mapping is stored." : null,
    ...(await visit.read(async (tx) => ({
      mappings: (await listRosterMappings(tx)).map(({ name }) => name),
      rosters: await listRosters(tx, listed),
    }))),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "roster:import");
  const form = await readForm(args.request, schema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const { file, mapping, rows, hours, lateReason } = form.value;
  const imported = await importUpload(args.context, actor, {
    file,
    mapping,
    stated: { rows, minutes: hours },
    lateReason,
  });
  return imported.ok
    ? redirect(paths.abstractions.roster(imported.id))
    : badForm(args.context, form.refuse(errorsByField(imported.errors)), {});
}

export default function Rosters() {
  const { frame, mayLoadLate: mayLate, done, mappings, rosters } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  return (
    <AbstractionPage frame={frame} title="Rosters">
      <DoneMessage words={done} />
      {mappings.length === 0 ? (
        <p>Say first how the files of your duty management system are read.</p>
      ) : (
        <UploadForm mappings={mappings} mayLoadLate={mayLate} reply={reply} />
      )}
      <h2 className="govuk-heading-m">How files are read</h2>
      <ul className="govuk-list">
        {mappings.map((name) => (
          <li key={name}>
            <Link className="govuk-link" to={paths.abstractions.rosterMapping(name)}>
              {name}
            </Link>
          </li>
        ))}
        <li>
          <Link className="govuk-link" to={paths.abstractions.rosterMapping("new")}>
            Add a mapping
          </Link>
        </li>
      </ul>
      <h2 className="govuk-heading-m">Imports</h2>
      {rosters.length === 0 ? (
        <p>No roster has been imported.</p>
      ) : (
        <DataTable
          caption="Imports, the newest first"
          isCaptionHidden
          columns={["File", "State", "Days", "Rows", "Taken", "Unchanged", "Left out", "Refused", "Hours"]}
          rows={rosters.map((roster) => {
            const [words, tone] = rosterStateWords[roster.state];
            const { taken, unchanged, ignored, refused } = roster.account;
            return {
              key: roster.id,
              cells: [
                <Link key="file" className="govuk-link" to={paths.abstractions.roster(roster.id)}>
                  {roster.source}, {dayInWords(londonDay(roster.startedAt))}
                </Link>,
                <Tag key="state" tone={tone}>
                  {words}
                </Tag>,
                roster.firstDay === null || roster.lastDay === null
                  ? "None"
                  : `${dayInWords(roster.firstDay)} to ${dayInWords(roster.lastDay)}`,
                ...[roster.rowsRead, taken.rows, unchanged.rows, ignored.rows, refused.rows].map((count) =>
                  count.toLocaleString("en-GB"),
                ),
                hoursInWords(roster.minutesRead),
              ],
            };
          })}
        />
      )}
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
