import { DoorCard, Telephone } from "#app/components/telephone.tsx";
import { doors } from "#app/domain/help/doors.ts";

export function Emergency() {
  return (
    <section className="sn-help__first" aria-labelledby="emergency">
      <h2 className="govuk-heading-l" id="emergency">
        In an emergency
      </h2>
      <DoorCard door={doors.emergency} />
      <h3 className="govuk-heading-m">If you cannot speak</h3>
      <p>A silent call alone does not bring help. Stay on the line and listen to what you are asked.</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>Whisper if you can, or cough, or tap the telephone.</li>
        <li>On a mobile telephone, press 55 when you are told to. You are then put through to the police.</li>
        <li>
          Pressing 55 does not tell the police where you are. Answer their questions as well as you can.
        </li>
        <li>On a landline 55 is not used. Stay on the line, and the operator can put you through.</li>
      </ul>
      <h3 className="govuk-heading-m">If you are deaf, or cannot hear or speak on the telephone</h3>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          Call <Telephone number={doors.emergencyRelay.telephone} /> with the Relay UK app or a textphone.
        </li>
        <li>Use British Sign Language in the 999 BSL app.</li>
        <li>
          Send a text to 999, if your telephone is registered. Say which service, what is happening and where.
          An answer takes about two minutes: if there is none after three, send it again.
        </li>
      </ul>
      <p>
        Register before you need it: send the word “register” to 999 and answer “yes” to the text that comes
        back.
      </p>
    </section>
  );
}
