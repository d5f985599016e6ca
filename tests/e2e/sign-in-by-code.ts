import type { Page } from "playwright-core";

export const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
export const follow = (page: Page, name: string | RegExp) => page.getByRole("link", { name }).click();
export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name }).waitFor();

/** Reads the last code sent to an address in the demonstration's mailbox, and comes back. */
export async function readCode(page: Page, email: string): Promise<string> {
  const { href } = new URL(page.url());
  await follow(page, "its mailbox");
  await heading(page, "Emails of this demonstration");
  await page.getByRole("listitem").filter({ hasText: email }).first().getByRole("link").click();
  await heading(page, "Your six-digit code");
  const [code = ""] = /\b\d{6}\b/.exec(await page.getByRole("main").innerText()) ?? [];
  await page.goto(href);
  return code;
}

export async function signIn(page: Page, email: string) {
  await page.getByLabel("Email address").fill(email);
  await press(page, "Send me a code");
  await heading(page, "Check your email");
  const code = await readCode(page, email);
  await page.getByLabel("Six-digit code").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await press(page, "Continue");
}
