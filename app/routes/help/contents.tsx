/** The sections below, by what people look for. */
const sections = [
  { id: "not-an-emergency", words: "It is not an emergency" },
  { id: "domestic-abuse", words: "Domestic abuse" },
  { id: "struggling", words: "Thinking of suicide, or struggling to cope" },
  { id: "worried", words: "Worried about a child or an adult" },
  { id: "missing", words: "Somebody is missing" },
  { id: "hate-crime", words: "Hate crime" },
  { id: "fraud", words: "Fraud and cyber crime" },
  { id: "without-your-name", words: "Tell what you know without giving your name" },
  { id: "anti-social-behaviour", words: "Anti-social behaviour that goes on and on" },
  { id: "complaints", words: "Complain about the police" },
];

export function Contents() {
  return (
    <nav aria-label="On this page">
      <ul className="govuk-list sn-contents">
        {sections.map(({ id, words }) => (
          <li key={id}>
            <a className="govuk-link" href={`#${id}`}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
