import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { askedCodeOf, forgetAskedCode, keepAskedCode } from "#app/code-cookie.server.ts";
import { codeFormSchema, wrongCode } from "#app/code-form.server.ts";
import { CodeForm } from "#app/components/code/code-form.tsx";
import { DemonstrationMailbox } from "#app/components/code/demonstration-mailbox.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { safeNext } from "#app/guards.server.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { claimRaised } from "#app/claim-raised.server.ts";
import { requestCode } from "#app/services/code/request-code.server.ts";
import { signInByCode } from "#app/services/code/sign-in-by-code.server.ts";
import { keepSession } from "#app/session-cookie.server.ts";
import { tooMany, tryAgainIn } from "#app/too-many.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Enter your code",
    description: "Enter the six-digit code from our message.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  allowPublic();
  const asked = await askedCodeOf(request, context);
  return asked?.purpose === "sign-in" ? privatePage({ email: asked.email }) : redirect(paths.signIn());
}

export async function action({ request, context }: ActionFunctionArgs) {
  allowPublic();
  const { db, now, keys, clientKey, device, publicUrl } = context;
  const asked = await askedCodeOf(request, context);
  if (asked?.purpose !== "sign-in") return redirect(paths.signIn());
  const form = await readForm(request, codeFormSchema);
  if (!form.ok) return badForm(context, form.reply, {});
  const { actor } = await context.who();
  const tooOften = (retryAfterSeconds: number) =>
    tooMany(context, form.refuse({ code: [tooOftenWords(retryAfterSeconds)] }), {}, retryAfterSeconds);

  if (form.value.intent === "send") {
    const { email, browser } = asked;
    const request = {
      purpose: "sign-in" as const,
      email,
      accountId: null,
      clientKey,
      browserBefore: browser,
    };
    const requested = await requestCode({ db, now, keys }, actor, request);
    if (!requested.ok) return tooOften(requested.retryAfterSeconds);
    const again = await keepAskedCode({ ...asked, browser: requested.browser }, { publicUrl, keys });
    return redirect(paths.signInCode(), { headers: { "Set-Cookie": again } });
  }
  const { email, browser, next } = asked;
  const entered = { code: form.value.code, email, browser, clientKey, device };
  const signedIn = await signInByCode({ db, now, keys }, actor, entered);
  if (signedIn.kind === "too-many") return tooOften(signedIn.retryAfterSeconds);
  if (signedIn.kind === "wrong") return badForm(context, form.refuse({ code: [wrongCode] }), {});
  const goOn = safeNext(next, paths.account.home());
  const headers = new Headers();
  headers.append("Set-Cookie", await keepSession(signedIn.reference, publicUrl));
  headers.append("Set-Cookie", await forgetAskedCode(publicUrl));
  headers.append("Set-Cookie", await claimRaised(request, context, signedIn.accountId, next));
  return redirect(signedIn.isNew ? paths.account.details(goOn) : goOn, { headers });
}

const tooOftenWords = (seconds: number) => `Too many codes were asked for or tried. ${tryAgainIn(seconds)}`;

export default function EnterCode() {
  const { email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<{ code: string }>({ id: "enter-code", lastResult: refused?.reply });
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <ErrorSummary fields={[fields.code]} />
      <h1 className="govuk-heading-xl">Check your email</h1>
      <p>
        We have sent a six-digit code to <strong className="sn-break">{email}</strong>.
      </p>
      <DemonstrationMailbox />
      <CodeForm action={paths.signInCode()} field={fields.code} />
      <p>
        <Link className="govuk-link" to={paths.signIn()}>
          Use another email address
        </Link>
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
