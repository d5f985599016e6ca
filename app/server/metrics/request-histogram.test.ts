import { expect, test } from "vitest";
import { createRequestHistogram } from "./request-histogram.ts";

const lines = (text: string, start: string) => text.split("\n").filter((line) => line.startsWith(start));

test("counts each answer in every bound that it kept, and in the sum", () => {
  const histogram = createRequestHistogram();
  histogram.add("GET", "/help", 200, 0.0005);
  histogram.add("GET", "/help", 204, 0.001);
  histogram.add("GET", "/help", 200, 0.02);
  histogram.add("GET", "/help", 200, 60);
  histogram.add("GET", "/help", 404, 0.25);
  const text = histogram.text();
  const labels = 'route="/help",method="GET",status="2xx"';
  const bucket = "http_request_duration_seconds_bucket";
  expect(lines(text, `${bucket}{le="0.001",${labels}}`)).toEqual([`${bucket}{le="0.001",${labels}} 2`]);
  expect(lines(text, `${bucket}{le="0.01",${labels}}`)).toEqual([`${bucket}{le="0.01",${labels}} 2`]);
  expect(lines(text, `${bucket}{le="0.025",${labels}}`)).toEqual([`${bucket}{le="0.025",${labels}} 3`]);
  expect(lines(text, `${bucket}{le="5",${labels}}`)).toEqual([`${bucket}{le="5",${labels}} 3`]);
  expect(lines(text, `${bucket}{le="+Inf",${labels}}`)).toEqual([`${bucket}{le="+Inf",${labels}} 4`]);
  expect(lines(text, "http_request_duration_seconds_sum")[0]).toBe(
    `http_request_duration_seconds_sum{${labels}} 60.0215`,
  );
  expect(lines(text, "http_request_duration_seconds_count")).toEqual([
    `http_request_duration_seconds_count{${labels}} 4`,
    'http_request_duration_seconds_count{route="/help",method="GET",status="4xx"} 1',
  ]);
});

test("has one series for all methods that are none of ours", () => {
  const histogram = createRequestHistogram();
  for (const method of ["PROPFIND", "REPORT", "PROPFIND", "other"]) histogram.add(method, '/a"b\\c', 405, 0);
  expect(lines(histogram.text(), "http_request_duration_seconds_count")).toEqual([
    'http_request_duration_seconds_count{route="/a\\"b\\\\c",method="other",status="4xx"} 4',
  ]);
});
