import L from "leaflet";
import "leaflet/dist/leaflet.css";
import { useEffect, useRef } from "react";
import { postPosition } from "#app/components/post-position.ts";
import { labelAreas } from "./area-labels.ts";
import type { LngLat } from "#geo/types.ts";
import { fetchAreas, type MapArea, type MapAreas } from "./map-data.ts";
import type { LeafletMapProps } from "./map-options.ts";
import { areaAt, districtsOf, neighbourhoodsOf } from "./named-areas.ts";

// At and below this zoom districts are named; above it neighbourhoods.
const districtNamesUpTo = 9.5;
// From this zoom the areas come in finer detail.
const [finerFrom, finerZoom] = [12, 14];

type AreaLayer = L.Polygon & { feature: MapArea };
const isAreaLayer = (layer: L.Layer): layer is AreaLayer => layer instanceof L.Polygon && "feature" in layer;
const layersOf = (areas: L.GeoJSON): AreaLayer[] => areas.getLayers().filter(isAreaLayer);

function slugOf(feature: { properties: unknown } | undefined): string | null {
  const properties = feature?.properties;
  const has = typeof properties === "object" && properties !== null && "slug" in properties;
  return has && typeof properties.slug === "string" ? properties.slug : null;
}

function addAreas({ here, tones }: LeafletMapProps, data: MapAreas): L.GeoJSON {
  return L.geoJSON(data, {
    style: (feature) => {
      const slug = slugOf(feature);
      const tone = slug === null ? 1 : (tones?.[slug] ?? 1);
      return { className: slug !== null && slug === here ? "sn-area here" : `sn-area t${tone}` };
    },
    onEachFeature: (feature: MapArea, layer) => {
      const name = document.createElement("span");
      name.textContent = feature.properties.name;
      layer.bindTooltip(name, { sticky: true, direction: "top", opacity: 1 });
      // A tooltip makes each area a stop of the keyboard: a hundred of them, where Enter chooses nothing.
      layer.on("add", () => {
        if (layer instanceof L.Polygon) layer.getElement()?.setAttribute("tabindex", "-1");
      });
    },
  });
}

const labelMarker = (words: string, at: L.LatLng, kind: "district" | "here" | "near") => {
  const text = document.createElement("span");
  text.textContent = words;
  return L.marker(at, {
    interactive: false,
    keyboard: false,
    icon: L.divIcon({ html: text, className: `sn-map-label sn-map-label--${kind}`, iconSize: [0, 0] }),
  });
};

function nameAreas(map: L.Map, labels: L.LayerGroup, areas: MapAreas, here: string | null): void {
  const districts = map.getZoom() <= districtNamesUpTo && here === null ? districtsOf(areas) : [];
  const isFar = districts.length > 0;
  const { x: width, y: height } = map.getSize();
  const at = (x: number, y: number) => map.containerPointToLatLng([x, y]);
  labels.clearLayers();
  const placed = labelAreas(
    isFar ? districts : neighbourhoodsOf(areas, here),
    { left: 0, top: 0, width, height },
    (x, y) => [at(x, y).lng, at(x, y).lat],
  );
  for (const { words, x, y, isHere } of placed) {
    labels.addLayer(labelMarker(words, at(x, y), isFar ? "district" : isHere ? "here" : "near"));
  }
}

const isTyping = () => document.activeElement?.matches("input, select, textarea") === true;

interface OpenMap {
  mark: (point: LngLat | null) => void;
  close: () => void;
}

function openMap(container: HTMLElement, props: LeafletMapProps): OpenMap {
  const { areas: data, lines, here, tiles, onChoose, isWhole = false } = props;
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(container, {
    attributionControl: false,
    zoomSnap: 0.5,
    scrollWheelZoom: isWhole,
    // On a page that only holds a map, a finger moves the page; two fingers still zoom the map.
    dragging: isWhole || onChoose !== undefined || !L.Browser.mobile,
    zoomAnimation: !isStill,
    fadeAnimation: !isStill,
    inertia: !isStill,
  });
  if (tiles !== null) {
    L.tileLayer(tiles.url).addTo(map);
    L.control.attribution({ prefix: false }).addAttribution(tiles.attribution).addTo(map);
    container.classList.add("sn-leaflet--tiles");
  }
  let shown = data;
  let areas = addAreas(props, data).addTo(map);
  L.geoJSON(lines, { interactive: false, style: { className: "sn-district-line" } }).addTo(map);
  const labels = L.layerGroup().addTo(map);

  const gold = layersOf(areas).find((layer) => slugOf(layer.feature) === here);
  gold?.bringToFront();
  map.fitBounds((gold ?? areas).getBounds(), { padding: here === null ? [8, 8] : [40, 40], animate: false });
  map.setMaxBounds(areas.getBounds().pad(0.5));
  map.setMinZoom(map.getBoundsZoom(areas.getBounds().pad(0.1)));
  nameAreas(map, labels, shown, here);

  let isFine = here !== null;
  map.on("moveend", () => {
    nameAreas(map, labels, shown, here);
  });
  map.on("zoomend", () => {
    if (isFine || map.getZoom() < finerFrom) return;
    isFine = true;
    fetchAreas(finerZoom)
      .then((finer) => {
        shown = finer;
        areas.remove();
        areas = addAreas(props, finer).addTo(map);
        layersOf(areas).forEach((layer) => layer.bringToBack());
      })
      .catch(() => {
        isFine = false;
      });
  });
  const choose = ({ lng, lat }: L.LatLng) => {
    if (onChoose === undefined) postPosition(lng, lat);
    else onChoose({ point: [lng, lat], area: areaAt(shown, [lng, lat]) });
  };
  map.on("click", ({ latlng }) => {
    choose(latlng);
  });
  container.addEventListener("keydown", ({ key, target }) => {
    if (key === "Enter" && target === container) choose(map.getCenter());
  });
  // Whoever asked for the map to choose on goes on there, unless they began to write meanwhile.
  if (onChoose !== undefined && !isTyping()) container.focus();

  const marked = L.circleMarker([0, 0], { radius: 10, interactive: false, className: "sn-map-point" });
  return {
    mark: (point) => {
      if (point === null) marked.remove();
      else marked.setLatLng([point[1], point[0]]).addTo(map);
    },
    close: () => {
      map.remove();
    },
  };
}

/** The one place that knows Leaflet. Boundaries, district lines and names need no tile server. */
export function LeafletMap(props: LeafletMapProps) {
  const container = useRef<HTMLDivElement>(null);
  const given = useRef(props);
  const opened = useRef<OpenMap>();
  const { label, onChoose, mark = null } = props;
  useEffect(() => {
    if (container.current === null) return;
    const map = openMap(container.current, given.current);
    opened.current = map;
    return map.close;
  }, []);
  useEffect(() => {
    opened.current?.mark(mark);
  }, [mark]);
  const what = onChoose === undefined ? "neighbourhood" : "point";
  return (
    <div
      ref={container}
      className="sn-leaflet"
      role="application"
      aria-label={`${label}. Arrow keys move the map, plus and minus zoom, Enter chooses the ${what} under the cross.`}
    />
  );
}
