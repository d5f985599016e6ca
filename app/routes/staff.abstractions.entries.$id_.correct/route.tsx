import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readEntryChoices } from "#app/abstraction-form.server.ts";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { entryFields, factsOfForm, timesOfForm } from "#app/components/abstraction/entry-schema.ts";
import { postInWords } from "#app/components/abstraction/post-words.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { errorsByField } from "#app/domain/account/change.ts";
import { abstractionLoggers } from "#app/domain/abstraction/reading.ts";
import { readTypedTimes } from "#app/domain/abstraction/typed-times.ts";
import { weekdayInWords } from "#app/domain/calendar/words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActorOfAny } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { idParam } from "#app/id-param.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { correctEntry } from "#app/services/abstraction/correct-entry.server.ts";
import { refusedEntry } from "#app/services/abstraction/log-entry.server.ts";
import { readChangeable } from "#app/services/abstraction/read-changeable.server.ts";
import { recordOfficersRead } from "#app/services/abstraction/record-officers-read.server.ts";
import { withdrawEntry } from "#app/services/abstraction/withdraw-entry.server.ts";
import { withActor } from "#db/with-actor.ts";
import { CorrectForms } from "./correct-forms.tsx";
import { typedOf } from "./typed-of.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Correct an abstraction", description: "Its next version, with why.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActorOfAny(args, abstractionLoggers);
  const { db, now } = args.context;
  const id = idParam(args.params["id"]);
  const view = await withActor(db, visit.actor, async (tx) => {
    const found = await readChangeable(tx, visit.actor, id, now);
    if (found === null) return null;
    const { entry, writing } = found;
    const { post, rights } = writing;
    const choices = await readEntryChoices(tx, args.context, post.neighbourhoodIds, entry);
    if (!rights.isOwn) {
      await recordOfficersRead(
        tx,
        { actor: visit.actor, now },
        {
          page: "entry",
          subjectKind: "post",
          subjectId: post.id,
          neighbourhoodId: post.neighbourhoodIds[0] ?? null,
        },
      );
    }
    return {
      ...choices,
      id,
      who: postInWords(post),
      version: entry.version,
      typed: typedOf(entry),
      mayTag: rights.mayCorrectLate,
      today: `Today, ${weekdayInWords(now, londonDay(now))}`,
    };
  });
  if (view === null) throw notFound();
  return privatePage({ frame: abstractionFrameOf(visit), view });
}

const change = { version: z.coerce.number().int(), changeReason: z.string().trim().max(2_000).default("") };
const schema = z.discriminatedUnion("intent", [
  z.object({ ...entryFields, ...change, intent: z.literal("correct") }),
  z.object({ ...change, intent: z.literal("withdraw") }),
]);

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActorOfAny(args, abstractionLoggers);
  const { db, now } = args.context;
  const id = idParam(args.params["id"]);
  const form = await readForm(args.request, schema);
  if (!form.ok) {
    // What is not there to be read takes no form either.
    await loader(args);
    return badForm(args.context, form.reply, {});
  }
  const { value } = form;
  const done = value.intent === "withdraw" ? "withdrawn" : "corrected";
  const { version, changeReason } = value;
  const typed = value.intent === "withdraw" ? null : readTypedTimes(timesOfForm(value, null), now);
  const changed =
    value.intent === "withdraw"
      ? await withdrawEntry({ db, now }, actor, { id, version, changeReason })
      : typed?.ok === true
        ? await correctEntry({ db, now }, actor, {
            ...factsOfForm(value),
            id,
            version,
            changeReason,
            code: value.code,
            times: typed.times,
          })
        : refusedEntry(typed?.errors ?? []);
  if (changed === null) throw notFound();
  if (changed.ok)
    return redirect(paths.abstractions.entry(id, changed.did === "logged" ? done : changed.did));
  await loader(args);
  const { form: messages = [], ...byField } = errorsByField(changed.errors);
  return badForm(args.context, form.refuse(byField), { messages, sameTimeId: changed.sameTimeId });
}

export default function CorrectEntry() {
  const { frame, view } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <CorrectForms frame={frame} view={view} refused={refused} />;
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
