import { FirstThis } from "#app/components/concern/first-this.tsx";
import { WordsFields } from "#app/components/concern/words-fields.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { paths } from "#app/paths.ts";

interface RewordProps {
  fields: Parameters<typeof WordsFields>[0]["fields"];
  reference: string;
  version: number;
  /** What staff ask for. */
  asked: string | null;
}

/** The concern in other words, with what was said before to begin from. */
export function Reword({ fields, reference, version, asked }: RewordProps) {
  return (
    <section aria-labelledby="reword">
      <h2 className="govuk-heading-m" id="reword">
        Say it in other words
      </h2>
      {asked === null ? null : <p>{asked}</p>}
      <FirstThis />
      <form method="post" action={paths.account.concern(reference)} noValidate>
        <input type="hidden" name="intent" value="reword" />
        <input type="hidden" name="version" value={version} />
        <WordsFields fields={fields} />
        <Button>Send it again</Button>
      </form>
    </section>
  );
}
