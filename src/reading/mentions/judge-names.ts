// Names that a gazetteer has, judged by the words beside them: a surname, a newspaper or an ordinary word is no place; a name
// that the words make a place is looked up by close spellings where the gazetteer does not have it as written.
// Invariant: names stay in the order of the text and never overlap; where close spellings are two places, none is taken.
import type { PlaceId, PlaceKind } from '../../model/place.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { Sentence } from '../marks.ts';
import { classifyNames, type NameClass } from './name-classes.ts';
import { evidenceFor } from './name-evidence.ts';
import { findRuns, type NameRun } from './name-runs.ts';
import { phraseAt } from './name-tree.ts';
import { nationWordAt } from './nation-words.ts';

export interface Name {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly string[];
  readonly sure: boolean;
}

interface Spread extends NameRun {
  readonly start: number;
  readonly end: number;
  readonly is: NameClass;
}

/** So much evidence beside a name makes a place of an ordinary word, or of a spelling that nobody has written before. */
const ENOUGH = 2;

const spread = (runs: readonly NameRun[], classes: ReadonlyMap<string, NameClass>): readonly Spread[] =>
  runs.flatMap((run) => {
    const [first, last] = [run.sentence.tokens[run.from], run.sentence.tokens[run.to - 1]];
    if (first === undefined || last === undefined) return [];
    return [{ ...run, start: first.start, end: last.end, is: classes.get(run.key) ?? 'unknown' }];
  });

/** "Ashford Times", "Garth United": behind the name stands what is only called after the place. */
const isNamesake = ({ sentence, to }: Spread, { end }: Name, theatre: Theatre): boolean => {
  const at = sentence.tokens.findIndex((token) => token.start >= end);
  return at >= 0 && sentence.tokens.slice(at, to).some(({ word }) => theatre.lexicon.has('namesakeWords', word));
};

const ORDINARY = ['commonWords', 'months', 'weekdays', 'determiners', 'prepositions', 'conjunctions'];

const isOrdinary = (text: string, { lexicon }: Theatre): boolean =>
  ORDINARY.some((list) => lexicon.has(list, text.toLowerCase()));

interface Judge {
  readonly theatre: Theatre;
  readonly runs: readonly Spread[];
  /** Last words of the names of people. */
  readonly surnames: ReadonlySet<string>;
  readonly text: string;
}

const runOver = (runs: readonly Spread[], { start, end }: Name): Spread | undefined => {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const run = runs[low];
  return run !== undefined && run.start < end ? run : undefined;
};

const isPlace = ({ theatre, runs, surnames, text }: Judge, name: Name): boolean => {
  const run = runOver(runs, name);
  const ordinary = isOrdinary(text.slice(name.start, name.end), theatre);
  if (run === undefined) return !ordinary;
  if (ordinary && evidenceFor({ sentence: run.sentence, theatre }, run).place < ENOUGH) return false;
  const whole = run.start >= name.start && run.end <= name.end;
  if (whole) return !(run.is === 'person' && surnames.has(run.key));
  return run.is !== 'person' && !isNamesake(run, name, theatre);
};

const surnamesOf = (runs: readonly Spread[]): ReadonlySet<string> =>
  new Set(runs.flatMap(({ key, is }) => (is === 'person' && key.includes(' ') ? [key.split(' ').at(-1) ?? ''] : [])));

/** The kind that a noun beside the name says, and the names of the gazetteer right beside it. */
const besideRun = ({ theatre }: Judge, found: readonly Name[], run: Spread): Beside => {
  const { tokens } = run.sentence;
  const behind = phraseAt(theatre, tokens, run.to)?.value;
  const before = [2, 3, 4].map((back) => phraseAt(theatre, tokens, run.from - back));
  const over = before.find(
    (noun) => noun?.to === run.from - 1 && theatre.lexicon.has('partLinks', tokens[run.from - 1]?.word ?? ''),
  );
  const nouns = [behind, over?.value].flatMap((value) => (value?.type === 'scope' ? [value.kind] : []));
  const reach = { start: tokens[run.from - 2]?.start ?? run.start, end: tokens[run.to + 2]?.end ?? run.end };
  const near = found.filter(({ start, end }) => start < reach.end && end > reach.start);
  return { kinds: nouns.filter((kind) => kind !== null), near };
};

interface Beside {
  readonly kinds: readonly PlaceKind[];
  readonly near: readonly Name[];
}

/** "Taliban captured Shibarghan": a name that the words make a place, in a spelling that only one place has. */
const alone = ({ theatre: { gazetteer } }: Judge, run: Spread, written: string): readonly PlaceId[] => {
  const candidates = run.is === 'place' || run.is === 'maybe' ? gazetteer.spells(written) : [];
  const provinces = new Set(candidates.map((id) => gazetteer.get(id)?.province));
  return provinces.size === 1 ? candidates : [];
};

/** A close spelling is taken only for the kind that is said, or beside a place that holds it or lies in the same province. */
const fitting = (
  { theatre: { gazetteer } }: Judge,
  { kinds, near }: Beside,
  candidates: readonly PlaceId[],
): readonly PlaceId[] => {
  const provinces = new Set(near.flatMap((name) => name.candidates.map((id) => gazetteer.get(id)?.province ?? null)));
  return candidates.filter((id) => {
    const place = gazetteer.get(id);
    if (place === null) return false;
    if (kinds.length > 0) return kinds.includes(place.kind) || (kinds.includes('district') && place.kind === 'town');
    return place.province !== null && provinces.has(place.province);
  });
};

/** "Shahjoy, Naw Bahar and Daichopan": in a list with a place that is known. */
const isListed = ({ sentence, from, to, is }: Spread, found: readonly Name[]): boolean => {
  const { tokens } = sentence;
  const joins = (at: number): boolean => /^(?:,|and|&)$/.test(tokens[at]?.word ?? '');
  const known = (at: number): boolean =>
    found.some(({ start, end }) => start === tokens[at]?.start || end === tokens[at]?.end);
  const behind = joins(to) && known(to + (joins(to + 1) ? 2 : 1));
  const before = joins(from - 1) && known(from - (joins(from - 2) ? 3 : 2));
  return is === 'unknown' && (behind || before);
};

/** Names that the words make places and that are close to one of the gazetteer's. */
const closeNames = (judge: Judge, found: readonly Name[]): readonly Name[] => {
  const { theatre, runs, text } = judge;
  const { gazetteer, lexicon } = theatre;
  const taken = new Set(found.map((name) => runOver(runs, name)));
  return runs.flatMap((run) => {
    const written = text.slice(run.start, run.end);
    if (
      !(run.is === 'place' || run.is === 'maybe' || isListed(run, found)) ||
      taken.has(run) ||
      nationWordAt(run.sentence.tokens, run.from, lexicon) !== null
    )
      return [];
    if (isOrdinary(written, theatre) || gazetteer.scan(written).length > 0) return [];
    const beside = besideRun(judge, found, run);
    const fits = fitting(judge, beside, gazetteer.lookup(written));
    const candidates = fits.length > 0 || beside.kinds.length > 0 ? fits : alone(judge, run, written);
    return candidates.length === 0 ? [] : [{ start: run.start, end: run.end, candidates, sure: true }];
  });
};

/** The names of a report that are places, with those whose spelling is only close. */
export const judgeNames = (
  { sentences, text }: { readonly sentences: readonly Sentence[]; readonly text: string },
  theatre: Theatre,
  found: readonly Name[],
): readonly Name[] => {
  const all = findRuns(sentences, theatre);
  const runs = spread(all, classifyNames(all, theatre));
  const judge: Judge = { theatre, runs, surnames: surnamesOf(runs), text };
  const kept = found.filter((name) => isPlace(judge, name));
  return [...kept, ...closeNames(judge, found)].sort((a, b) => a.start - b.start);
};
