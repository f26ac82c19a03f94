// Which page an address means. Ids in a path may hold slashes, encoded or not.
import type { PageName } from '../page-links.ts';

export type SpotName = Exclude<PageName, 'map'> | 'report' | 'place';

export interface Spot {
  readonly name: SpotName;
  readonly id: string | null;
}

const LISTS: readonly SpotName[] = ['changes', 'counts', 'reports', 'sources', 'incidents', 'refusals', 'limits'];
const ONES: readonly (readonly [start: string, name: SpotName])[] = [
  ['/reports/', 'report'],
  ['/place/', 'place'],
];

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    // A stray percent sign is nobody's id.
    if (error instanceof URIError) return null;
    throw error;
  }
};

/** Null where the address is none of these pages. */
export const spotOf = (path: string): Spot | null => {
  const [start, name] = ONES.find(([head]) => path.startsWith(head)) ?? [];
  if (start !== undefined && name !== undefined) {
    const id = decoded(path.slice(start.length));
    return id === null || id === '' ? null : { name, id };
  }
  const list = LISTS.find((each) => path === `/${each}` || path === `/${each}/`);
  return list === undefined ? null : { name: list, id: null };
};
