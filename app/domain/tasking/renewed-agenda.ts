import type { StandingItem } from "./write-agenda.ts";

/** An item of an agenda as it was, as far as renewing it depends on it. */
interface KnownItem extends Omit<StandingItem, "marking"> {
  id: string;
  isStanding: boolean;
  /** Above 1 where somebody changed it since. */
  version: number;
}

interface Renewed extends Pick<StandingItem, "position" | "title" | "brief" | "priorityReason"> {
  id: string;
}

/** What becomes of an agenda that is written anew. */
export interface RenewedAgenda {
  added: StandingItem[];
  renewed: Renewed[];
  gone: string[];
}

const keyOf = ({ section, priorityId }: Pick<StandingItem, "section" | "priorityId">) =>
  `${section} ${priorityId ?? ""}`;

/**
 * Brings the standing items of an agenda up to date. What people added is not touched; a standing item that somebody
 * changed keeps its words, and stays where nothing of it is left to say.
 */
export function renewedAgenda(known: readonly KnownItem[], standing: readonly StandingItem[]): RenewedAgenda {
  const before = new Map(known.filter(({ isStanding }) => isStanding).map((item) => [keyOf(item), item]));
  const renewed: Renewed[] = [];
  const added: StandingItem[] = [];
  for (const item of standing) {
    const old = before.get(keyOf(item));
    before.delete(keyOf(item));
    if (old === undefined) added.push(item);
    else {
      const { title, brief } = old.version > 1 ? old : item;
      const { position, priorityReason } = item;
      const isAsItWas =
        old.title === title &&
        old.brief === brief &&
        old.position === position &&
        old.priorityReason === priorityReason;
      if (!isAsItWas) renewed.push({ id: old.id, title, brief, position, priorityReason });
    }
  }
  const gone = [...before.values()].filter(({ version }) => version === 1).map(({ id }) => id);
  return { added, renewed, gone };
}
