import { create } from "qrcode";

/** A QR code as one path of unit squares: a picture that the page draws itself, because its policy refuses others. */
export function qrPicture(text: string): { size: number; path: string } {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const rows = Array.from({ length: size }, (_, y) => Array.from(data.slice(y * size, (y + 1) * size)));
  return {
    size,
    path: rows
      .flatMap((row, y) => row.flatMap((isDark, x) => (isDark === 0 ? [] : [`M${x} ${y}h1v1h-1z`])))
      .join(""),
  };
}
