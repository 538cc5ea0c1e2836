/** Everything about regions: the list of divisions, short names and the reading of codes and names. */
export { countryCode } from './division-list.ts';
export { divisions, type Region, type RegionScope } from './divisions.ts';
export { shortRegionName } from './region-name.ts';
export { createRegionResolver } from './region-resolver.ts';
