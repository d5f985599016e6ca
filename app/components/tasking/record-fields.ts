/** A field of a form, as far as its words count. */
export interface FormField {
  name: string;
  type: string;
  value: string;
  defaultValue?: string;
  checked?: boolean;
}

// Several of a kind are given at once. What became of one action says nothing of the next.
const keptNames: Readonly<Record<string, readonly string[]>> = {
  note: ["itemId"],
  decision: ["itemId"],
  action: ["itemId", "kind", "agencyId", "position", "dueOn.day", "dueOn.month", "dueOn.year"],
};

/** Empties a form for the next of its kind: only what that has in common with this one stays. */
export function emptyFields(intent: string, fields: readonly FormField[]): void {
  const kept = keptNames[intent] ?? [];
  for (const field of fields) {
    if (field.type === "hidden" || kept.includes(field.name)) continue;
    if (field.type === "radio" || field.type === "checkbox") field.checked = false;
    else field.value = "";
  }
}

/** Whether somebody began to write in a form: choices alone are no words, nor is what it was filled with. */
export const isBegun = (isFilled: boolean, fields: readonly FormField[]): boolean =>
  fields.some(
    ({ type, value, defaultValue }) =>
      type === "textarea" && value.trim() !== "" && (!isFilled || value !== defaultValue),
  );

/** The fields of a form of the page. */
export const fieldsOf = (form: HTMLFormElement): FormField[] =>
  [...form.elements].filter(
    (element) =>
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement,
  );

/** What a form is for. */
export const intentOf = (form: HTMLFormElement): string =>
  fieldsOf(form).find(({ name }) => name === "intent")?.value ?? "";

/** Whether nothing is written in a form that is nothing without words. */
export const isBlank = (intent: string, fields: readonly FormField[]): boolean =>
  intent !== "carried" && fields.every(({ type, value }) => type !== "textarea" || value.trim() === "");

/** Where one begins to write in a form: what became of an action begins with which, all else with the words. */
export const firstFieldOf = (form: HTMLFormElement): HTMLElement | null =>
  form.querySelector<HTMLElement>(intentOf(form) === "carried" ? "select" : "textarea");

/** The forms of the page in which somebody began to write. */
export const begunForms = (): HTMLFormElement[] =>
  [
    ...document.querySelectorAll<HTMLFormElement>(".sn-record__forms form, .sn-recorder__refused form"),
  ].filter((form) => isBegun(isFilledForm(form), fieldsOf(form)));

/** A correction has the entry's words, and what is mended its own. */
const isFilledForm = (form: HTMLFormElement) =>
  intentOf(form) === "correct" || form.id.startsWith("record-mend-");
