import { Button } from "#app/components/govuk/button.tsx";
import { followedWords, type FollowedKind } from "#app/domain/following/following.ts";
import { paths } from "#app/paths.ts";

/**
 * The button of a public page that leads to following what it shows. It is the same for every reader, so that the page
 * stays so. A cycle's reference is "slug/number".
 */
export function FollowForm({ kind, reference }: { kind: FollowedKind; reference: string }) {
  return (
    <form method="get" action={paths.follow()}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="reference" value={reference} />
      <Button look="secondary">Follow this {followedWords[kind]}</Button>
    </form>
  );
}
