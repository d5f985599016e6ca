import type { SubmissionResult } from "@conform-to/react";
import { useNavigate, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import { begunForms } from "#app/components/tasking/record-fields.ts";
import { RecorderStatus } from "#app/components/tasking/recorder-status.tsx";
import { useLiveEntries } from "#app/components/tasking/use-live-entries.ts";
import { useRecorder } from "#app/components/tasking/use-recorder.ts";
import { paths } from "#app/paths.ts";
import { FinishedPart } from "./finished-part.tsx";
import { MendForm } from "./mend-form.tsx";
import { RecordingDesk, type RecordView } from "./recording-desk.tsx";

interface RecordingRoomProps {
  mark: string;
  view: RecordView;
  reply: SubmissionResult | undefined;
}

const whyNotWritten = "The minutes were finished while you wrote this: nothing more is written in them";

/** The record of a meeting, whoever finishes it: what waits on this screen, or was begun on it, stays in sight. */
export function RecordingRoom({ mark, view, reply }: RecordingRoomProps) {
  const { reference, isOpen, entries, stamp } = view;
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();
  const live = useLiveEntries({
    address: paths.tasking.live,
    reference,
    entries,
    stamp,
    isOpen,
    isWriting: true,
  });
  const recorder = useRecorder({ mark, reference }, ({ fields }) => {
    if (fields["intent"] === "correct") navigate(paths.tasking.record(reference));
    // The stream brings what was written; what it changed of the page is asked for.
    else if (fields["intent"] === "carried" || live.state !== "live") revalidate();
  });
  const { setAside } = recorder;
  // The desk as it was while the meeting sat stays until what was begun at it is set aside.
  const [desk, setDesk] = useState(isOpen ? view : null);
  if (isOpen && desk !== view) setDesk(view);
  const leaveDesk = useCallback(() => {
    setAside(begunForms(), whyNotWritten);
    setDesk(null);
  }, [setAside]);
  useEffect(() => {
    if (isOpen) return undefined;
    const soon = setTimeout(leaveDesk);
    return () => {
      clearTimeout(soon);
    };
  }, [isOpen, leaveDesk]);
  return desk !== null ? (
    <>
      <RecorderStatus
        recorder={recorder}
        mend={(record) => <MendForm record={record} view={desk} onMend={recorder.mend} />}
      />
      <RecordingDesk view={desk} reply={reply} live={live} recorder={recorder} />
    </>
  ) : (
    <>
      <RecorderStatus recorder={recorder} />
      <FinishedPart view={view} />
    </>
  );
}
