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
import { badForm, readForm } from "#app/forms.server.ts";
import { safeNext } from "#app/guards.server.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { awaitsCode, signInWithCode } from "#app/services/member/sign-in-with-password.server.ts";
import { keepSession } from "#app/session-cookie.server.ts";
import { stepsTokenOf } from "#app/steps-cookie.server.ts";

const schema = z.object({
  code: z.string({ error: "Enter the 6 digits that your app shows" }),
  next: z.string().optional(),
});
const ended = "Your access has ended. If you think this is a mistake, ask the person who invited you";
const lastTry = "You can try once more, then you have to begin again";
const wrong = "That is not the code your app shows now, or it was used already. Wait for the next one";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Enter the code from your app",
    description: "Enter the six digits that your authenticator app shows.",
    path: null,
  });

export const headers = pageHeaders;

const nextOf = (next: string | null | undefined) => safeNext(next ?? null, paths.partners.home());

export async function loader({ request, context }: LoaderFunctionArgs) {
  allowPublic();
  const next = nextOf(new URL(request.url).searchParams.get("next"));
  const browser = await stepsTokenOf(request, context.publicUrl);
  const isAwaited = browser !== null && (await awaitsCode(context, browser));
  return isAwaited ? privatePage({ next }) : redirect(paths.partners.signIn(next));
}

export async function action({ request, context }: ActionFunctionArgs) {
  allowPublic();
  const { db, now, keys, device, publicUrl } = context;
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, {});
  const next = nextOf(form.value.next);
  const browser = await stepsTokenOf(request, publicUrl);
  if (browser === null) return redirect(paths.partners.signIn(next));
  const { actor: before } = await context.who();
  const { code } = form.value;
  const deps = { db, now, keys, publicUrl };
  const signedIn = await signInWithCode(deps, { browser, before }, { code, device });
  if (signedIn.ok) {
    return redirect(next, {
      headers: { "Set-Cookie": await keepSession(signedIn.reference, publicUrl) },
    });
  }
  switch (signedIn.reason) {
    case "ended":
      return badForm(context, form.refuse({ code: [ended] }), {});
    case "start-again":
      return redirect(paths.partners.signIn(next));
    case "wrong": {
      const words = signedIn.triesLeft === 1 ? `${wrong}. ${lastTry}` : wrong;
      return signedIn.triesLeft === 0
        ? redirect(paths.partners.signIn(next))
        : badForm(context, form.refuse({ code: [words] }), {});
    }
  }
}

export default function SecondFactor() {
  const { next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<{ code: string }>({ id: "authenticator", lastResult: refused?.reply });
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <ErrorSummary fields={[fields.code]} />
      <h1 className="govuk-heading-xl">Enter the code from your app</h1>
      <form method="post" action={paths.partners.secondFactor()} noValidate>
        <input type="hidden" name="next" value={next} />
        <TextInput
          field={fields.code}
          label="6-digit code"
          hint="Your authenticator app shows a new one every 30 seconds"
          inputMode="numeric"
          autoComplete="one-time-code"
          width={10}
        />
        <Button>Sign in</Button>
      </form>
      <p>
        <Link className="govuk-link" to={paths.partners.lost()}>
          I cannot get a code
        </Link>
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
