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
import { PasswordFields } from "#app/components/member/password-fields.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { byField } from "#app/field-errors.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireFreshMember } from "#app/member-guard.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { showAuthenticator } from "#app/services/member/authenticator.server.ts";
import { changePassword, readOwnProof } from "#app/services/member/own-proofs.server.ts";
import { stepsTokenOf } from "#app/steps-cookie.server.ts";
import { withoutSecrets } from "#app/without-secrets.server.ts";

const schema = z.object({
  password: z.string({ error: "Enter a password" }),
  code: z.string({ error: "Enter the 6 digits that your app shows" }),
});
const secrets = ["password"];

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Change your password and app",
    description: "A new password and authenticator app for your account.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireFreshMember(args);
  const { request, context } = args;
  const browser = await stepsTokenOf(request, context.publicUrl);
  const asked = { purpose: "authenticator-enrol" as const, browser: browser ?? "" };
  const begun = browser === null ? null : await readOwnProof(context, actor, asked);
  if (begun === null) throw redirect(paths.partners.security());
  const { email, secret } = begun;
  return privatePage({ email, authenticator: await showAuthenticator(secret, email) });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireFreshMember(args);
  const { request, context } = args;
  const { db, now, keys, publicUrl } = context;
  const browser = await stepsTokenOf(request, publicUrl);
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, withoutSecrets(form.reply, secrets), {});
  if (browser === null) return redirect(paths.partners.security());
  const deps = { db, now, keys, publicUrl };
  const changed = await changePassword(deps, actor, { browser, ...form.value });
  if (changed.ok) return redirect(`${paths.partners.security()}?done=password`);
  if ("reason" in changed) return redirect(paths.partners.security());
  return badForm(context, withoutSecrets(form.refuse(byField(changed.errors)), secrets), {});
}

export default function ChangePassword() {
  const { email, authenticator } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<{ password: string; code: string }>({
    id: "password",
    lastResult: refused?.reply,
  });
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <ErrorSummary fields={[fields.password, fields.code]} />
      <h1 className="govuk-heading-xl">Change your password and app</h1>
      <p>What you set up here replaces the password and the app you had.</p>
      <form method="post" action={paths.partners.changePassword()} noValidate>
        <PasswordFields
          password={fields.password}
          code={fields.code}
          email={email}
          authenticator={authenticator}
        />
        <Button>Save</Button>
      </form>
      <p>
        <Link className="govuk-link" to={paths.partners.security()}>
          Back without changing anything
        </Link>
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
