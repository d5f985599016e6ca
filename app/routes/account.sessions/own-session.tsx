import { Button } from "#app/components/govuk/button.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { paths } from "#app/paths.ts";

interface OwnSessionProps {
  session: { id: string; device: string; createdAt: Date; lastSeenAt: Date; isHere: boolean };
}

/** One browser, with the way to sign it out. */
export function OwnSession({ session: { id, device, createdAt, lastSeenAt, isHere } }: OwnSessionProps) {
  return (
    <li>
      <div className="sn-own-list__words">
        <p>
          <strong>{device}</strong>
          {isHere ? " (this browser)" : ""}
        </p>
        <p className="sn-quiet">
          Signed in on {momentInWords(createdAt)}
          {isHere ? "" : `, last used on ${momentInWords(lastSeenAt)}`}
        </p>
      </div>
      <form method="post" action={paths.account.sessions()}>
        <input type="hidden" name="intent" value="end" />
        <input type="hidden" name="id" value={id} />
        <Button look="plain">
          Sign out
          <span className="govuk-visually-hidden">
            {" "}
            {isHere ? "this browser" : `${device}, signed in on ${momentInWords(createdAt)}`}
          </span>
        </Button>
      </form>
    </li>
  );
}
