import { useForm } from "@conform-to/react";
import type { SubmissionResult } from "@conform-to/react";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorMessage } from "#app/components/govuk/error-message.tsx";
import { describedBy } from "#app/components/govuk/field.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { accountName } from "#app/domain/account/account-words.ts";
import { settingDefinitions, type SettingName } from "#app/domain/settings/settings.ts";
import { paths } from "#app/paths.ts";

export interface SettingChange {
  at: Date;
  by: string | null;
}

export interface ShownSetting {
  name: SettingName;
  value: number;
  changed: SettingChange | null;
}

interface SettingTableProps {
  heading: string;
  settings: readonly ShownSetting[];
  /** What was wrong with a figure that was sent just now. */
  refused: { name: string; reply: SubmissionResult } | null;
}

/** The figures of one kind, each with its own form, so that a change is one figure's. */
export function SettingTable({ heading, settings, refused }: SettingTableProps) {
  return (
    <DataTable
      caption={heading}
      columns={["What", "Figure", "Default", "From and to", "Changed"]}
      rows={settings.map((setting) => {
        const { words, unit, default: standard, minimum, maximum } = settingDefinitions[setting.name];
        return {
          key: setting.name,
          cells: [
            words,
            <SettingForm
              key="form"
              setting={setting}
              reply={refused?.name === setting.name ? refused.reply : undefined}
            />,
            `${standard} ${unit}`,
            `${minimum} to ${maximum}`,
            setting.changed === null
              ? "Never"
              : `${momentInWords(setting.changed.at)}, by ${accountName(setting.changed.by)}`,
          ],
        };
      })}
    />
  );
}

export const settingFieldId = (name: string) => `setting-${name}`;

function SettingForm({ setting, reply }: { setting: ShownSetting; reply: SubmissionResult | undefined }) {
  const { words, unit } = settingDefinitions[setting.name];
  const [, { value }] = useForm<{ value: string }>({
    id: `${setting.name}-form`,
    lastResult: reply,
    defaultValue: { value: String(setting.value) },
  });
  const { name, errors, errorId, descriptionId, initialValue } = value;
  const field = { id: settingFieldId(setting.name), name, errors, errorId, descriptionId, initialValue };
  const unitId = `${field.id}-unit`;
  return (
    <form className="sn-setting" method="post" action={paths.staff.settings()} noValidate>
      <input type="hidden" name="intent" value="setting" />
      <input type="hidden" name="name" value={setting.name} />
      <input type="hidden" name="shown" value={setting.value} />
      <ErrorMessage field={field} />
      <label className="govuk-visually-hidden" htmlFor={field.id}>
        {words}
      </label>
      <input
        className={`govuk-input govuk-input--width-4${field.errors ? " govuk-input--error" : ""}`}
        id={field.id}
        name={field.name}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={field.initialValue}
        aria-describedby={[unitId, describedBy(field, false)].filter(Boolean).join(" ")}
        aria-invalid={field.errors ? true : undefined}
      />
      <span id={unitId}>{unit}</span>
      <Button look="plain">
        Change<span className="govuk-visually-hidden"> {words}</span>
      </Button>
    </form>
  );
}
