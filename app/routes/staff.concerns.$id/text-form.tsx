import { Textarea } from "#app/components/govuk/textarea.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { DecisionForm, type FormFrame } from "./decision-form.tsx";

interface TextFormProps {
  frame: FormFrame;
  intent: "publish" | "approve";
  text: { title: string; summary: string; place: string };
}

const words = {
  publish: { title: "Publish a summary", button: "Publish" },
  approve: { title: "Approve or improve the published text", button: "Approve this text" },
};

/** What everybody will read: in our words, without anything that points at a person or a home. */
export function TextForm({ frame, intent, text }: TextFormProps) {
  return (
    <DecisionForm
      frame={frame}
      intent={intent}
      {...words[intent]}
      isOpen={intent === "publish"}
      defaultValue={text}
    >
      {({ title, summary, place }) => (
        <>
          <TextInput field={title} label="Title" hint="At most 80 characters" autoComplete="off" />
          <Textarea
            field={summary}
            label="Summary in your own words"
            hint="Everybody reads it: no names, house numbers, number plates or accusations, and none of their sentences. 20 to 400 characters."
            rows={5}
          />
          <TextInput
            field={place}
            label="Place, if there is one"
            hint="A street or an area, never a house"
            autoComplete="off"
          />
        </>
      )}
    </DecisionForm>
  );
}
