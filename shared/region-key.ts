/** A region by its name in small letters with dashes: as its house style and its pages know it. */
export function asRegionKey(region: string): string {
  return region
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
