/** The way to the provider. A link and not a form: a policy for forms would follow it through every place it leads to. */
export function ForceAccount({ start, isFresh }: { start: string; isFresh: boolean }) {
  return (
    <>
      <p>
        {isFresh
          ? "What you asked for needs a new proof. Sign in once more with your force account; you then go on where you were."
          : "Use the account you use on your force’s own systems. We never see your password."}
      </p>
      <a className="govuk-button" draggable={false} href={start}>
        Sign in with your force account
      </a>
    </>
  );
}
