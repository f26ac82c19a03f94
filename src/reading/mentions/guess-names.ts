// Without a gazetteer: capitalised names that are or may be a place's. Only the slots of predicates make claims of them.
// Invariant: never a person's, a side's or an institution's name, a weekday, a month, or a word that is capital by its position.
import type { Theatre } from '../../model/theatre.ts';
import type { Sentence } from '../marks.ts';
import { classifyNames } from './name-classes.ts';
import { findRuns, type NameRun } from './name-runs.ts';
import { phraseAt } from './name-tree.ts';

interface Guess {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly string[];
  /** The report's words make it a place; else it only may be one. */
  readonly sure: boolean;
}

/** "Tigray Defence Forces", "Wagner mercenaries": a name before such a noun is a force's. */
const namesForce = ({ sentence, to }: NameRun, theatre: Theatre): boolean => {
  const next = phraseAt(theatre, sentence.tokens, to);
  return (
    next !== null && next.value.type !== 'scope' && !theatre.lexicon.has('placePeople', sentence.tokens[to]?.word ?? '')
  );
};

/** Every name of a report that can be a place's, in the order of the text. */
export const guessNames = (sentences: readonly Sentence[], theatre: Theatre): readonly Guess[] => {
  const runs = findRuns(sentences, theatre);
  const classes = classifyNames(runs, theatre);
  const capitals = new Set(runs.flatMap(({ key, initial, from, to }) => (initial && to === from + 1 ? [] : [key])));
  return runs.flatMap((run) => {
    const name = classes.get(run.key) ?? 'unknown';
    const first = run.sentence.tokens[run.from];
    const last = run.sentence.tokens[run.to - 1];
    if (first === undefined || last === undefined || !['place', 'maybe', 'unknown'].includes(name)) return [];
    if (namesForce(run, theatre) || (name === 'unknown' && !capitals.has(run.key))) return [];
    // "a Su-25 aircraft": with a figure in it only what the words make a place is one.
    const figure = run.sentence.tokens.slice(run.from, run.to).some(({ type }) => type === 'number');
    if (figure && name !== 'place') return [];
    return [{ start: first.start, end: last.end, candidates: [], sure: name === 'place' }];
  });
};
