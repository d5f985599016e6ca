import { Button } from "#app/components/govuk/button.tsx";
import { statusWords, type LineStatus } from "./status-words.ts";

interface SaveBarProps {
  status: LineStatus;
  /** Without script nothing is saved but by the button. */
  isScripted: boolean;
  signIn: string;
}

/** The button, always at hand, and a quiet line that says how what is written here stands. */
export function SaveBar({ status, isScripted, signIn }: SaveBarProps) {
  return (
    <div className="sn-save">
      <Button>Save</Button>
      <p className="sn-save__status" role="status">
        {isScripted ? statusWords(status) : null}
      </p>
      {status.line === "signed-out" ? (
        <a className="govuk-link" href={signIn}>
          Sign in again
        </a>
      ) : null}
    </div>
  );
}
