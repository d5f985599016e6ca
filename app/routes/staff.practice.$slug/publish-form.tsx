import { Button } from "#app/components/govuk/button.tsx";
import { paths } from "#app/paths.ts";

interface PublishFormProps {
  slug: string;
  version: number;
  isPublished: boolean;
}

/** Puts an entry into the library, or takes it out. */
export const PublishForm = ({ slug, version, isPublished }: PublishFormProps) => (
  <form method="post" action={paths.staff.practiceItem(slug)} noValidate>
    <input type="hidden" name="version" value={version} />
    {isPublished ? (
      <Button name="intent" value="withdraw" look="secondary">
        Take it out of the library
      </Button>
    ) : (
      <Button name="intent" value="publish">
        Publish the entry
      </Button>
    )}
  </form>
);
