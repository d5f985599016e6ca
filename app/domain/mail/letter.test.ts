import { describe, expect, test } from "vitest";
import { letterOf } from "./letter.ts";

const stop = { about: "your concern", url: "https://sn.example/unsubscribe/abc_-1" };

describe("a letter", () => {
  test("that can be stopped ends with how", () => {
    const { text, html } = letterOf({ subject: "Hello", body: "One.\r\n\r\nTwo.\n", stop });
    expect(text).toBe(
      "One.\n\nTwo.\n\nYou get this because you asked for emails about your concern.\n" +
        "To stop these emails, open https://sn.example/unsubscribe/abc_-1\n",
    );
    expect(html).toContain(`<a href="${stop.url}">${stop.url}</a></p>`);
  });

  test("that cannot be stopped is the words alone", () => {
    expect(letterOf({ subject: "Hello", body: "One.", stop: null }).text).toBe("One.\n");
  });

  test("says the same in HTML, in a language, with nothing to fetch", () => {
    const { html } = letterOf({ subject: "Tea & talk", body: "One.\nTwo.\n\nThree.", stop: null });
    expect(html).toContain('<html lang="en-GB">');
    expect(html).toContain("<title>Tea &amp; talk</title>");
    expect(html).toContain("<p>One.<br>\nTwo.</p>\n<p>Three.</p>");
    expect(html).not.toMatch(/<img|<script|src=|url\(|@import/i);
  });

  test("is text throughout: no words become markup", () => {
    const { html } = letterOf({
      subject: "</title><script>",
      body: `<img src=x onerror='a'> "q" https://sn.example/?a=1&b="><script>`,
      stop: null,
    });
    expect(html).toContain("<title>&lt;/title&gt;&lt;script&gt;</title>");
    expect(html).toContain("&lt;img src=x onerror=&#39;a&#39;&gt; &quot;q&quot; ");
    expect(html).toContain(
      '<a href="https://sn.example/?a=1&amp;b=">https://sn.example/?a=1&amp;b=</a>&quot;&gt;',
    );
    expect(html).not.toContain("<script>");
  });

  test.each([
    ["Open https://sn.example/a.", "https://sn.example/a"],
    ["(https://sn.example/a)", "https://sn.example/a"],
    ["https://sn.example/a?b=c#d, then", "https://sn.example/a?b=c#d"],
  ])("finds the link in %j", (body, url) => {
    expect(letterOf({ subject: "x", body, stop: null }).html).toContain(`<a href="${url}">${url}</a>`);
  });

  test.each(["javascript:alert(1)", "mailto:jo@example.org", "https://"])("%j is no link", (body) => {
    expect(letterOf({ subject: "x", body, stop: null }).html).not.toContain("<a ");
  });

  test("has a subject of one line", () => {
    const subject = "Hello\r\nBcc: all@example.org\u2028there\u0000";
    expect(letterOf({ subject, body: "x", stop: null }).subject).toBe("Hello Bcc: all@example.org there");
  });
});
