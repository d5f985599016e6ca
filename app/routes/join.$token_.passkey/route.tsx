import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CreatePasskey } from "#app/components/passkey/create-passkey.tsx";
import { PasskeyProblem } from "#app/components/passkey/passkey-problem.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { joinWithPasskey } from "#app/services/member/join.server.ts";
import { createdPasskeyField } from "#app/services/member/passkey-answer.ts";
import { creationOptions } from "#app/services/member/passkey-ceremony.server.ts";
import { readJoining } from "#app/services/member/read-joining.server.ts";
import { relyingPartyOf } from "#app/services/member/relying-party.ts";
import { keepSession } from "#app/session-cookie.server.ts";
import { stepsTokenOf } from "#app/steps-cookie.server.ts";

const problem = "That passkey did not fit this service. Try again, or go back and choose a password.";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Create your passkey", description: "Accept an invitation.", path: null });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  allowPublic();
  const { db, now, keys, publicUrl } = context;
  const token = params["token"] ?? "";
  const party = relyingPartyOf(publicUrl);
  const browser = await stepsTokenOf(request, publicUrl);
  const asked = { token, browser: browser ?? "", purpose: "passkey-enrol" as const };
  const joining = browser === null ? null : await readJoining({ db, now, keys }, asked);
  if (joining === null || party === null) throw redirect(paths.joinProof(token));
  const { secret: challenge, ...who } = joining;
  const options = await creationOptions(party, { ...who, challenge, existing: [] });
  return privatePage({ token, options: JSON.stringify(options) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  allowPublic();
  const { db, now, keys, device, publicUrl } = context;
  const token = params["token"] ?? "";
  const party = relyingPartyOf(publicUrl);
  const browser = await stepsTokenOf(request, publicUrl);
  const form = await readForm(request, z.object({ passkey: createdPasskeyField }));
  if (!form.ok) return badForm(context, { ...form.reply, initialValue: {} }, { problem });
  if (party === null || browser === null) return redirect(paths.joinProof(token));
  const { actor: before } = await context.who();
  const joiner = { token, browser, device, before, publicUrl };
  const joined = await joinWithPasskey({ db, now, keys }, party, joiner, form.value.passkey);
  if (joined.ok) {
    return redirect(paths.partners.home(), {
      headers: { "Set-Cookie": await keepSession(joined.reference, publicUrl) },
    });
  }
  if (joined.reason === "refused") {
    return badForm(context, { ...form.refuse({}), initialValue: {} }, { problem });
  }
  return redirect(paths.joinProof(token));
}

export default function JoinPasskey() {
  const { token, options } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">Create your passkey</h1>
      <p>
        Your browser asks for your fingerprint, your face or the PIN of this device. It keeps the passkey; we
        never see any of these.
      </p>
      <PasskeyProblem words={refused?.problem ?? null} />
      <CreatePasskey options={options} action={paths.joinPasskey(token)} />
      <p>
        <Link className="govuk-link" to={paths.joinProof(token)}>
          Choose another way to sign in
        </Link>
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
