import { paths } from "#app/paths.ts";

/** Posts a WGS84 position, in degrees, to the finder: where somebody is never stands in an address. */
export function postPosition(lng: number, lat: number): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = paths.locate();
  for (const [name, value] of Object.entries({ lng, lat })) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    // Five decimals are one metre: all that a border needs.
    input.value = value.toFixed(5);
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}
