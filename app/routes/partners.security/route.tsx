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
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { byField } from "#app/field-errors.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireFreshMember, requireMember } from "#app/member-guard.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { beginOwnProof, removePasskey, renamePasskey } from "#app/services/member/own-proofs.server.ts";
import { relyingPartyOf } from "#app/services/member/relying-party.ts";
import { beginSteps } from "#app/steps-cookie.server.ts";
import { proofsOf } from "#db/queries/member-proof.ts";
import { listPasskeys } from "#db/queries/passkey.ts";
import { AddPasskey } from "./add-passkey.tsx";
import { doneOf, doneWords } from "./done.ts";
import { PasskeyList } from "./passkey-list.tsx";

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("rename"), id: z.string(), name: z.string().default("") }),
  z.object({ intent: z.literal("remove"), id: z.string() }),
  z.object({ intent: z.literal("add-passkey") }),
  z.object({ intent: z.literal("change-password") }),
]);

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "How you sign in",
    description: "Your passkeys, your password and your authenticator app.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { signedIn, read } = await requireMember(args);
  const { passkeys, hasPassword } = await read(async (tx) => ({
    passkeys: await listPasskeys(tx, signedIn.accountId),
    hasPassword: (await proofsOf(tx, signedIn.accountId)).hasPassword,
  }));
  return privatePage({
    passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
    hasPassword,
    mayAddPasskey: relyingPartyOf(args.context.publicUrl) !== null,
    done: doneOf(new URL(args.request.url).searchParams.get("done")),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireFreshMember(args);
  const { request, context } = args;
  const { db, now, keys, publicUrl } = context;
  const deps = { db, now, keys, publicUrl };
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, {});
  const wanted = form.value;
  switch (wanted.intent) {
    case "rename":
    case "remove": {
      const { intent, id } = wanted;
      const changed =
        intent === "rename" ? await renamePasskey(deps, actor, wanted) : await removePasskey(deps, actor, id);
      if (changed.ok) return redirect(`${paths.partners.security()}?done=${intent}`);
      if ("reason" in changed) return redirect(paths.partners.security());
      const errors = changed.errors.map(({ message }) => ({ field: `name-${id}`, message }));
      return badForm(context, form.refuse(byField(errors)), {});
    }
    case "add-passkey":
    case "change-password": {
      const isPasskey = wanted.intent === "add-passkey";
      const { browser, headers } = await beginSteps(request, publicUrl);
      const purpose = isPasskey ? "passkey-enrol" : "authenticator-enrol";
      await beginOwnProof(deps, actor, { purpose, browser });
      return redirect(isPasskey ? paths.partners.addPasskey() : paths.partners.changePassword(), { headers });
    }
  }
}

export default function Security() {
  const { passkeys, hasPassword, mayAddPasskey, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<Record<string, string>>({ id: "passkeys", lastResult: refused?.reply });
  const nameOf = (id: string) => {
    const field = fields[`name-${id}`];
    if (field === undefined) throw new Error("A form has any field it is asked for.");
    return field;
  };
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <ErrorSummary fields={passkeys.map(({ id }) => nameOf(id))} />
      <h1 className="govuk-heading-xl">How you sign in</h1>
      {done === null ? null : <InsetText>{doneWords[done]}</InsetText>}
      {passkeys.length === 0 && !hasPassword ? (
        <p>
          You sign in with a code by email. Once you set up one of these, you sign in with it instead, and a
          code is no longer enough.
        </p>
      ) : null}
      <h2 className="govuk-heading-m">Passkeys</h2>
      <PasskeyList passkeys={passkeys} fieldOf={nameOf} />
      {mayAddPasskey ? <AddPasskey /> : null}
      <h2 className="govuk-heading-m">Password and authenticator app</h2>
      <p>{hasPassword ? "You have both set up." : "You have none set up."}</p>
      <form method="post" action={paths.partners.security()}>
        <input type="hidden" name="intent" value="change-password" />
        <Button look="secondary">
          {hasPassword ? "Change your password and app" : "Set up a password and app"}
        </Button>
      </form>
      <p>
        <Link className="govuk-link" to={paths.partners.home()}>
          Back to your page
        </Link>
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
