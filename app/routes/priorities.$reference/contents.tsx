const parts = [
  { id: "you-said", words: "You said" },
  { id: "we-did", words: "We did" },
  { id: "what-changed", words: "What changed" },
  { id: "result", words: "Did you agree?" },
];

/** The four parts of the page, to go to. */
export function Contents() {
  return (
    <nav className="sn-contents" aria-label="On this page">
      <ol className="sn-contents__list">
        {parts.map(({ id, words }) => (
          <li key={id}>
            <a className="govuk-link" href={`#${id}`}>
              {words}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
