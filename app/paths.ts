/** Every address of the platform. */
export const paths = {
  home: () => "/",
  find: () => "/find",
  findAnswer: () => "/find/answer",
  locate: () => "/locate",
  placeSearch: (words?: string) =>
    words === undefined ? "/places" : `/places?q=${encodeURIComponent(words)}`,
  neighbourhoods: () => "/neighbourhoods",
  /** The list, at one district's heading. */
  district: (slug: string) => `/neighbourhoods#${slug}`,
  neighbourhood: (slug: string) => `/neighbourhoods/${slug}`,
  map: () => "/map",
  mapLines: (version: string) => `/map/lines.geojson?v=${encodeURIComponent(version)}`,
  attribution: () => "/attribution",
  help: () => "/help",
  api: {
    postcode: (postcode: string) => `/api/v1/postcodes/${encodeURIComponent(postcode)}`,
    locate: (lng: number, lat: number) => `/api/v1/locate?lat=${lat}&lng=${lng}`,
    neighbourhoods: () => "/api/v1/neighbourhoods",
    neighbourhood: (slug: string) => `/api/v1/neighbourhoods/${slug}`,
    neighbourhoodsGeoJson: (detail?: "exact" | number) =>
      detail === undefined
        ? "/api/v1/neighbourhoods.geojson"
        : `/api/v1/neighbourhoods.geojson?detail=${detail}`,
    places: (words: string) => `/api/v1/places?q=${encodeURIComponent(words)}`,
  },
} as const;
