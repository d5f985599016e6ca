const sections = [
  {
    id: "priorities",
    name: "Priorities",
    words: "Residents will choose them here. Nothing has been chosen yet.",
  },
  {
    id: "results",
    name: "Results",
    words:
      "What was done, and whether residents say it is solved, will stand here. There is nothing to report yet.",
  },
];

/** What will stand here, said as it is today. */
export function ComingSections() {
  return (
    <div className="sn-coming">
      {sections.map(({ id, name, words }) => (
        <section key={id} aria-labelledby={id}>
          <h2 className="govuk-heading-m" id={id}>
            {name}
          </h2>
          <p>{words}</p>
        </section>
      ))}
    </div>
  );
}
