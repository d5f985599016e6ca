import { Button } from "#app/components/govuk/button.tsx";
import { paths } from "#app/paths.ts";

/** Somebody else looks at it again. */
export function Appeal({ reference, version }: { reference: string; version: number }) {
  return (
    <section aria-labelledby="appeal">
      <h2 className="govuk-heading-m" id="appeal">
        If you think this is wrong
      </h2>
      <p>Somebody else than whoever decided reads it again, within five working days.</p>
      <form method="post" action={paths.account.concern(reference)}>
        <input type="hidden" name="intent" value="appeal" />
        <input type="hidden" name="version" value={version} />
        <Button>Ask for another look</Button>
      </form>
    </section>
  );
}
