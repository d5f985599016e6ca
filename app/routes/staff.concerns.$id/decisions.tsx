import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { divertRoutes, diversionWords } from "#app/domain/concern/diversion.ts";
import { DecisionForm, type FormFrame } from "./decision-form.tsx";
import type { Intent } from "./decision-schema.ts";
import { ReasonRadios } from "./reason-radios.tsx";
import { TextForm } from "./text-form.tsx";

interface DecisionsProps {
  frame: FormFrame;
  forms: readonly Intent[];
  text: { title: string; summary: string; place: string };
  agencies: readonly { id: string; name: string }[];
  isPublished: boolean;
}

/** All that may be decided of a concern by its reader, one form each. */
export function Decisions({ frame, forms, text, agencies, isPublished }: DecisionsProps) {
  const form: Readonly<Record<Intent, () => React.ReactNode>> = {
    publish: () => <TextForm key="publish" frame={frame} intent="publish" text={text} />,
    approve: () => <TextForm key="approve" frame={frame} intent="approve" text={text} />,
    return: () => (
      <DecisionForm key="return" frame={frame} intent="return" title="Ask for other words" button="Ask them">
        {({ reason }) => <ReasonRadios field={reason} list="rewording" />}
      </DecisionForm>
    ),
    merge: () => (
      <DecisionForm
        key="merge"
        frame={frame}
        intent="merge"
        title="Join with another concern"
        button="Join them"
      >
        {({ reference }) => (
          <TextInput
            field={reference}
            label="Reference of the other concern"
            hint="For example C-7K3FQ. Its raisers are told."
            width={10}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </DecisionForm>
    ),
    answer: () => (
      <DecisionForm key="answer" frame={frame} intent="answer" title="Answer it" button="Send the answer">
        {({ reason, answer }) => (
          <>
            <ReasonRadios field={reason} list="answer" />
            <Textarea
              field={answer}
              label="Your answer"
              hint="It is sent to whoever raised it. Others who raised the same read it too, so name nobody."
            />
          </>
        )}
      </DecisionForm>
    ),
    refer: () => (
      <DecisionForm key="refer" frame={frame} intent="refer" title="Refer it to an agency" button="Refer it">
        {({ reason, agencyId }) => (
          <>
            <Select
              field={agencyId}
              label="Agency"
              nothing="Choose one"
              groups={[{ label: "", items: agencies.map(({ id, name }) => ({ value: id, words: name })) }]}
            />
            <ReasonRadios field={reason} list="referral" />
          </>
        )}
      </DecisionForm>
    ),
    reject: () => (
      <DecisionForm
        key="reject"
        frame={frame}
        intent="reject"
        title={isPublished ? "Take it down" : "Reject it"}
        button={isPublished ? "Take it down" : "Reject it"}
      >
        {({ reason }) => <ReasonRadios field={reason} list="rejection" />}
      </DecisionForm>
    ),
    divert: () => (
      <DecisionForm key="divert" frame={frame} intent="divert" title="Hand it over" button="Hand it over now">
        {({ route }) => (
          <Radios
            field={route}
            legend="What is it?"
            hint="The contact centre is told at once. The words are erased a week after it says that it has them."
            items={divertRoutes.map((value) => ({ value, label: diversionWords[value] }))}
          />
        )}
      </DecisionForm>
    ),
    appeal: () => (
      <DecisionForm
        key="appeal"
        frame={frame}
        intent="appeal"
        title="Decide the appeal"
        button="Decide it"
        isOpen
      >
        {({ outcome, reason }) => (
          <>
            <Radios
              field={outcome}
              legend="The decision not to take it further"
              items={[
                { value: "upheld", label: "It stands" },
                { value: "changed", label: "It was wrong: the concern goes back to triage" },
              ]}
            />
            <ReasonRadios field={reason} list="hearing" />
          </>
        )}
      </DecisionForm>
    ),
  };
  return <>{forms.map((intent) => form[intent]())}</>;
}
