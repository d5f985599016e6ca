import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { mappingSchema } from "#app/services/roster/mapping-schema.server.ts";
import { storeMapping } from "#app/services/roster/store-mapping.server.ts";
import { findRosterMapping } from "#db/queries/roster-mapping.ts";
import { MappingFields, mappingFieldNames, type MappingField } from "./mapping-fields.tsx";
import { mappingOf, typedMappingSchema, typedOf } from "./mapping-form.server.ts";

/** No mapping is called so: it is where one is added. */
const newName = "new";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "How a roster is read", description: "Columns, codes and posts.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "roster:import");
  const name = args.params["name"] ?? "";
  const row = name === newName ? null : await visit.read((tx) => findRosterMapping(tx, name));
  if (row === null && name !== newName) throw notFound();
  const stored = mappingSchema.safeParse(row?.mapping);
  return privatePage({
    frame: abstractionFrameOf(visit),
    name: row?.name ?? null,
    typed: stored.success ? typedOf(name, stored.data) : {},
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "roster:import");
  const { context } = args;
  const form = await readForm(args.request, typedMappingSchema);
  if (!form.ok) return badForm(context, form.reply, {});
  const { name, ...typed } = form.value;
  if (name === newName) return badForm(context, form.refuse({ name: ["Enter another name than new"] }), {});
  const read = mappingOf(typed);
  if ("errors" in read) return badForm(context, form.refuse(read.errors), {});
  await storeMapping(context, actor, name, read.mapping);
  return redirect(paths.abstractions.rosters("done=mapped"));
}

export default function Mapping() {
  const { frame, name: stored, typed } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  const [, fields] = useForm<Record<MappingField, string>>({
    id: "mapping",
    lastResult: reply,
    defaultValue: { days: "year-month-day", durations: "hours", clock: "london", twice: "refuse", ...typed },
  });
  return (
    <AbstractionPage
      frame={frame}
      title={stored === null ? "Add a mapping" : `How ${stored} is read`}
      errors={reply && <ErrorSummary fields={mappingFieldNames.map((field) => fields[field])} />}
    >
      <form method="post" noValidate>
        <TextInput
          field={fields.name}
          label="Name"
          hint={
            stored === null
              ? "Small letters, figures and hyphens, like origin-duties"
              : "Under another name it is stored beside this one"
          }
          width={20}
        />
        <MappingFields fields={fields} />
        <Button>Store the mapping</Button>
      </form>
      <p>
        <Link className="govuk-link" to={paths.abstractions.rosters()}>
          Back to rosters
        </Link>
      </p>
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
