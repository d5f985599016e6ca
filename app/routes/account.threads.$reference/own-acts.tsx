import { Button } from "#app/components/govuk/button.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { paths } from "#app/paths.ts";

interface OwnActsProps {
  reference: string;
  version: number;
  mayClose: boolean;
  mayReopen: boolean;
  field: Field;
}

/** What whoever wrote can do with their message now. */
export function OwnActs({ reference, version, mayClose, mayReopen, field }: OwnActsProps) {
  const action = paths.account.thread(reference);
  return (
    <>
      {mayReopen ? (
        <form method="post" action={action} noValidate>
          <h2 className="govuk-heading-l">Is something still open?</h2>
          <input type="hidden" name="version" value={version} />
          <Textarea
            field={field}
            label="What do you still want to say or know?"
            hint="The team answers within 72 hours again."
          />
          <Button name="intent" value="reopen">
            Open this again
          </Button>
        </form>
      ) : null}
      {mayClose ? (
        <form method="post" action={action} noValidate>
          <h2 className="govuk-heading-l">Do you need nothing more?</h2>
          <input type="hidden" name="version" value={version} />
          <Button name="intent" value="close" look="secondary">
            Close this message
          </Button>
        </form>
      ) : null}
    </>
  );
}
