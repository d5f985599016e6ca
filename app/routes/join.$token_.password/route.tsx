import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { PasswordFields } from "#app/components/member/password-fields.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { byField } from "#app/field-errors.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { showAuthenticator } from "#app/services/member/authenticator.server.ts";
import { joinWithPassword } from "#app/services/member/join.server.ts";
import { readJoining } from "#app/services/member/read-joining.server.ts";
import { keepSession } from "#app/session-cookie.server.ts";
import { stepsTokenOf } from "#app/steps-cookie.server.ts";
import { withoutSecrets } from "#app/without-secrets.server.ts";

const schema = z.object({
  password: z.string({ error: "Enter a password" }),
  code: z.string({ error: "Enter the 6 digits that your app shows" }),
});
const secrets = ["password"];

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Password and authenticator app",
    description: "Accept an invitation.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  allowPublic();
  const { db, now, keys, publicUrl } = context;
  const token = params["token"] ?? "";
  const browser = await stepsTokenOf(request, publicUrl);
  const asked = { token, browser: browser ?? "", purpose: "authenticator-enrol" as const };
  const joining = browser === null ? null : await readJoining({ db, now, keys }, asked);
  if (joining === null) throw redirect(paths.joinProof(token));
  const { email, secret } = joining;
  return privatePage({ token, email, authenticator: await showAuthenticator(secret, email) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  allowPublic();
  const { db, now, keys, device, publicUrl } = context;
  const token = params["token"] ?? "";
  const browser = await stepsTokenOf(request, publicUrl);
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, withoutSecrets(form.reply, secrets), {});
  if (browser === null) return redirect(paths.joinProof(token));
  const { actor: before } = await context.who();
  const joiner = { token, browser, device, before, publicUrl };
  const joined = await joinWithPassword({ db, now, keys }, joiner, form.value);
  if (joined.ok) {
    return redirect(paths.partners.home(), {
      headers: { "Set-Cookie": await keepSession(joined.reference, publicUrl) },
    });
  }
  if ("reason" in joined) return redirect(paths.joinProof(token));
  return badForm(context, withoutSecrets(form.refuse(byField(joined.errors)), secrets), {});
}

export default function JoinPassword() {
  const { token, email, authenticator } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<{ password: string; code: string }>({
    id: "password",
    lastResult: refused?.reply,
  });
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <ErrorSummary fields={[fields.password, fields.code]} />
      <h1 className="govuk-heading-xl">Password and authenticator app</h1>
      <form method="post" action={paths.joinPassword(token)} noValidate>
        <PasswordFields
          password={fields.password}
          code={fields.code}
          email={email}
          authenticator={authenticator}
        />
        <Button>Accept the invitation</Button>
      </form>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
