import { SummaryList } from "#app/components/govuk/summary-list.tsx";

export interface ShownRole {
  /** "Partner, Buxton". */
  role: string;
  until: string | null;
}

/** Who a member is here: name, agency where they speak for one, each role with its area. */
export function HeldRoles({
  name,
  agency,
  roles,
}: {
  name: string | null;
  agency: string | null;
  roles: readonly ShownRole[];
}) {
  return (
    <SummaryList
      rows={[
        { term: "Name", value: name ?? "Not given" },
        ...(agency === null ? [] : [{ term: "Agency", value: agency }]),
        {
          term: roles.length === 1 ? "Role" : "Roles",
          value: (
            <ul className="govuk-list">
              {roles.map(({ role, until }) => (
                <li key={role}>
                  {role}
                  {until === null ? "" : `, until ${until}`}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
