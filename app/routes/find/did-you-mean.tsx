import { Button } from "#app/components/govuk/button.tsx";
import { paths } from "#app/paths.ts";

/** A likely slip of the finger, offered and never put right in silence. */
export function DidYouMean({ postcode }: { postcode: string }) {
  return (
    <form className="sn-did-you-mean" method="post" action={paths.find()}>
      <input type="hidden" name="postcode" value={postcode} />
      <p>
        Did you mean <Button look="plain">{postcode}</Button>?
      </p>
    </form>
  );
}
