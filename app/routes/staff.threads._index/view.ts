import { z } from "zod";

/** Which messages are listed, and which page of them. */
export interface View {
  isSettled: boolean;
  page: number;
}

// Far beyond what anybody leafs through; bounds the offset.
const page = z.coerce.number().int().min(1).max(1_000).catch(1);

export const readView = (asked: URLSearchParams): View => ({
  isSettled: asked.get("show") === "settled",
  page: page.parse(asked.get("page") ?? 1),
});

export const viewQuery = ({ isSettled, page: number }: View): string =>
  new URLSearchParams({ show: isSettled ? "settled" : "open", page: String(number) }).toString();
