import { Button } from "#app/components/govuk/button.tsx";
import { paths } from "#app/paths.ts";

/** One kind of email, whether it comes, and the button that changes it. */
export function Choice({
  choice: { code, words, isStopped },
}: {
  choice: { code: string; words: string; isStopped: boolean };
}) {
  return (
    <li>
      <p className="sn-own-list__words">
        {words}: <strong>{isStopped ? "stopped" : "allowed"}</strong>
      </p>
      <form method="post" action={paths.account.messages()}>
        <input type="hidden" name="what" value={code} />
        <Button look="plain" name="intent" value={isStopped ? "allow" : "stop"}>
          {isStopped ? "Allow again" : "Stop"}
          <span className="govuk-visually-hidden"> {words}</span>
        </Button>
      </form>
    </li>
  );
}
