import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { PracticeBody } from "#app/components/practice/practice-body.tsx";
import { toWanted } from "#app/components/practice/practice-schema.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { scopeOf } from "#app/domain/actor.ts";
import { wordsOf } from "#app/domain/practice/practice.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { forbidden, requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { changePractice } from "#app/services/practice/change-practice.server.ts";
import { mayChangePractice, mayWithPractice } from "#app/services/practice/practice-change.server.ts";
import { publishPractice } from "#app/services/practice/publish-practice.server.ts";
import { withdrawPractice } from "#app/services/practice/withdraw-practice.server.ts";
import { findPractice } from "#db/queries/practice.ts";
import { actSchema, doneWords, replyToChange } from "./acts.ts";
import { ChangeForm } from "./change-form.tsx";
import { PublishForm } from "./publish-form.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Practice entry", description: "What worked, and what did not.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "practice:write");
  const scope = scopeOf(visit.actor, "practice:write");
  if (scope === null) throw notFound();
  const found = await visit.read((tx) => findPractice(tx, args.params["slug"] ?? "", scope));
  if (found === null) throw notFound();
  const { slug, version, reference, publishedAt } = found;
  const done = doneWords.get(new URL(args.request.url).searchParams.get("done") ?? "") ?? null;
  return privatePage({
    frame: staffFrameOf(visit),
    slug,
    version,
    reference,
    item: wordsOf(found),
    isPublished: publishedAt !== null,
    may: {
      change: mayChangePractice(visit.actor, found),
      publish: mayWithPractice(visit.actor, "practice:publish", found),
    },
    done,
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "practice:write");
  // What is not there to be read takes no form either.
  const { data: page } = await loader(args);
  const { context, request } = args;
  const form = await readForm(request, actSchema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const { slug } = page;
  const act = form.value;
  const read = { slug, version: act.version };
  const change =
    act.intent === "change"
      ? await changePractice(context, actor, read, toWanted(act))
      : act.intent === "publish"
        ? await publishPractice(context, actor, read)
        : await withdrawPractice(context, actor, read);
  if (change === null) throw forbidden();
  return change.ok
    ? redirect(paths.staff.practiceItem(slug, act.intent))
    : refusedForm(context, form, change.errors);
}

export default function StaffPracticeItem() {
  const { frame, slug, version, reference, item, isPublished, may, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <StaffPage frame={frame} title={item.title} errors={<FormErrors messages={refused?.messages} />}>
      <DoneMessage words={done} />
      <div id={wholeFormId} tabIndex={-1}>
        <p>
          <Tag tone={isPublished ? "good" : "now"}>{isPublished ? "Published" : "Draft"}</Tag>{" "}
          {isPublished ? (
            <Link className="govuk-link" to={paths.practiceItem(slug)}>
              Its page for residents
            </Link>
          ) : null}
        </p>
        <PracticeBody
          item={item}
          from={
            reference === null ? (
              "Somebody else’s work"
            ) : (
              <Link className="govuk-link" to={paths.staff.priority(reference)}>
                Priority {reference}
              </Link>
            )
          }
        />
        {may.change ? (
          <ChangeForm slug={slug} version={version} item={item} reply={replyToChange(refused?.reply)} />
        ) : null}
        {may.publish ? <PublishForm slug={slug} version={version} isPublished={isPublished} /> : null}
      </div>
      <p>
        <Link className="govuk-link" to={paths.staff.practice()}>
          Back to practice
        </Link>
      </p>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
