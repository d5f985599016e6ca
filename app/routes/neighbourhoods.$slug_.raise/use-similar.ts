import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { paths } from "#app/paths.ts";
import { readSimilar, type SimilarConcern } from "./read-similar.ts";

// Somebody who stops to think, not every key; and no more questions than one concern is worth.
const pauseMs = 900;
const mostQuestions = 20;

const questions = ["category", "words", "placeWords", "lng", "lat"] as const;

function draftOf(form: HTMLFormElement): URLSearchParams {
  const typed = new FormData(form);
  const draft = new URLSearchParams();
  for (const name of questions) {
    const value = typed.get(name);
    if (typeof value === "string") draft.set(name, value);
  }
  return draft;
}

/** Published concerns like the one being typed. Posted, so that no words stand in an address; without script, none. */
export function useSimilar(slug: string, form: RefObject<HTMLFormElement>) {
  const [similar, setSimilar] = useState<readonly SimilarConcern[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const asked = useRef({ count: 0, draft: "" });

  const ask = useCallback(async () => {
    if (form.current === null || asked.current.count >= mostQuestions) return;
    const body = draftOf(form.current);
    const draft = body.toString();
    if (draft === asked.current.draft) return;
    asked.current = { count: asked.current.count + 1, draft };
    try {
      const response = await fetch(paths.similarConcerns(slug), { method: "POST", body });
      if (response.ok && asked.current.draft === draft) setSimilar(readSimilar(await response.json()));
    } catch {
      // An offer only: where it cannot be had, the form goes on without it.
    }
  }, [form, slug]);

  const look = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void ask(), pauseMs);
  }, [ask]);

  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return { similar, look };
}
