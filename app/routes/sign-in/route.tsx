import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { askedCodeOf, keepAskedCode } from "#app/code-cookie.server.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { normaliseEmail } from "#app/domain/account/email-address.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { safeNext } from "#app/guards.server.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { requestCode } from "#app/services/code/request-code.server.ts";
import { tooMany, tryAgainIn } from "#app/too-many.server.ts";

const notAnAddress = "Enter an email address in the correct format, like name@example.com";
const schema = z.object({
  email: z.string({ error: "Enter your email address" }),
  next: z.string().optional(),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Sign in",
    description: "Sign in with a code that we send to your email address. No password.",
    path: paths.signIn(),
  });

export const headers = pageHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  allowPublic();
  const next = safeNext(new URL(request.url).searchParams.get("next"), paths.account.home());
  const asked = await askedCodeOf(request, context);
  return privatePage({ next, email: asked?.email ?? "" });
}

export async function action({ request, context }: ActionFunctionArgs) {
  allowPublic();
  const { db, now, keys, clientKey, publicUrl } = context;
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, {});
  const email = normaliseEmail(form.value.email);
  if (email === null) return badForm(context, form.refuse({ email: [notAnAddress] }), {});
  const before = await askedCodeOf(request, context);
  const { actor } = await context.who();
  const requested = await requestCode({ db, now, keys }, actor, {
    purpose: "sign-in",
    email,
    accountId: null,
    clientKey,
    browserBefore: before?.browser ?? null,
  });
  if (!requested.ok) {
    const { retryAfterSeconds } = requested;
    const message = `Too many codes were asked for. ${tryAgainIn(retryAfterSeconds)}`;
    return tooMany(context, form.refuse({ email: [message] }), {}, retryAfterSeconds);
  }
  const next = safeNext(form.value.next ?? null, paths.account.home());
  const asked = { purpose: "sign-in" as const, email, browser: requested.browser, next };
  return redirect(paths.signInCode(), {
    headers: { "Set-Cookie": await keepAskedCode(asked, { publicUrl, keys }) },
  });
}

export default function SignIn() {
  const { next, email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<{ email: string; next: string }>({
    id: "sign-in",
    lastResult: refused?.reply,
    defaultValue: { email, next },
  });
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <ErrorSummary fields={[fields.email]} />
      <h1 className="govuk-heading-xl">Sign in</h1>
      <p>
        Enter your email address and we send you a code. There is no password, and if you have not been here
        before, this is also how you begin.
      </p>
      <form method="post" action={paths.signIn()} noValidate>
        <TextInput
          field={fields.email}
          label="Email address"
          hint="We use it to send you the code, and tell nobody."
          type="email"
          autoComplete="email"
          spellCheck={false}
        />
        <input type="hidden" name={fields.next.name} value={fields.next.initialValue ?? next} />
        <Button>Send me a code</Button>
      </form>
      <h2 className="govuk-heading-m">If you work for the police or a partner</h2>
      <ul className="govuk-list">
        <li>
          <Link className="govuk-link" to={paths.staff.signIn()}>
            Sign in as police staff
          </Link>
        </li>
        <li>
          <Link className="govuk-link" to={paths.partners.signIn()}>
            Sign in as a partner or panel member
          </Link>
        </li>
      </ul>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
