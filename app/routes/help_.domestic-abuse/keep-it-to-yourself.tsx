export function KeepItToYourself() {
  return (
    <section aria-labelledby="to-yourself">
      <h2 className="govuk-heading-l" id="to-yourself">
        Keep it to yourself
      </h2>
      <h3 className="govuk-heading-m">What your browser remembers</h3>
      <p>
        “Exit this page” hides what is on the screen. It does not clear your browser’s history: nothing on a
        website can.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>Safest is a device that the other person cannot get at: at a library, at work, or a friend’s.</li>
        <li>A private or incognito window keeps no history once you close it.</li>
        <li>
          You can take single pages out of the history. Clearing all of it may be noticed, if you do not do so
          often.
        </li>
        <li>None of this helps if the device itself is being watched. If you think so, do not use it.</li>
        <li>Your list of calls shows whom you called. You can take a call out of it.</li>
      </ul>
      <h3 className="govuk-heading-m">When somebody is to contact you</h3>
      <ul className="govuk-list govuk-list--bullet">
        <li>Say how and when it is safe, and whether a message may be left.</li>
        <li>Give a number or an email address that nobody else can open.</li>
        <li>Agree on a word that tells them that you cannot talk just now.</li>
      </ul>
      <p>
        If somebody else can read your email, do not sign in here with that address. You need no account to
        read anything on this website.
      </p>
    </section>
  );
}
