import { describe, expect, it } from "vitest";
import { controlSocketPath } from "./control-socket.ts";

describe("controlSocketPath", () => {
  it("lies in the data folder", () => {
    expect(controlSocketPath("/srv/force/.data")).toBe("/srv/force/.data/control.sock");
  });
  it("is the same for a folder however it is written", () => {
    expect(controlSocketPath("/srv/force/../force/.data/")).toBe("/srv/force/.data/control.sock");
  });
  it("takes a short name where the folder's is too long for a socket, one for each folder", () => {
    const long = `/srv/${"long/".repeat(30)}`;
    const path = controlSocketPath(`${long}a`);
    expect(Buffer.byteLength(path)).toBeLessThanOrEqual(100);
    expect(path).toBe(controlSocketPath(`${long}a`));
    expect(path).not.toBe(controlSocketPath(`${long}b`));
  });
});
