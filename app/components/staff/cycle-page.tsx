import type { ReactNode } from "react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { paths } from "#app/paths.ts";
import { FormErrors } from "./form-errors.tsx";
import type { StaffFrame } from "./staff-frame.ts";
import { StaffPage } from "./staff-page.tsx";

interface CyclePageProps {
  frame: StaffFrame;
  cycle: { id: string; number: number; name: string };
  title: string;
  /** Of all its forms. */
  fields: readonly Field[];
  messages: readonly string[] | undefined;
  children: ReactNode;
}

/** A page below a cycle's own: the way back to the cycle, and what is wrong with a form. */
export const CyclePage = ({ frame, cycle, title, fields, messages, children }: CyclePageProps) => (
  <StaffPage
    frame={frame}
    title={title}
    errors={
      <>
        <Breadcrumbs
          items={[
            { to: paths.staff.cycles(), words: "Cycles" },
            { to: paths.staff.cycle(cycle.id), words: `${cycle.name}, cycle ${cycle.number}` },
          ]}
          here={title}
        />
        <ErrorSummary fields={fields} />
        <FormErrors messages={messages} />
      </>
    }
  >
    {children}
  </StaffPage>
);
