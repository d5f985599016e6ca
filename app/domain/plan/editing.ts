import type { PlanFieldName } from "./fields.ts";

/** A field as it stands with everybody, and who changed it last, in words. */
export interface Standing {
  value: string;
  version: number;
  changed: string | null;
}

/** The same with its name, as pages and answers carry it. */
export interface ShownField extends Standing {
  name: PlanFieldName;
}

/** A field on somebody's screen, while they and others write in it. */
export interface Editing {
  /** What stands in the box. */
  value: string;
  /** What it was written over. */
  read: Standing;
  /** What was sent and is not known to have arrived: an answer can be lost on the way. */
  sent: string | null;
  /** What somebody else wrote meanwhile, until one of the two texts is chosen. */
  theirs: Standing | null;
  /** What was wrong with the text that was refused last. */
  problems: readonly string[];
  refused: string | null;
}

/** Of what is kept on the device. */
export type Draft = Pick<Editing, "value" | "read" | "sent">;

export const opened = (read: Standing): Editing => ({
  value: read.value,
  read,
  sent: null,
  theirs: null,
  problems: [],
  refused: null,
});

/** What was wrong stays in sight until the new text is judged. */
export const typed = (editing: Editing, value: string): Editing =>
  value === editing.read.value ? { ...editing, value, problems: [] } : { ...editing, value };

/** Whether the box holds what nobody else has. */
export const isUnsent = ({ value, read }: Editing): boolean => value !== read.value;

/** Whether it can go: nobody has to choose or to put something right first. */
export const isToSend = (editing: Editing): boolean =>
  isUnsent(editing) && editing.theirs === null && editing.value !== editing.refused;

export const onItsWay = (editing: Editing): Editing => ({ ...editing, sent: editing.value });

/**
 * Takes in how a field stands with everybody. It replaces what nobody is writing here; what somebody is writing here
 * stays, and theirs is shown beside it. What we sent ourselves is nobody else's.
 */
export function arrived(editing: Editing, standing: Standing, isInUse = false): Editing {
  if (standing.version <= editing.read.version) return editing;
  if (standing.value === editing.value || standing.value === editing.sent)
    return { ...editing, read: standing, sent: null, theirs: null, problems: [], refused: null };
  return isUnsent(editing) || isInUse ? { ...editing, theirs: standing } : opened(standing);
}

/** What was sent cannot stand; what was typed since is sent again. */
export const refused = (editing: Editing, problems: readonly string[]): Editing => ({
  ...editing,
  sent: null,
  problems,
  refused: editing.sent ?? editing.refused,
});

/** The editor has chosen their own text: it goes over the other. */
export const keptMine = (editing: Editing): Editing =>
  editing.theirs === null ? editing : { ...editing, read: editing.theirs, theirs: null };

export const keptTheirs = (editing: Editing): Editing =>
  editing.theirs === null ? editing : opened(editing.theirs);

/** Nobody is in the box any more: what they did not change takes the new text. */
export const left = (editing: Editing): Editing => (isUnsent(editing) ? editing : keptTheirs(editing));

/** What the device had kept, over how the field stands by now. */
export const restored = (draft: Draft, standing: Standing): Editing =>
  arrived({ ...opened(draft.read), value: draft.value, sent: draft.sent }, standing);
