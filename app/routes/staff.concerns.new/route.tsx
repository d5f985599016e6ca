import { randomUUID } from "node:crypto";
import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { categoryGroups } from "#app/components/concern/category-groups.ts";
import { WordsFields } from "#app/components/concern/words-fields.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { enteredSources, sourceWords } from "#app/domain/concern/sources.ts";
import { badForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { neighbourhoodForm, readNeighbourhoodForm } from "#app/neighbourhood-form.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { enterConcern } from "#app/services/concern/enter-concern.server.ts";
import { enterSchema, type EnterFields } from "./enter-schema.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Enter a concern", description: "Enter a concern for somebody.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "concern:write");
  return privatePage({ ...neighbourhoodForm(args.context, visit, "concern:write"), id: randomUUID() });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "concern:write");
  const form = await readNeighbourhoodForm(args, enterSchema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const { id, neighbourhoodId, source, category, resident, ...words } = form.value;
  const entered = await enterConcern(args.context, actor, {
    id,
    neighbourhoodId,
    source,
    category,
    resident,
    words,
    position: null,
  });
  return entered.ok
    ? redirect(paths.staff.concern(entered.id, "enter"))
    : badForm(args.context, form.refuse(errorsByField(entered.errors)), {});
}

const sources = [{ label: "", items: enteredSources.map((value) => ({ value, words: sourceWords[value] })) }];

export default function EnterConcern() {
  const { frame, groups, id } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<EnterFields>({ id: "enter-concern", lastResult: refused?.reply });
  const { slug, source, category, resident, words, placeWords, whenWords, effectWords } = fields;
  return (
    <StaffPage
      frame={frame}
      title="Enter a concern for somebody"
      errors={
        <ErrorSummary
          fields={[slug, source, category, words, placeWords, whenWords, effectWords, resident]}
        />
      }
    >
      <WarningText>
        If somebody is in danger, call 999 now. A crime is reported to the contact centre, not here.
      </WarningText>
      <form method="post" action={paths.staff.newConcern()} noValidate>
        <input type="hidden" name="id" value={id} />
        <Select field={slug} label="Neighbourhood" nothing="Choose one" groups={groups} />
        <Select field={source} label="How did it come in?" nothing="Choose one" groups={sources} />
        <Select field={category} label="What is it about?" nothing="Choose one" groups={categoryGroups} />
        <WordsFields fields={fields} />
        <TextInput
          field={resident}
          label="Their reference, if they have one"
          hint="For example R-7K3F. We keep no name: without a reference nobody can be told what comes of it."
          width={10}
          autoComplete="off"
          spellCheck={false}
        />
        <Button>Enter the concern</Button>
      </form>
      <p>
        <Link className="govuk-link" to={paths.staff.concerns()}>
          All concerns
        </Link>
      </p>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
