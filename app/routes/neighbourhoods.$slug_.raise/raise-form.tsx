import { useForm, type SubmissionResult } from "@conform-to/react";
import { useRef } from "react";
import { raisableGroups } from "#app/components/concern/category-groups.ts";
import { FirstThis } from "#app/components/concern/first-this.tsx";
import { WordsFields } from "#app/components/concern/words-fields.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { caseReviewHint } from "#app/domain/concern/categories.ts";
import { paths } from "#app/paths.ts";
import type { MapToChooseOn } from "./on-map.tsx";
import { Similar } from "./similar.tsx";
import { useSimilar } from "./use-similar.ts";
import { Where } from "./where.tsx";

interface RaiseFormProps {
  slug: string;
  name: string;
  stamp: string;
  map: MapToChooseOn;
  lastResult: SubmissionResult | undefined;
}

type Names = "category" | "words" | "placeWords" | "whenWords" | "effectWords" | "lng" | "lat" | "stamp";

export function RaiseForm({ slug, name, stamp, map, lastResult }: RaiseFormProps) {
  const [, fields] = useForm<Record<Names, string>>({ id: "raise", lastResult });
  const { category, words, placeWords, whenWords, effectWords } = fields;
  const form = useRef<HTMLFormElement>(null);
  const { similar, look } = useSimilar(slug, form);
  return (
    <>
      <ErrorSummary fields={[category, words, placeWords, whenWords, effectWords]} />
      <h1 className="govuk-heading-xl">Tell the {name} team what worries you</h1>
      <p>
        It takes a minute or two, and you need no account. The team reads your words within two working days
        and never publishes them.
      </p>
      <FirstThis />
      <form ref={form} method="post" action={paths.raise(slug)} noValidate onInput={look}>
        <Select
          field={category}
          label="What is it about?"
          hint={caseReviewHint}
          nothing="Choose what fits best"
          groups={raisableGroups}
        />
        <WordsFields
          fields={{ words, placeWords, whenWords, effectWords }}
          underWords={<Similar concerns={similar} />}
          underPlace={<Where lng={fields.lng} lat={fields.lat} here={{ slug, name }} map={map} />}
        />
        <input type="hidden" name={fields.stamp.name} value={fields.stamp.initialValue ?? stamp} />
        <div className="sn-unseen" aria-hidden="true">
          <label htmlFor="website">Leave this empty</label>
          <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" />
        </div>
        <Button>Send to the team</Button>
      </form>
    </>
  );
}
