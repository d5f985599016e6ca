const quietZone = 4;

/** The address to scan; it stands in words beside it. */
export function QrCode({ size, path }: { size: number; path: string }) {
  const whole = size + 2 * quietZone;
  return (
    <svg
      className="sn-poster__qr"
      viewBox={`${-quietZone} ${-quietZone} ${whole} ${whole}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label="QR code of the address beside it"
    >
      <rect className="ground" x={-quietZone} y={-quietZone} width={whole} height={whole} />
      <path d={path} />
    </svg>
  );
}
