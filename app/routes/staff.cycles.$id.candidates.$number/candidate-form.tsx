import type { ReactNode } from "react";

/** The candidate that a form is about, as it was shown. */
export interface FormTarget {
  action: string;
  candidateId: string;
  version: number;
}

interface CandidateFormProps extends FormTarget {
  intent: string;
  children: ReactNode;
}

export const CandidateForm = ({ action, candidateId, version, intent, children }: CandidateFormProps) => (
  <form method="post" action={action} noValidate>
    <input type="hidden" name="intent" value={intent} />
    <input type="hidden" name="candidateId" value={candidateId} />
    <input type="hidden" name="version" value={version} />
    {children}
  </form>
);
