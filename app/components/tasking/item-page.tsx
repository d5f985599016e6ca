import type { ReactNode } from "react";
import { Link } from "@remix-run/react";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { FormErrors } from "#app/components/staff/form-errors.tsx";
import { paths } from "#app/paths.ts";
import type { TaskingFrame } from "./tasking-frame.ts";
import { TaskingPage } from "./tasking-page.tsx";

interface ItemPageProps {
  frame: TaskingFrame;
  /** Of the meeting. */
  reference: string;
  title: string;
  /** Those that may be wrong, in the order of the page. */
  fields: Parameters<typeof ErrorSummary>[0]["fields"];
  messages: Parameters<typeof FormErrors>[0]["messages"];
  children: ReactNode;
}

/** The page of one item of an agenda, new or there already. */
export const ItemPage = ({ frame, reference, title, fields, messages, children }: ItemPageProps) => (
  <TaskingPage
    frame={frame}
    title={title}
    errors={
      <>
        <ErrorSummary fields={fields} />
        <FormErrors messages={messages} />
      </>
    }
  >
    {children}
    <p>
      <Link className="govuk-link" to={paths.tasking.meeting(reference)}>
        Back to the meeting
      </Link>
    </p>
  </TaskingPage>
);
