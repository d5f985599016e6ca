import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { paths } from "#app/paths.ts";

/** Takes the concern back; asked for behind one more press, because it cannot be undone. */
export function Withdraw({ reference, version }: { reference: string; version: number }) {
  return (
    <Details summary="Withdraw this concern">
      <p>We then stop working on it. You cannot undo this, but you can raise it again.</p>
      <form method="post" action={paths.account.concern(reference)}>
        <input type="hidden" name="intent" value="withdraw" />
        <input type="hidden" name="version" value={version} />
        <Button look="secondary">Withdraw it</Button>
      </form>
    </Details>
  );
}
