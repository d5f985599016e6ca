import { useCallback, useEffect, useState } from "react";
import type { PlanFieldName } from "#app/domain/plan/fields.ts";
import { slugOfField } from "#app/domain/plan/parts.ts";
import { paths } from "#app/paths.ts";
import { useHydrated } from "#app/components/use-hydrated.ts";

/**
 * Which part is open. All of them are on the page's own hands already: going from one to another needs no line, and
 * where the page is loaded again it opens the same.
 */
export function useOpenPart(reference: string, part: string) {
  const [at, setAt] = useState<{ slug: string; focus: string | null }>({ slug: part, focus: null });
  const isHydrated = useHydrated();
  useEffect(() => {
    setAt({ slug: part, focus: null });
  }, [part]);
  useEffect(() => {
    if (at.focus !== null) document.getElementById(at.focus)?.focus();
  }, [at]);
  const move = useCallback(
    (slug: string, focus: string) => {
      window.history.replaceState(window.history.state, "", paths.staff.planPart(reference, slug));
      setAt({ slug, focus });
    },
    [reference],
  );
  const go = {
    open: (slug: string) => move(slug, `part-${slug}`),
    goTo: (name: PlanFieldName) => move(slugOfField(name), `field-${name}`),
  };
  return { slug: at.slug, go: isHydrated ? go : null };
}
