import { Button } from "#app/components/govuk/button.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { authorities, authorityWords, type AuthorityLine } from "#app/domain/abstraction/authority.ts";

/** Who authorises what: each line is a form of its own. */
export function AuthorityTable({ lines }: { lines: readonly (AuthorityLine & { words: string })[] }) {
  return (
    <DataTable
      caption="Who authorises an abstraction"
      columns={["Code", "When", "Who authorises, and who is told"]}
      rows={lines.map((line) => {
        const { code, overMinutes, words } = line;
        const id = `${code}-${overMinutes}`;
        return {
          key: id,
          cells: [
            `${code} ${words}`,
            overMinutes === 0
              ? "As a rule"
              : `Over ${overMinutes / 60} hours, or the same post again within 7 days`,
            <form key="form" method="post" noValidate className="sn-abstraction__line">
              <input type="hidden" name="intent" value="authority" />
              <input type="hidden" name="code" value={code} />
              <input type="hidden" name="overMinutes" value={overMinutes} />
              <label className="govuk-label" htmlFor={`${id}-by`}>
                Authorises
              </label>
              <select className="govuk-select" id={`${id}-by`} name="authority" defaultValue={line.authority}>
                {authorities.map((one) => (
                  <option key={one} value={one}>
                    {authorityWords[one]}
                  </option>
                ))}
              </select>
              <label className="govuk-label" htmlFor={`${id}-told`}>
                Is told
              </label>
              <select className="govuk-select" id={`${id}-told`} name="told" defaultValue={line.told ?? ""}>
                <option value="">Nobody</option>
                {authorities.map((one) => (
                  <option key={one} value={one}>
                    {authorityWords[one]}
                  </option>
                ))}
              </select>
              <Button look="secondary">
                Save<span className="govuk-visually-hidden"> {words}</span>
              </Button>
            </form>,
          ],
        };
      })}
    />
  );
}
