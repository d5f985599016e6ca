import { Button } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { paths } from "#app/paths.ts";

interface PromiseLineProps {
  reference: string;
  version: number;
  state: string;
  /** Null once no answer is due any more. */
  promise: string | null;
  isMissed: boolean;
  mayEscalate: boolean;
}

/** What was promised and how it stands, and the way to the inspector where it was not kept. */
export function PromiseLine({ reference, version, state, promise, isMissed, mayEscalate }: PromiseLineProps) {
  return (
    <>
      <InsetText>
        {isMissed ? null : <p>{state}</p>}
        {promise === null ? null : <p>{promise}</p>}
      </InsetText>
      {mayEscalate ? (
        <form method="post" action={paths.account.thread(reference)} noValidate>
          <input type="hidden" name="version" value={version} />
          <Button name="intent" value="escalate">
            Take this to the inspector
          </Button>
        </form>
      ) : null}
    </>
  );
}
