import { useForm, type SubmissionResult } from "@conform-to/react";
import { LateReasonField } from "#app/components/abstraction/duty-fields.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorMessage } from "#app/components/govuk/error-message.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";

interface UploadFormProps {
  mappings: readonly string[];
  mayLoadLate: boolean;
  reply: SubmissionResult | undefined;
}

/** Sends a roster, with what its source says that it holds. */
export function UploadForm({ mappings, mayLoadLate, reply }: UploadFormProps) {
  const [, { file, mapping, rows, hours, lateReason }] = useForm<
    Record<"file" | "mapping" | "rows" | "hours" | "lateReason", string>
  >({
    id: "upload",
    lastResult: reply,
    defaultValue: { mapping: mappings.length === 1 ? mappings[0] : "" },
  });
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      <ErrorSummary fields={[file, mapping, rows, hours]} />
      <div className={file.errors ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
        <label className="govuk-label govuk-label--s" htmlFor={file.id}>
          The CSV of the duty management system
        </label>
        <div id={file.descriptionId} className="govuk-hint">
          Up to 1,000 kB, which is some 15,000 rows. What is larger goes by the command: npm run data --
          roster import.
        </div>
        <ErrorMessage field={file} />
        <input
          className="govuk-file-upload"
          id={file.id}
          name={file.name}
          type="file"
          accept=".csv,.txt,text/csv"
          aria-describedby={file.errors ? `${file.descriptionId} ${file.errorId}` : file.descriptionId}
        />
      </div>
      <Select
        field={mapping}
        label="How it is read"
        nothing="Select a mapping"
        groups={[{ label: "", items: mappings.map((name) => ({ value: name, words: name })) }]}
      />
      <TextInput
        field={rows}
        label="Rows, as the system says"
        hint="Leave empty if it does not say. If it is not what is read, nothing comes into force."
        width={10}
        inputMode="numeric"
      />
      <TextInput field={hours} label="Hours, as the system says" hint="Like 1443.5 or 1443:30" width={10} />
      {mayLoadLate ? (
        <LateReasonField field={lateReason} />
      ) : (
        <p>What is more than 35 days back stays as it is: an inspector puts it right.</p>
      )}
      <Button>Import the roster</Button>
    </form>
  );
}
