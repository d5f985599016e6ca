const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "Pear Tree is now part of Normanton and Arboretum." */
export const partOfLine = (gone: string, heirs: readonly string[]): string =>
  `${gone} is now part of ${list.format(heirs)}.`;

/** To whoever raised a concern that is open. */
export const concernCarriedLine = (gone: string, heir: string): string =>
  `${partOfLine(gone, [heir])} Your concern went along, and the team there deals with it.`;

/** To whoever raised a concern that a cycle left over. */
export const concernGoesOnLine = (gone: string, heir: string): string =>
  `${partOfLine(gone, [heir])} Your concern goes on to the next cycle there, once.`;

export const priorityCarriedLine = (gone: string, heir: string): string =>
  `${partOfLine(gone, [heir])} This priority went along, and the team there works on it.`;

export const threadCarriedLine = (gone: string, heir: string): string =>
  `${partOfLine(gone, [heir])} Your message went along, and the team there answers it.`;

/** On a cycle whose vote or decision was under way when the boundaries changed. */
export const voteGoesOnLine = (name: string, heirs: readonly string[]): string =>
  heirs.length === 0
    ? `The boundary of ${name} changed. This vote is finished on the boundary on which it began.`
    : `${partOfLine(name, heirs)} This vote is finished on the boundary on which it began, and what it decides goes on there.`;

export const cycleClosedLine = (gone: string, heirs: readonly string[]): string =>
  `${partOfLine(gone, heirs)} This cycle is closed, and what is open goes on there.`;

/** To whoever answers for the heir. */
export const staffCarriedLine = (
  gone: string,
  { concerns, priorities, threads }: { concerns: number; priorities: number; threads: number },
): string =>
  `Boundaries changed: ${list.format([
    counted(priorities, "priority", "priorities"),
    counted(concerns, "concern", "concerns"),
    counted(threads, "message", "messages"),
  ])} of ${gone} are yours now`;

/** To a member of a panel or a key individual. */
export const memberCarriedLine = (gone: string, heir: string): string =>
  `${partOfLine(gone, [heir])} You now take part in ${heir} as you did there. Sign in as before: you need to do nothing.`;

/** To whoever answers for the heir. */
export const membersCarriedLine = (gone: string, heir: string, seats: number): string =>
  `Boundaries changed: ${countedSeats(seats)} of ${gone} belong to ${heir} now`;

/** To the inspector of a neighbourhood that was split. */
export const panelNotCarriedLine = (gone: string, heirs: readonly string[], people: number): string =>
  `${partOfLine(gone, heirs)} ${countedSeats(people)} were not moved: ask each where they belong, and invite them there`;

const countedSeats = (count: number) =>
  counted(count, "panel member or key individual", "panel members and key individuals");

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
