/** What was tested, and what was not: to be brought up to date with each test by people. */
export function HowTested() {
  return (
    <>
      <h2 className="govuk-heading-l">How accessible it is</h2>
      <p>
        We build to the Web Content Accessibility Guidelines version 2.2, level AA. We do not yet claim to
        meet them in full, because people who use assistive technology have not yet tested the website.
      </p>
      <h3 className="govuk-heading-m">Tested, by programs, on every change</h3>
      <ul className="govuk-list govuk-list--bullet">
        <li>the public pages with axe, which finds the more common faults, on a wide and a narrow screen</li>
        <li>that nothing scrolls sideways on a screen 320 pixels wide, with and without JavaScript</li>
        <li>the main journeys by keyboard alone, and without JavaScript</li>
      </ul>
      <h3 className="govuk-heading-m">Not yet tested</h3>
      <ul className="govuk-list govuk-list--bullet">
        <li>with screen readers, such as JAWS, NVDA, VoiceOver and TalkBack</li>
        <li>with voice control, such as Dragon, and with screen magnifiers</li>
        <li>by disabled people in research</li>
      </ul>
      <h3 className="govuk-heading-m">What we know is missing</h3>
      <ul className="govuk-list govuk-list--bullet">
        <li>British Sign Language and Easy Read versions of the main pages</li>
        <li>translations into other languages</li>
      </ul>
      <p>
        Programs find only some faults. This statement was written on 24 November 2026 and has to be looked at
        again at least once a year, and after each test by people.
      </p>
    </>
  );
}
