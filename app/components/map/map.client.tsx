import L from "leaflet";
import "leaflet/dist/leaflet.css";
import { useEffect, useRef } from "react";
import { postPosition } from "#app/components/post-position.ts";
import { placeLabels } from "./label-placement.ts";
import { fetchAreas, type MapArea, type MapAreas } from "./map-data.ts";
import type { LeafletMapProps } from "./map-shell.tsx";

// At and below this zoom districts are named; above it neighbourhoods.
const districtNamesUpTo = 9;
// From this zoom the areas come in finer detail.
const [finerFrom, finerZoom] = [12, 14];

type AreaLayer = L.Polygon & { feature: MapArea };
const isAreaLayer = (layer: L.Layer): layer is AreaLayer => layer instanceof L.Polygon && "feature" in layer;
const layersOf = (areas: L.GeoJSON): AreaLayer[] => areas.getLayers().filter(isAreaLayer);

function addAreas({ here, tones }: LeafletMapProps, data: MapAreas): L.GeoJSON {
  return L.geoJSON(data, {
    style: (feature) => {
      const slug: unknown = feature?.properties.slug;
      const tone = typeof slug === "string" ? (tones?.[slug] ?? 1) : 1;
      return { className: slug === here ? "sn-area here" : `sn-area t${tone}` };
    },
    onEachFeature: (feature: MapArea, layer) => {
      const name = document.createElement("span");
      name.textContent = feature.properties.name;
      layer.bindTooltip(name, { sticky: true, direction: "top", opacity: 1 });
    },
  });
}

const labelMarker = (words: string, at: L.LatLng, className: string) => {
  const text = document.createElement("span");
  text.textContent = words;
  return L.marker(at, {
    interactive: false,
    keyboard: false,
    icon: L.divIcon({ html: text, className: `sn-map-label ${className}`, iconSize: [0, 0] }),
  });
};

function districtLabels(areas: L.GeoJSON) {
  const bounds = new Map<string, L.LatLngBounds>();
  for (const layer of layersOf(areas)) {
    const { district } = layer.feature.properties;
    if (district === null) continue;
    const known = bounds.get(district);
    if (known) known.extend(layer.getBounds());
    else
      bounds.set(
        district,
        L.latLngBounds(layer.getBounds().getSouthWest(), layer.getBounds().getNorthEast()),
      );
  }
  return [...bounds].map(([words, box]) => ({
    words,
    box,
    className: "sn-map-label--district",
    isFirst: false,
  }));
}

const areaLabels = (areas: L.GeoJSON, here: string | null) =>
  layersOf(areas).map((layer) => ({
    words: layer.feature.properties.name,
    box: layer.getBounds(),
    className: "",
    isFirst: layer.feature.properties.slug === here,
  }));

function nameAreas(map: L.Map, labels: L.LayerGroup, areas: L.GeoJSON, here: string | null): void {
  const wanted =
    map.getZoom() <= districtNamesUpTo && here === null ? districtLabels(areas) : areaLabels(areas, here);
  labels.clearLayers();
  const placed = placeLabels(
    wanted.map(({ box, ...label }) => {
      const at = box.getCenter();
      const { x, y } = map.latLngToLayerPoint(at);
      const roomPixels =
        map.latLngToLayerPoint(box.getNorthEast()).x - map.latLngToLayerPoint(box.getSouthWest()).x;
      return { ...label, at, x, y, roomPixels };
    }),
  );
  for (const { words, at, className } of placed) labels.addLayer(labelMarker(words, at, className));
}

function openMap(container: HTMLElement, props: LeafletMapProps): () => void {
  const { areas: data, lines, here, tiles, isWhole = false } = props;
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(container, {
    attributionControl: false,
    zoomSnap: 0.5,
    scrollWheelZoom: isWhole,
    // On a page that only holds a map, a finger moves the page; two fingers still zoom the map.
    dragging: isWhole || !L.Browser.mobile,
    zoomAnimation: !isStill,
    fadeAnimation: !isStill,
    inertia: !isStill,
  });
  if (tiles !== null) {
    L.tileLayer(tiles.url).addTo(map);
    L.control.attribution({ prefix: false }).addAttribution(tiles.attribution).addTo(map);
    container.classList.add("sn-leaflet--tiles");
  }
  let areas = addAreas(props, data).addTo(map);
  L.geoJSON(lines, { interactive: false, style: { className: "sn-district-line" } }).addTo(map);
  const labels = L.layerGroup().addTo(map);

  const gold = layersOf(areas).find((layer) => layer.feature.properties.slug === here);
  gold?.bringToFront();
  map.fitBounds((gold ?? areas).getBounds(), { padding: here === null ? [8, 8] : [40, 40], animate: false });
  map.setMaxBounds(areas.getBounds().pad(0.5));
  map.setMinZoom(map.getBoundsZoom(areas.getBounds().pad(0.1)));
  nameAreas(map, labels, areas, here);

  let isFine = here !== null;
  map.on("zoomend", () => {
    nameAreas(map, labels, areas, here);
    if (isFine || map.getZoom() < finerFrom) return;
    isFine = true;
    fetchAreas(finerZoom)
      .then((finer) => {
        areas.remove();
        areas = addAreas(props, finer).addTo(map);
        layersOf(areas).forEach((layer) => layer.bringToBack());
      })
      .catch(() => {
        isFine = false;
      });
  });
  map.on("click", ({ latlng }) => {
    postPosition(latlng.lng, latlng.lat);
  });
  container.addEventListener("keydown", ({ key, target }) => {
    if (key !== "Enter" || target !== container) return;
    const { lng, lat } = map.getCenter();
    postPosition(lng, lat);
  });
  return () => {
    map.remove();
  };
}

/** The one place that knows Leaflet. Boundaries, district lines and names need no tile server. */
export function LeafletMap(props: LeafletMapProps) {
  const container = useRef<HTMLDivElement>(null);
  const given = useRef(props);
  useEffect(() => (container.current === null ? undefined : openMap(container.current, given.current)), []);
  return (
    <div
      ref={container}
      className="sn-leaflet"
      role="application"
      aria-label={`${props.label}. Arrow keys move the map, plus and minus zoom, Enter chooses the neighbourhood under the cross.`}
    />
  );
}
