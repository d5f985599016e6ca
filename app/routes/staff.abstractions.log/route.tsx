import { randomUUID } from "node:crypto";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  deviceMark,
  listPostsToLog,
  readEntryChoices,
  readPostChoices,
} from "#app/abstraction-form.server.ts";
import { logFromForm } from "#app/abstraction-log.server.ts";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { logSchema } from "#app/components/abstraction/log-schema.ts";
import { typedTimesOf } from "#app/components/abstraction/typed-times-of.ts";
import { useDevice } from "#app/components/abstraction/use-device.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { errorsByField } from "#app/domain/account/change.ts";
import { abstractionLoggers } from "#app/domain/abstraction/reading.ts";
import { can } from "#app/domain/actor.ts";
import { weekdayInWords } from "#app/domain/calendar/words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActorOfAny } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { recordOfficersRead } from "#app/services/abstraction/record-officers-read.server.ts";
import { withActor } from "#db/with-actor.ts";
import { LogForm } from "./log-form.tsx";
import { findDutyOfDay } from "./find-duty-of-day.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Log an abstraction", description: "Who, which code, save.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActorOfAny(args, abstractionLoggers);
  const { db, now } = args.context;
  const search = new URL(args.request.url).searchParams;
  return privatePage(
    await withActor(db, visit.actor, async (tx) => {
      const { own, posts } = await listPostsToLog(tx, visit, now);
      const neighbourhoodIds = [...new Set(posts.flatMap((post) => post.neighbourhoodIds))];
      const { nameless, onDuty, others } = await readPostChoices(tx, posts, now);
      const choices = await readEntryChoices(tx, args.context, neighbourhoodIds);
      // Who of the others is on duty now is an officer's record too.
      if (posts.length > own.length) {
        await recordOfficersRead(
          tx,
          { actor: visit.actor, now },
          {
            page: "today",
            subjectKind: "team",
            subjectId: null,
            neighbourhoodId: neighbourhoodIds[0] ?? null,
          },
        );
      }
      const asked = posts.find(({ id }) => id === search.get("post"))?.id ?? null;
      const duty = asked === null ? null : await findDutyOfDay(tx, asked, search.get("day"));
      const ownNow = own.find(({ id }) => onDuty.some(({ value }) => value === id)) ?? own[0];
      return {
        frame: abstractionFrameOf(visit),
        view: {
          ...choices,
          id: randomUUID(),
          // An officer logs their own; a sergeant says whose it is.
          postId: asked ?? (posts.length === own.length ? (ownNow?.id ?? null) : null),
          posts: { onDuty, others },
          times: duty === null ? null : typedTimesOf(duty),
          mayTag: can(visit.actor, "abstraction:correct-late"),
          today: `Today, ${weekdayInWords(now, londonDay(now))}`,
        },
        device: {
          mark: deviceMark(args, visit),
          posts: nameless,
          codes: choices.codes,
          teams: choices.teams,
        },
      };
    }),
  );
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireActorOfAny(args, abstractionLoggers);
  const form = await readForm(args.request, logSchema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const logged = await logFromForm(args, visit, form.value);
  if (logged.ok) return redirect(paths.abstractions.entry(logged.id, logged.did));
  const { form: messages = [], ...byField } = errorsByField(logged.errors);
  return badForm(args.context, form.refuse(byField), {
    messages,
    sameTimeId: logged.sameTimeId,
    freshId: logged.isIdTaken ? randomUUID() : null,
  });
}

export default function LogAbstraction() {
  const { frame, view, device } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { state, send } = useDevice(device);
  return (
    <LogForm
      key={view.id}
      frame={frame}
      view={view}
      refused={refused}
      onSend={send}
      notice={<Notice state={state} />}
    />
  );
}

function Notice({ state }: { state: "open" | "kept" | "full" }) {
  if (state === "open") return null;
  return (
    <p className="sn-staff__done" role="status">
      {state === "kept"
        ? "There is no signal. What you logged waits on this device and is sent when the signal is back. Words under “More about it” are not kept here: add them to the entry then."
        : "There is no signal, and this device keeps nothing. Leave this page open and save again later."}
    </p>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
