const steps = [
  { name: "Raise", words: "Tell your team what worries you." },
  { name: "Vote", words: "Choose what comes first. Every neighbour counts once." },
  { name: "Follow", words: "See the plan, who does what, and what is late." },
  { name: "Sign off", words: "It is solved when you say so, not before." },
];

/** What residents decide here, step by step. */
export function FourSteps() {
  return (
    <section className="govuk-width-container sn-steps" aria-labelledby="steps">
      <h2 className="govuk-heading-l" id="steps">
        How your neighbourhood decides
      </h2>
      <p className="sn-steps__lead">
        Find your neighbourhood first. Its page shows which step it is at. You can raise a concern at any
        time. Signing off opens here when it is ready.
      </p>
      <ol className="sn-steps__list">
        {steps.map(({ name, words }, index) => (
          <li key={name}>
            <span className="sn-steps__number" aria-hidden="true">
              {index + 1}
            </span>
            <h3 className="govuk-heading-m">{name}</h3>
            <p>{words}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
