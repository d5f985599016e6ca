import { Telephone } from "#app/components/telephone.tsx";
import { doors } from "#app/domain/help/doors.ts";
import { WarningText } from "./govuk/warning-text.tsx";

/** Before every box for a resident's own words: what this is no place for, and which place is. */
export function NotThePlace() {
  return (
    <>
      <WarningText>
        If somebody is in danger or a crime is happening now, call{" "}
        <Telephone number={doors.emergency.telephone} />. This is not read day and night.
      </WarningText>
      <p>
        This is not for reporting a crime either: call <Telephone number={doors.police.telephone} />, or tell
        Crimestoppers on <Telephone number={doors.crimestoppers.telephone} /> without giving your name. If you
        are deaf or cannot speak, call <Telephone number={doors.emergencyRelay.telephone} /> with the Relay UK
        app, or text 999 if you have registered.
      </p>
    </>
  );
}
