import { Button } from "#app/components/govuk/button.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";
import { paths } from "#app/paths.ts";

/** The way to one more passkey; there only with script, which has to make it. */
export function AddPasskey() {
  if (!useHydrated()) return <p>To add a passkey, use a browser with JavaScript.</p>;
  return (
    <form method="post" action={paths.partners.security()}>
      <input type="hidden" name="intent" value="add-passkey" />
      <Button>Add a passkey</Button>
    </form>
  );
}
