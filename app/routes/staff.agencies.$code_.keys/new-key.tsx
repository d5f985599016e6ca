import { WarningText } from "#app/components/govuk/warning-text.tsx";

/** A key that was made just now: the only time it is seen. */
export const NewKey = ({ value }: { value: string }) => (
  <section aria-labelledby="new-key">
    <h2 className="govuk-heading-m" id="new-key">
      The new key
    </h2>
    <p>
      <code className="sn-agency-key">{value}</code>
    </p>
    <WarningText>
      Copy it now. It is shown this once and kept nowhere: if it is lost, end it and make another one.
    </WarningText>
  </section>
);
