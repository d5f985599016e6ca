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
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { agreementFor } from "#app/domain/member/agreement.ts";
import { waysFor, waysToSignIn } from "#app/domain/member/member.ts";
import { byField, type FieldErrors } from "#app/field-errors.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { beginJoining } from "#app/services/member/begin-joining.server.ts";
import { joinByEmail } from "#app/services/member/join.server.ts";
import { readInvitation } from "#app/services/member/read-invitation.server.ts";
import { relyingPartyOf } from "#app/services/member/relying-party.ts";
import { keepSession } from "#app/session-cookie.server.ts";
import { beginSteps } from "#app/steps-cookie.server.ts";
import { Ways } from "./ways.tsx";

const schema = z.object({
  name: z.string().default(""),
  way: z.enum(waysToSignIn, { error: "Select how you want to sign in" }),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Your name and how you sign in",
    description: "Accept an invitation to Safer Neighbourhoods.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader({ params, context: { db, now, publicUrl } }: LoaderFunctionArgs) {
  allowPublic();
  const token = params["token"] ?? "";
  const invitation = await readInvitation({ db, now }, token);
  if (invitation === null) throw redirect(paths.join(token));
  const { kind, accountName } = invitation;
  return privatePage({
    token,
    accountName,
    points: agreementFor(kind),
    ways: waysFor(kind).filter((way) => way !== "passkey" || relyingPartyOf(publicUrl) !== null),
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  allowPublic();
  const { db, now, keys, device, publicUrl } = context;
  const token = params["token"] ?? "";
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, {});
  const { name, way } = form.value;
  const refuse = (errors: FieldErrors) => badForm(context, form.refuse(byField(errors)), {});
  const { browser, headers } = await beginSteps(request, publicUrl);
  if (way === "email-code") {
    const { actor: before } = await context.who();
    const joined = await joinByEmail({ db, now, keys }, { token, browser, device, before, publicUrl }, name);
    if (joined.ok) {
      headers.append("Set-Cookie", await keepSession(joined.reference, publicUrl));
      return redirect(paths.panel.home(), { headers });
    }
    return "reason" in joined ? redirect(paths.join(token)) : refuse(joined.errors);
  }
  const begun = await beginJoining({ db, now, keys }, { token, browser, name, way });
  if (begun.ok) {
    const step = way === "passkey" ? paths.joinPasskey(token) : paths.joinPassword(token);
    return redirect(step, { headers });
  }
  return "reason" in begun ? redirect(paths.join(token)) : refuse(begun.errors);
}

export default function JoinProof() {
  const { token, accountName, points, ways } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<{ name: string; way: string }>({ id: "join", lastResult: refused?.reply });
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <ErrorSummary fields={[fields.name, fields.way]} />
      <h1 className="govuk-heading-xl">
        {accountName === null ? "Your name and how you sign in" : "How do you want to sign in?"}
      </h1>
      <form method="post" action={paths.joinProof(token)} noValidate>
        {accountName === null ? (
          <TextInput
            field={fields.name}
            label="Your name"
            hint="As the people you work with here should address you"
            autoComplete="name"
            spellCheck={false}
          />
        ) : null}
        <Ways field={fields.way} ways={ways} />
        <h2 className="govuk-heading-m">What you agree to</h2>
        <ul className="govuk-list govuk-list--bullet">
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <Button>Agree and continue</Button>
      </form>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
