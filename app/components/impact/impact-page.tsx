import type { ReactNode } from "react";
import { Link } from "@remix-run/react";
import type { StaffFrame } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { MarkingLine } from "#app/components/tasking/marking.tsx";
import { paths } from "#app/paths.ts";

interface ImpactPageProps {
  frame: StaffFrame;
  title: string;
  /** Where it leads back to; null on the list itself. */
  back: { to: string; words: string } | null;
  errors?: ReactNode;
  children: ReactNode;
}

export const backToImpacts = { to: paths.tasking.impacts(), words: "All assessments" };

/** The frame of every page of community impact assessments: marked, on screen and on paper. */
export function ImpactPage({ frame, title, back, errors, children }: ImpactPageProps) {
  return (
    <StaffPage frame={frame} title={title} errors={errors}>
      <MarkingLine marking="official-sensitive" />
      {children}
      {back === null ? null : (
        <p className="sn-no-print">
          <Link className="govuk-link" to={back.to}>
            {back.words}
          </Link>
        </p>
      )}
    </StaffPage>
  );
}
