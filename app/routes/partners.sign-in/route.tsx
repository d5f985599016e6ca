import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { PasskeyProblem } from "#app/components/passkey/passkey-problem.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { safeNext } from "#app/guards.server.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { usedPasskeyField } from "#app/services/member/passkey-answer.ts";
import { relyingPartyOf } from "#app/services/member/relying-party.ts";
import { signInWithPasskey } from "#app/services/member/sign-in-with-passkey.server.ts";
import { checkPassword } from "#app/services/member/sign-in-with-password.server.ts";
import { keepSession } from "#app/session-cookie.server.ts";
import { beginSteps } from "#app/steps-cookie.server.ts";
import { tooMany, tryAgainIn } from "#app/too-many.server.ts";
import { withoutSecrets } from "#app/without-secrets.server.ts";
import { WithPasskey } from "./with-passkey.tsx";

const schema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("password"),
    next: z.string().optional(),
    email: z.string({ error: "Enter your email address" }),
    password: z.string({ error: "Enter your password" }),
  }),
  z.object({ intent: z.literal("passkey"), next: z.string().optional(), passkey: usedPasskeyField }),
]);
const secrets = ["password", "passkey"];
const wrong = "Check your email address and password: they do not fit together";
const passkeyProblems = {
  refused: "That passkey did not work here. Try again, or sign in with your password.",
  ended: "Your access has ended. If you think this is a mistake, ask the person who invited you.",
};

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Sign in as a partner or panel member",
    description: "Sign in with a passkey, or with a password and an authenticator app.",
    path: paths.partners.signIn(),
  });

export const headers = pageHeaders;

const nextOf = (next: string | null | undefined) => safeNext(next ?? null, paths.partners.home());

export async function loader({ request, context }: LoaderFunctionArgs) {
  allowPublic();
  return privatePage({
    next: nextOf(new URL(request.url).searchParams.get("next")),
    hasPasskeys: relyingPartyOf(context.publicUrl) !== null,
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  allowPublic();
  const { db, now, keys, clientKey: client, device, publicUrl } = context;
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, withoutSecrets(form.reply, secrets), { problem: null });
  const refuse = (errors: Record<string, string[]>) => withoutSecrets(form.refuse(errors), secrets);
  const { actor: before } = await context.who();
  const { browser, headers } = await beginSteps(request, publicUrl);
  const next = nextOf(form.value.next);

  if (form.value.intent === "password") {
    const checked = await checkPassword({ db, now, keys }, { browser, client, before }, form.value);
    if (checked.ok) return redirect(paths.partners.secondFactor(next), { headers });
    if (checked.reason === "wrong") return badForm(context, refuse({ email: [wrong] }), { problem: null });
    const { retryAfterSeconds } = checked;
    const message = `There were too many attempts to sign in. ${tryAgainIn(retryAfterSeconds)}`;
    return tooMany(context, refuse({ email: [message] }), { problem: null }, retryAfterSeconds);
  }
  const party = relyingPartyOf(publicUrl);
  if (party === null) return redirect(paths.partners.signIn(next));
  const response = form.value.passkey;
  const signedIn = await signInWithPasskey({ db, now }, party, { browser, before }, { response, device });
  if (!signedIn.ok) return badForm(context, refuse({}), { problem: passkeyProblems[signedIn.reason] });
  headers.append("Set-Cookie", await keepSession(signedIn.reference, publicUrl));
  return redirect(next, { headers });
}

export default function PartnerSignIn() {
  const { next, hasPasskeys } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<{ email: string; password: string }>({
    id: "sign-in",
    lastResult: refused?.reply,
  });
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <ErrorSummary fields={[fields.email, fields.password]} />
      <h1 className="govuk-heading-xl">Sign in as a partner or panel member</h1>
      <PasskeyProblem words={refused?.problem ?? null} />
      {hasPasskeys ? <WithPasskey next={next} /> : null}
      <form method="post" action={paths.partners.signIn()} noValidate>
        <input type="hidden" name="intent" value="password" />
        <input type="hidden" name="next" value={next} />
        <TextInput
          field={fields.email}
          label="Email address"
          type="email"
          autoComplete="username"
          spellCheck={false}
        />
        <TextInput field={fields.password} label="Password" type="password" autoComplete="current-password" />
        <Button look="secondary">Continue</Button>
      </form>
      <ul className="govuk-list">
        <li>
          <Link className="govuk-link" to={paths.partners.lost()}>
            I lost my passkey, my password or my authenticator app
          </Link>
        </li>
        <li>
          <Link className="govuk-link" to={paths.signIn(paths.panel.home())}>
            I sign in with a code by email
          </Link>
        </li>
      </ul>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
