// Whether the files of a theatre fit each other: ids that exist, names that are told apart, dates in order.
// Invariant: every check sees all files and reports all faults; none changes anything.
import { VOICE_SIDES } from '../model/actor.ts';
import type { Day } from '../model/time.ts';
import { foldName } from './fold-name.ts';
import type { TheatreFiles } from './parse-files.ts';
import type { Row, TheatreFault } from './theatre-fault.ts';

type Check = (files: TheatreFiles) => readonly TheatreFault[];

const at =
  (file: string, column: string | null) =>
  (row: number | null, message: string): TheatreFault => ({ file, row, column, message });

const duplicates = <T>(rows: readonly Row<T>[], keyOf: (value: T) => string): { row: number; key: string }[] => {
  const seen = new Set<string>();
  return rows.flatMap(({ row, value }) => {
    const key = keyOf(value);
    if (seen.has(key)) return [{ row, key }];
    seen.add(key);
    return [];
  });
};

const sideIds = ({ theatre }: TheatreFiles): ReadonlySet<string> => new Set(theatre?.sides.map(({ id }) => id));
const placeIds = ({ places, faultyPlaces }: TheatreFiles): ReadonlySet<string> =>
  new Set([...places.map(({ value }) => value.id), ...faultyPlaces]);
const inDisorder = (from: Day | null, until: Day | null): boolean => from !== null && until !== null && from > until;

const idsAreUnique: Check = ({ theatre, places, actors, outlets, baselines, cells }) => {
  const sides = (theatre?.sides ?? []).map((value, index) => ({ row: index + 1, value }));
  const say = (file: string, column: string, found: { row: number; key: string }[]) =>
    found.map(({ row, key }) => at(file, column)(row, `"${key}" stands there already`));
  return [
    ...say(
      'theatre.json',
      'sides.id',
      duplicates(sides, ({ id }) => id),
    ),
    ...say(
      'gazetteer.csv',
      'id',
      duplicates(places, ({ id }) => id),
    ),
    ...say(
      'actors.json',
      'id',
      duplicates(actors, ({ id }) => id),
    ),
    ...say(
      'outlets.json',
      'name',
      duplicates(outlets, ({ name }) => foldName(name)),
    ),
    ...say(
      'baseline.json',
      'id',
      duplicates(baselines, ({ id }) => id),
    ),
    ...say(
      'cells.geojson',
      'properties.place',
      duplicates(cells, ({ place }) => place),
    ),
  ];
};

const parentsExist: Check = (files) => {
  const ids = placeIds(files);
  return files.places.flatMap(({ row, value: { kind, parent } }) => {
    const fault = at('gazetteer.csv', 'parent');
    if (parent === '') return kind === 'country' ? [] : [fault(row, `a ${kind} must name the place that holds it`)];
    return ids.has(parent) ? [] : [fault(row, `no place has the id "${parent}"`)];
  });
};

const parentsEndSomewhere: Check = ({ places }) => {
  const parents = new Map(places.map(({ value }) => [value.id, value.parent]));
  const circles = (id: string, seen: ReadonlySet<string>): boolean => {
    const parent = parents.get(id);
    if (parent === undefined || parent === '') return false;
    return seen.has(parent) || circles(parent, new Set([...seen, parent]));
  };
  return places
    .filter(({ value: { id } }) => circles(id, new Set([id])))
    .map(({ row, value: { id } }) => at('gazetteer.csv', 'parent')(row, `"${id}" lies in a circle of parents`));
};

const provincesExist: Check = ({ places }) => {
  const provinces = new Set(places.flatMap(({ value }) => (value.kind === 'province' ? [value.name] : [])));
  return places
    .filter(({ value: { province } }) => province !== '' && !provinces.has(province))
    .map(({ row, value: { province } }) => at('gazetteer.csv', 'province')(row, `no province is called "${province}"`));
};

const pointsAreWhole: Check = ({ places }) =>
  places
    .filter(({ value: { lat, lon } }) => (lat === '') !== (lon === ''))
    .map(({ row }) => at('gazetteer.csv', 'lat')(row, 'a point needs latitude and longitude'));

/** One spelling for two places of one kind in one province can never be told apart, unless the theatre says it is so. */
const namesAreToldApart: Check = ({ theatre, places }) => {
  const shared = new Set(theatre?.sharedNames.map(foldName));
  const owners = new Map<string, string>();
  return places.flatMap(({ row, value: { id, kind, province, name, aka } }) =>
    [name, ...aka.split(';')].flatMap((spelling) => {
      const folded = foldName(spelling);
      if (folded === '') return [];
      const key = JSON.stringify([kind, province, folded]);
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, id);
      if (owner === undefined || owner === id || shared.has(folded)) return [];
      const says = `"${spelling}" is also a ${kind} of the same province, "${owner}"; keep it once, or list it in sharedNames of theatre.json`;
      return [at('gazetteer.csv', spelling === name ? 'name' : 'aka')(row, says)];
    }),
  );
};

const crossingsExist: Check = ({ theatre, places }) => {
  const known = new Set(places.flatMap(({ value: { id, kind } }) => (kind === 'crossing' ? [id] : [])));
  const fault = at('theatre.json', 'crossings');
  return Object.values(theatre?.crossings ?? {})
    .flat()
    .flatMap((id) => (known.has(id) ? [] : [fault(null, `no crossing has the id "${id}"`)]));
};

const sidesExist: Check = (files) => {
  // Without a sound list of sides every name of one would be a fault.
  if (files.theatre === null) return [];
  const known = sideIds(files);
  const speaks = (side: string): boolean => known.has(side) || (VOICE_SIDES as readonly string[]).includes(side);
  const unknown = (side: string): string => `no side has the id "${side}"`;
  const allies = files.theatre.sides.flatMap(({ alliedWith }, index) =>
    alliedWith === null || known.has(alliedWith)
      ? []
      : [at('theatre.json', 'sides.alliedWith')(index + 1, unknown(alliedWith))],
  );
  const roles = files.actors.flatMap(({ row, value }) =>
    value.roles.flatMap(({ side }, index) =>
      speaks(side) ? [] : [at('actors.json', `roles.${index}.side`)(row, unknown(side))],
    ),
  );
  const outlets = files.outlets.flatMap(({ row, value: { affiliation } }) =>
    affiliation === null || speaks(affiliation) ? [] : [at('outlets.json', 'affiliation')(row, unknown(affiliation))],
  );
  const baselines = files.baselines.flatMap(({ row, value: { holder } }) =>
    known.has(holder) ? [] : [at('baseline.json', 'holder')(row, unknown(holder))],
  );
  return [...allies, ...roles, ...outlets, ...baselines];
};

const oneIncumbent: Check = ({ theatre }) => {
  const count = theatre?.sides.filter(({ role }) => role === 'incumbent').length ?? 1;
  return count === 1
    ? []
    : [at('theatre.json', 'sides.role')(null, `there must be one incumbent, and there are ${count}`)];
};

const datesAreInOrder: Check = ({ theatre, actors }) => {
  const roles = actors.flatMap(({ row, value }) =>
    value.roles.flatMap(({ from, until }, index) =>
      inDisorder(from, until) ? [at('actors.json', `roles.${index}`)(row, `${from} is after ${until}`)] : [],
    ),
  );
  if (theatre === null) return roles;
  const { period, openOn } = theatre;
  const fault = at('theatre.json', 'period');
  const order = inDisorder(period.from, period.until) ? [fault(null, `${period.from} is after ${period.until}`)] : [];
  const opens = inDisorder(period.from, openOn) || inDisorder(openOn, period.until);
  const opening = opens ? [at('theatre.json', 'openOn')(null, `${openOn} is outside the period`)] : [];
  return [...order, ...opening, ...roles];
};

const listedPlacesExist: Check = (files) => {
  const ids = placeIds(files);
  const sides = sideIds(files);
  const missing = files.baselines.flatMap(({ row, value: { exceptions } }) =>
    exceptions === null || files.exceptions.get(exceptions) !== null
      ? []
      : [at('baseline.json', 'exceptions')(row, `there is no file "${exceptions}"`)],
  );
  const exceptions = [...files.exceptions].flatMap(([file, rows]) =>
    (rows ?? []).flatMap(({ row, value: { place, side } }) => [
      ...(ids.has(place) ? [] : [at(file, 'place')(row, `no place has the id "${place}"`)]),
      ...(sides.has(side) ? [] : [at(file, 'side')(row, `no side has the id "${side}"`)]),
    ]),
  );
  const cells = files.cells
    .filter(({ value: { place } }) => !ids.has(place))
    .map(({ row, value }) => at('cells.geojson', 'properties.place')(row, `no place has the id "${value.place}"`));
  return [...missing, ...exceptions, ...cells];
};

/** What has a name in another language is in the theatre, and has one. */
const namesBelong: Check = (files) => {
  const { theatre, names } = files;
  if (theatre === null) return [];
  const known = { theatre: new Set([theatre.id]), side: sideIds(files), place: placeIds(files) };
  const fault = at('names.csv', 'id');
  const unknown = names
    .filter(({ value: { of, id } }) => !known[of].has(id))
    .map(({ row, value: { of, id } }) => fault(row, `no ${of} has the id "${id}"`));
  const twice = duplicates(names, ({ language, of, id }) => `${language} ${of} ${id}`);
  return [...unknown, ...twice.map(({ row, key }) => fault(row, `"${key}" stands there already`))];
};

/** In the order in which a person would mend them. */
export const CHECKS: readonly Check[] = [
  idsAreUnique,
  parentsExist,
  parentsEndSomewhere,
  provincesExist,
  pointsAreWhole,
  namesAreToldApart,
  crossingsExist,
  sidesExist,
  oneIncumbent,
  datesAreInOrder,
  listedPlacesExist,
  namesBelong,
];

/** Every fault between the files. */
export const checkFiles = (files: TheatreFiles): readonly TheatreFault[] => CHECKS.flatMap((check) => check(files));
