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
import { pageMeta } from "#app/components/site/page-meta.ts";
import { normaliseEmail } from "#app/domain/account/email-address.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { askWayBack } from "#app/services/member/ask-way-back.server.ts";
import { tooMany, tryAgainIn } from "#app/too-many.server.ts";

const notAnAddress = "Enter an email address in the correct format, like name@example.com";
const schema = z.object({ email: z.string({ error: "Enter your email address" }) });

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "You cannot sign in",
    description: "What to do when you lost your passkey, your password or your authenticator app.",
    path: paths.partners.lost(),
  });

export const headers = pageHeaders;

export async function loader({ request }: LoaderFunctionArgs) {
  allowPublic();
  return privatePage({ isSent: new URL(request.url).searchParams.get("sent") === "1" });
}

export async function action({ request, context }: ActionFunctionArgs) {
  allowPublic();
  const { db, now, keys, clientKey: client, publicUrl } = context;
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, {});
  const { email } = form.value;
  if (normaliseEmail(email) === null) return badForm(context, form.refuse({ email: [notAnAddress] }), {});
  const { actor: before } = await context.who();
  const asked = await askWayBack({ db, now, keys, publicUrl }, { client, before }, email);
  if (asked.ok) return redirect(`${paths.partners.lost()}?sent=1`);
  const { retryAfterSeconds } = asked;
  const message = `Too many requests were sent. ${tryAgainIn(retryAfterSeconds)}`;
  return tooMany(context, form.refuse({ email: [message] }), {}, retryAfterSeconds);
}

export default function Lost() {
  const { isSent } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<{ email: string }>({ id: "lost", lastResult: refused?.reply });
  if (isSent) return <Sent />;
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <ErrorSummary fields={[fields.email]} />
      <h1 className="govuk-heading-xl">You cannot sign in</h1>
      <p>
        If you lost your passkey, your password or your authenticator app, the person who invited you can let
        you set up a new one. They check first that it is you, in person or on a telephone number they know.
      </p>
      <form method="post" action={paths.partners.lost()} noValidate>
        <TextInput
          field={fields.email}
          label="Email address"
          hint="The one your invitation was sent to"
          type="email"
          autoComplete="email"
          spellCheck={false}
        />
        <Button>Tell the person who invited me</Button>
      </form>
      <BackToSignIn />
    </div>
  );
}

function Sent() {
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">We pass it on</h1>
      <p>If somebody was invited with that address, we tell the person who invited them.</p>
      <p>They check that it is you, then send you a link by email. You can also call them yourself.</p>
      <BackToSignIn />
    </div>
  );
}

const BackToSignIn = () => (
  <p>
    <Link className="govuk-link" to={paths.partners.signIn()}>
      Back to sign in
    </Link>
  </p>
);

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
