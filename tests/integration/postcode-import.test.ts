import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  codePoint,
  files,
  inForce,
  load,
  outsideDistrict,
  sk,
  usePostcodeTests,
} from "./postcode-loading.ts";

usePostcodeTests();

describe("OS Code-Point Open", () => {
  const asFolder = async () => {
    const folder = join(files.folder, "codepo_gb");
    await mkdir(join(folder, "Data/CSV"), { recursive: true });
    await mkdir(join(folder, "Doc"), { recursive: true });
    for (const [name, content] of Object.entries(codePoint)) await files.write(name, content);
    return folder;
  };
  const asZip = () => files.zip("codepo_gb.zip", codePoint);
  const asTarGz = () =>
    files.tarGz(
      "codepo_gb.tar.gz",
      Object.entries(codePoint).map(([name, content]) => [{ name }, content.toString("latin1")]),
    );

  test.each([
    ["a folder", asFolder],
    ["a zip", asZip],
    ["a tar.gz", asTarGz],
  ])("as %s", async (_, write) => {
    const { edition, result } = await load(await write());
    expect(edition).toMatchObject({
      source: "OS Code-Point Open 2026.1.0",
      date: "2026-01-20",
      isIllustrative: false,
    });
    expect(result).toMatchObject({
      outcome: "loaded",
      report: { read: 8, added: 3, gone: 0, changed: 0, moved: 0 },
    });
    const [, noPoint, buxton] = await inForce();
    expect(await inForce()).toHaveLength(3);
    expect(noPoint).toEqual({
      postcode: "DE4 9ZZ",
      lng: NaN,
      lat: NaN,
      districtCode: "E07000035",
      terminatedIn: null,
    });
    expect(buxton).toMatchObject({ postcode: "SK17 9ZZ", districtCode: "E07000037" });
    expect(buxton?.lng).toBeCloseTo(-1.9133, 2);
    expect(buxton?.lat).toBeCloseTo(53.2585, 2);
  });

  test("keeps the credit of its licence", async () => {
    const { edition } = await load(await asZip());
    expect(edition?.attribution).toBe("Contains OS data © Crown copyright 2026.");
  });

  test.each([
    ["another district's", "S1", "9ZZ", "E08000019"],
    ["one beside the force's", "DE1", "9ZZ", "E06000015"],
    ["one in no district, far from the force", "S98", "9ZZ", ""],
    ["one in no district, where the force has postcodes", "DE4", "9ZX", null],
    ["one of the force", "DE4", "9ZY", null],
  ])("packs postcodes outside: %s", async (_, outward, inward, district) => {
    await load(await asZip());
    expect(await outsideDistrict(outward, inward)).toBe(district);
  });

  test("takes the districts that are named instead of the partnerships'", async () => {
    await load(await asZip(), { districts: ["E08000019"] });
    expect((await inForce()).map(({ postcode }) => postcode)).toEqual(["S1 9ZZ"]);
  });

  test("reads one area's file alone", async () => {
    const { edition } = await load(await files.write("sk.csv", sk));
    expect(edition).toMatchObject({ source: "OS Code-Point Open", date: null });
    expect(await inForce()).toHaveLength(1);
  });

  test("shows how far it is, in bytes of the archive, then in rows", async () => {
    const { job } = await load(await asZip());
    expect(job.progressed[0]).toMatchObject({ stage: "Reading postcodes", unit: "bytes" });
    expect(job.progressed.at(-1)).toEqual({ stage: "Writing postcodes", done: 7, total: 7, unit: "rows" });
  });
});

describe("the ONS Postcode Directory", () => {
  const header =
    '"pcd","pcd2","pcds","dointr","doterm","oscty","oslaua","oseast1m","osnrth1m","lat","long"\n';
  const rows =
    '"DE4 9ZY","DE4  9ZY","DE4 9ZY","198001","","E10000007","E07000035","429800","0360100",53.137,-1.5558\n' +
    '"DE4 9ZW","DE4  9ZW","DE4 9ZW","198001","201906","E10000007","E07000035","429800","0360100",53.1371,-1.5559\n' +
    '"DE4 9ZT","DE4  9ZT","DE4 9ZT","202301","","E10000007","E07000035","","",99.999999,0.000000\n' +
    '"S1  9ZZ","S1   9ZZ","S1 9ZZ","198001","","","E08000019","435400","0387200",53.38,-1.47\n' +
    '"S1  9ZY","S1   9ZY","S1 9ZY","198001","199912","","E08000019","435400","0387200",53.38,-1.47\n';
  const newHeader = "pcd7,pcd8,pcds,dointr,doterm,cty25cd,lad25cd,east1m,north1m,lat,long\n";

  test.each([
    ["in its older columns", header, "ONSPD_FEB_2025_UK.csv"],
    ["in its newer columns", newHeader, "ONSPD_FEB_2025.csv"],
  ])("%s", async (_, names, fileName) => {
    const { edition, result } = await load(await files.write(fileName, names + rows));
    expect(edition).toMatchObject({ source: "ONS Postcode Directory", date: "2025-02-01" });
    expect(edition?.attribution).toContain("Office for National Statistics");
    expect(await inForce()).toEqual([
      { postcode: "DE4 9ZT", lng: NaN, lat: NaN, districtCode: "E07000035", terminatedIn: null },
      { postcode: "DE4 9ZW", lng: -1.5559, lat: 53.1371, districtCode: "E07000035", terminatedIn: "2019-06" },
      { postcode: "DE4 9ZY", lng: -1.5558, lat: 53.137, districtCode: "E07000035", terminatedIn: null },
    ]);
    expect(await outsideDistrict("S1", "9ZZ")).toBe("E08000019");
    expect(await outsideDistrict("S1", "9ZY")).toBeNull();
    expect(result).toMatchObject({ report: { read: 5, added: 2 } });
  });

  test("as a zip, its copy by area and its look-ups left alone", async () => {
    const path = await files.zip("onspd.zip", {
      "Data/ONSPD_FEB_2025_UK.csv": header + rows,
      "Data/multi_csv/ONSPD_FEB_2025_UK_DE.csv": header + rows,
      "Documents/LA_UA names and codes UK as at 04_23.csv": "LAD23CD,LAD23NM\nE07000035,Derbyshire Dales\n",
      "User Guide/ONSPD User Guide.pdf": "%PDF",
    });
    const { edition } = await load(path);
    expect(edition?.date).toBe("2025-02-01");
    expect(await inForce()).toHaveLength(3);
  });

  test("places a postcode by the grid where it has no degrees", async () => {
    const path = await files.write(
      "grid.csv",
      "pcds,doterm,oslaua,oseast1m,osnrth1m\nDE4 9ZY,,E07000035,429800,0360100\n",
    );
    await load(path);
    const [found] = await inForce();
    expect(found?.lat).toBeCloseTo(53.1372, 3);
    expect(found?.lng).toBeCloseTo(-1.5558, 2);
  });
});

describe("a plain list", () => {
  test.each([
    ["as it is described", "postcode,lat,lng\nDE4 9ZY,53.137,-1.5558\n", null],
    [
      "in another order, with districts",
      "Longitude,District,Latitude,Postcode\n-1.5558,e07000035,53.137,de49zy\n",
      "E07000035",
    ],
    [
      "as a spreadsheet writes it",
      '\uFEFF"postcode","latitude","long","note"\r\n"DE4 9ZY","53.137","-1.5558","by the\nmill"\r\n',
      null,
    ],
  ])("%s", async (_, text, districtCode) => {
    const { edition } = await load(await files.write("ours.csv", text));
    expect(edition).toMatchObject({ source: "ours.csv", date: null, attribution: "" });
    expect(await inForce()).toEqual([
      { postcode: "DE4 9ZY", lng: -1.5558, lat: 53.137, districtCode, terminatedIn: null },
    ]);
  });

  test("takes the date and the credit it is given", async () => {
    const { edition } = await load(
      await files.write("ours.csv", "postcode,lat,lng\nDE4 9ZY,53.137,-1.5558\n"),
      {
        sourceDate: "2026-03-01",
        attribution: "© The Force",
      },
    );
    expect(edition).toMatchObject({ date: "2026-03-01", attribution: "© The Force" });
  });

  test("reports the few rows it could not read, with line and file", async () => {
    const rows = Array.from({ length: 2_000 }, (_, n) => {
      const letters = "ABDEFGHJLN";
      const inward = `${n % 10}${letters[Math.floor(n / 10) % 10] ?? ""}${letters[Math.floor(n / 100) % 10] ?? ""}`;
      return `DE${Math.floor(n / 1_000) + 4} ${inward},53.1,-1.5`;
    });
    rows[1_000] = "nonsense,53.1,-1.5";
    const { result } = await load(await files.write("ours.csv", `postcode,lat,lng\n${rows.join("\n")}\n`));
    expect(result).toMatchObject({
      report: {
        read: 2_000,
        added: 1_999,
        warnings: ['line 1002 of ours.csv: "nonsense" is not a postcode; left out'],
      },
    });
  });
});
