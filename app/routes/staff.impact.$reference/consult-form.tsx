import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { accountName } from "#app/domain/account/account-words.ts";
import { adviserKinds, adviserKindWords } from "#app/domain/impact/impact.ts";
import { paths } from "#app/paths.ts";

interface ConsultFormProps {
  reference: string;
  advisers: readonly { id: string; name: string | null }[];
  reply: SubmissionResult | undefined;
}

type Fields = { kind: string; who: string; adviserId: string; question: string };

export function ConsultForm({ reference, advisers, reply }: ConsultFormProps) {
  const [, fields] = useForm<Fields>({ id: "consult", lastResult: reply });
  return (
    <>
      <ErrorSummary fields={[fields.kind, fields.who, fields.adviserId, fields.question]} />
      <Details summary="Ask for advice" isOpen={reply !== undefined}>
        <form method="post" action={paths.tasking.impact(reference)} noValidate>
          <Radios
            field={fields.kind}
            legend="Whose advice do you want?"
            items={adviserKinds.map((value) => ({ value, label: adviserKindWords[value] }))}
          />
          <TextInput
            field={fields.who}
            label="Whom do they speak for?"
            hint="The community, or the role, like “traders of the market”. Never a name"
          />
          <Select
            field={fields.adviserId}
            label="Who answers here?"
            hint="Only for the independent advisory group. The adviser sees the question and the neighbourhoods, nothing else"
            nothing="Nobody: I ask in person or by telephone"
            groups={[
              { label: "", items: advisers.map(({ id, name }) => ({ value: id, words: accountName(name) })) },
            ]}
          />
          <Textarea
            field={fields.question}
            label="What do you want advice on?"
            hint="Put in the few facts that they need. They do not see the assessment"
          />
          <Button name="intent" value="consult">
            Ask for advice
          </Button>
        </form>
      </Details>
    </>
  );
}
