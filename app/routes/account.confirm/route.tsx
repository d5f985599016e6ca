import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askedCodeOf, forgetAskedCode, keepAskedCode } from "#app/code-cookie.server.ts";
import { codeFormSchema, wrongCode } from "#app/code-form.server.ts";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireSignedIn, safeNext, type Visit } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { proveAgain } from "#app/services/code/prove-again.server.ts";
import { requestCode } from "#app/services/code/request-code.server.ts";
import { keepSession } from "#app/session-cookie.server.ts";
import { tooMany, tryAgainIn } from "#app/too-many.server.ts";
import { findAccount } from "#db/queries/account.ts";
import { ProveByCode } from "./prove-by-code.tsx";
import { ProveElsewhere } from "./prove-elsewhere.tsx";
import { wayToProve } from "./way-to-prove.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Show that it is you",
    description: "Before something that cannot be taken back, show that it is still you.",
    path: null,
  });

export const headers = pageHeaders;

const nextOf = (request: Request) =>
  safeNext(new URL(request.url).searchParams.get("next"), paths.account.home());

async function wayOf({ signedIn, read }: Visit, next: string) {
  const account = await read((tx) => findAccount(tx, signedIn.accountId));
  if (account === null) throw notFound();
  return wayToProve({ kind: account.kind, method: signedIn.method, email: account.email }, next);
}

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSignedIn(args);
  const next = nextOf(args.request);
  if (visit.signedIn.isFresh) return redirect(next);
  const way = await wayOf(visit, next);
  const asked = await askedCodeOf(args.request, args.context);
  const isSent = way.kind === "code" && asked?.purpose === "fresh" && asked.email === way.email;
  return privatePage({ way, next, isSent });
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireSignedIn(args);
  const { context, request } = args;
  const { db, now, keys, clientKey, publicUrl } = context;
  const next = nextOf(request);
  const way = await wayOf(visit, next);
  if (way.kind !== "code") return redirect(way.to);
  const form = await readForm(request, codeFormSchema);
  if (!form.ok) return badForm(context, form.reply, {});
  const { actor, signedIn } = visit;
  const { email } = way;
  const asked = await askedCodeOf(request, context);
  const tooOften = (seconds: number) => {
    const message = `Too many codes were asked for or tried. ${tryAgainIn(seconds)}`;
    return tooMany(context, form.refuse({ code: [message] }), {}, seconds);
  };

  if (form.value.intent === "send") {
    const wish = { purpose: "fresh" as const, email, accountId: signedIn.accountId, clientKey };
    const browserBefore = asked?.browser ?? null;
    const requested = await requestCode({ db, now, keys }, actor, { ...wish, browserBefore });
    if (!requested.ok) return tooOften(requested.retryAfterSeconds);
    const kept = { purpose: "fresh" as const, email, browser: requested.browser, next };
    return redirect(paths.account.confirm(next), {
      headers: { "Set-Cookie": await keepAskedCode(kept, { publicUrl, keys }) },
    });
  }
  if (asked?.purpose !== "fresh") return badForm(context, form.refuse({ code: [wrongCode] }), {});
  const entered = { code: form.value.code, email, browser: asked.browser, clientKey };
  const proved = await proveAgain({ db, now, keys }, actor, entered);
  if (proved.kind === "too-many") return tooOften(proved.retryAfterSeconds);
  if (proved.kind === "wrong") return badForm(context, form.refuse({ code: [wrongCode] }), {});
  const headers = new Headers();
  headers.append("Set-Cookie", await keepSession(proved.reference, publicUrl));
  headers.append("Set-Cookie", await forgetAskedCode(publicUrl));
  return redirect(next, { headers });
}

export default function Confirm() {
  const { way, next, isSent } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<{ code: string }>({ id: "confirm", lastResult: refused?.reply });
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <ErrorSummary fields={[fields.code]} />
      <h1 className="govuk-heading-xl">Show that it is you</h1>
      {way.kind === "code" ? (
        <ProveByCode email={way.email} isSent={isSent} next={next} field={fields.code} />
      ) : (
        <ProveElsewhere to={way.to} words={way.words} />
      )}
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
