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
import { requireFreshMember } from "#app/member-guard.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { addPasskey, readOwnProof } from "#app/services/member/own-proofs.server.ts";
import { createdPasskeyField } from "#app/services/member/passkey-answer.ts";
import { creationOptions } from "#app/services/member/passkey-ceremony.server.ts";
import { relyingPartyOf } from "#app/services/member/relying-party.ts";
import { stepsTokenOf } from "#app/steps-cookie.server.ts";
import { listPasskeys } from "#db/queries/passkey.ts";

const unreadable = "That passkey did not fit this service. Try again.";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Add a passkey", description: "Add a passkey to your account.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { actor, signedIn, read } = await requireFreshMember(args);
  const { request, context } = args;
  const party = relyingPartyOf(context.publicUrl);
  const browser = await stepsTokenOf(request, context.publicUrl);
  const asked = { purpose: "passkey-enrol" as const, browser: browser ?? "" };
  const begun = browser === null ? null : await readOwnProof(context, actor, asked);
  if (begun === null || party === null) throw redirect(paths.partners.security());
  const existing = (await read((tx) => listPasskeys(tx, signedIn.accountId))).map(({ id }) => id);
  const { secret: challenge, ...who } = begun;
  const options = await creationOptions(party, { ...who, challenge, existing });
  return privatePage({ options: JSON.stringify(options) });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireFreshMember(args);
  const { request, context } = args;
  const { db, now, keys, device, publicUrl } = context;
  const party = relyingPartyOf(publicUrl);
  const browser = await stepsTokenOf(request, publicUrl);
  const form = await readForm(request, z.object({ passkey: createdPasskeyField }));
  if (!form.ok) return badForm(context, { ...form.reply, initialValue: {} }, { problem: unreadable });
  if (party === null || browser === null) return redirect(paths.partners.security());
  const response = form.value.passkey;
  const deps = { db, now, keys, publicUrl };
  const added = await addPasskey(deps, party, actor, { browser, device, response });
  if (added.ok) return redirect(`${paths.partners.security()}?done=passkey`);
  if ("reason" in added) return redirect(paths.partners.security());
  const problem = added.errors[0]?.message ?? unreadable;
  return badForm(context, { ...form.refuse({}), initialValue: {} }, { problem });
}

export default function AddPasskey() {
  const { options } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">Add a passkey</h1>
      <p>
        Your browser asks for your fingerprint, your face or the PIN of this device. It keeps the passkey; we
        never see any of these.
      </p>
      <PasskeyProblem words={refused?.problem ?? null} />
      <CreatePasskey options={options} action={paths.partners.addPasskey()} />
      <p>
        <Link className="govuk-link" to={paths.partners.security()}>
          Back without adding one
        </Link>
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
