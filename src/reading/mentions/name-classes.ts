// What each capitalised name of a report is, from all of its occurrences: a place, a person, a body of people, or not told.
// Invariant: one name is one thing in the whole report; a surname goes with the full name.
import type { Theatre } from '../../model/theatre.ts';
import { isCapital } from '../words/closed-words.ts';
import { lengthAt } from '../words/list-phrases.ts';
import { type Evidence, evidenceFor } from './name-evidence.ts';
import type { NameRun } from './name-runs.ts';

/** 'maybe' begins a sentence and is said to fall or to be taken: "Rain fell" as well as "Ashford fell". */
export type NameClass = 'place' | 'maybe' | 'person' | 'body' | 'unknown';

const NOTHING: Evidence = { place: 0, person: 0, body: 0 };

/** So much at least makes a place: "in X" once, "captured X", four times "to X". */
const LEAST = 1;

/** Less than this may be chance: "told Garth" is a man as well as a town hall. */
const ENOUGH = 2;

const classOf = ({ place, person, body }: Evidence): NameClass => {
  const other = Math.max(person, body);
  if (place < LEAST) return other < ENOUGH ? 'unknown' : person >= body ? 'person' : 'body';
  if (place > other || (place > 0 && place >= ENOUGH * 2 && place >= other)) return 'place';
  if (other < ENOUGH) return 'unknown';
  return person >= body ? 'person' : 'body';
};

const sum = (a: Evidence, b: Evidence): Evidence => ({
  place: a.place + b.place,
  person: a.person + b.person,
  body: a.body + b.body,
});

/** Surnames of the report's people: "Hale" after "Ivo Hale". */
const surnames = (classes: ReadonlyMap<string, NameClass>): ReadonlySet<string> =>
  new Set(
    [...classes].flatMap(([key, name]) =>
      name === 'person' && key.includes(' ') ? [key.split(' ').at(-1) ?? ''] : [],
    ),
  );

/** Names of one list are of one class: "Ashford, Garth and Hollin", "Ashford and nearby Garth", "Ashford in Norland and Garth". */
const beside = (a: NameRun, b: NameRun, { lexicon }: Theatre): boolean => {
  if (a.sentence !== b.sentence) return false;
  const { tokens } = a.sentence;
  const has = (list: string, at: number): boolean => lexicon.has(list, tokens[at]?.word ?? '');
  const isFiller = (at: number): boolean => has('neighbourWords', at) || has('definiteArticles', at);
  let at = a.to;
  if (has('homeLinks', at) && isCapital(tokens[at + 1])) while (++at < b.from && isCapital(tokens[at]));
  const from = at;
  if (tokens[at]?.word === ',') at++;
  const long = lengthAt(lexicon.list('longListLinks'), tokens, at);
  at += long > 0 ? long : has('listLinks', at) ? 1 : 0;
  const joined = at > from;
  while (at < b.from && isFiller(at)) at++;
  return joined && at === b.from;
};

/** The class of every run, by its key. */
export const classifyNames = (runs: readonly NameRun[], theatre: Theatre): ReadonlyMap<string, NameClass> => {
  const evidence = new Map<string, Evidence>();
  for (const run of runs) {
    const found = evidenceFor({ sentence: run.sentence, theatre }, run);
    evidence.set(run.key, sum(evidence.get(run.key) ?? NOTHING, found));
  }
  const capitals = new Set(runs.flatMap(({ key, initial, from, to }) => (initial && to === from + 1 ? [] : [key])));
  const classes = new Map(
    [...evidence].map(([key, found]) => {
      const is = classOf(found);
      return [key, is === 'place' && !capitals.has(key) && found.place < ENOUGH ? 'maybe' : is] as const;
    }),
  );
  const family = surnames(classes);
  for (const [key, name] of classes) if (name !== 'place' && family.has(key)) classes.set(key, 'person');
  const pairs = runs.flatMap((run, i) => {
    const before = [runs[i - 2], runs[i - 1]].filter((one) => one !== undefined && beside(one, run, theatre));
    return before.flatMap((one) => (one === undefined ? [] : [[one.key, run.key] as const]));
  });
  // Along a list forth and back, so that its last name tells what its first one is.
  for (const [from, to] of [...pairs, ...pairs.toReversed().map(([a, b]) => [b, a] as const)]) {
    const known = classes.get(from);
    if (known !== undefined && known !== 'unknown' && classes.get(to) === 'unknown') classes.set(to, known);
  }
  return classes;
};
