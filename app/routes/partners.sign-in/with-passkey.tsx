import { UsePasskey } from "#app/components/passkey/use-passkey.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";
import { paths } from "#app/paths.ts";

/** The way in without typing anything; there only with script. */
export function WithPasskey({ next }: { next: string }) {
  return useHydrated() ? (
    <>
      <UsePasskey action={paths.partners.signIn()} next={next} />
      <h2 className="govuk-heading-m">Or with a password</h2>
    </>
  ) : null;
}
