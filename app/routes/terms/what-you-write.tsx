export function WhatYouWrite() {
  return (
    <>
      <h2 className="govuk-heading-l">What you write</h2>
      <p>
        <strong>Your words are never published.</strong> A member of staff reads them and writes what stands
        on this website. Residents cannot message each other, and there are no profiles and no pictures of
        residents.
      </p>
      <p>Be respectful. Write about the problem and the place, not about people. Leave out:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>names, house numbers, number plates, or anything that shows who somebody is</li>
        <li>who may have committed a crime, who suffered it and who saw it</li>
        <li>anything about a case that is before a court</li>
        <li>threats, abuse, hatred and what you know to be untrue</li>
      </ul>
      <h2 className="govuk-heading-l">What becomes of it</h2>
      <p>
        A person decides, usually within two working days. They may use it, ask you to put it another way,
        pass it to whoever can help, or turn it away and tell you why.
      </p>
      <p>
        What sounds like a crime or somebody in danger goes at once to the force’s contact centre. That is no
        reason to wait: call.
      </p>
      <h2 className="govuk-heading-l">If you disagree</h2>
      <p>Appeal. Somebody who did not take the decision looks at it again within five working days.</p>
      <p>
        If something on this website is about you and should not be there, tell your neighbourhood team or
        call 101. We decide within 48 hours whether to take it down.
      </p>
    </>
  );
}
