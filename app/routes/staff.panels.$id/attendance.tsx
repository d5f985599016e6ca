import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Select } from "#app/components/govuk/select.tsx";
import { accountName } from "#app/domain/account/account-words.ts";
import { capacityWords } from "#app/domain/panel/membership.ts";
import { paths } from "#app/paths.ts";
import type { MeetingView } from "#app/services/panel/view-meeting.server.ts";

interface AttendanceProps {
  resolution: Pick<MeetingView["resolution"], "id" | "isInterim">;
  members: MeetingView["members"];
}

/** Who was there, and who was in the chair. */
export function Attendance({ resolution: { id, isInterim }, members }: AttendanceProps) {
  const present = members.flatMap((member) => (member.isPresent ? [member.id] : []));
  const chair = members.find(({ capacity }) => capacity === "chair")?.id ?? "";
  const mayChair = members.filter(({ capacity }) => isInterim || capacity !== "stand-in");
  return (
    <form method="post" action={paths.staff.panel(id)} noValidate>
      <h2 className="govuk-heading-m">Who was there</h2>
      <input type="hidden" name="intent" value="attend" />
      <Checkboxes
        field={{ ...plainField("present"), initialValue: present }}
        legend="Members who were there, in the room or online"
        items={members.map((member) => ({
          value: member.id,
          label: accountName(member.name),
          ...(member.capacity === "stand-in" ? { hint: capacityWords["kin-stand-in"] } : {}),
        }))}
      />
      <Select
        field={plainField("chair", chair)}
        label="In the chair"
        hint="A community member"
        nothing="Choose one"
        groups={[
          { label: "", items: mayChair.map((one) => ({ value: one.id, words: accountName(one.name) })) },
        ]}
      />
      <Button look="secondary">Record who was there</Button>
    </form>
  );
}
