// A state's own forces by their name, and the letters that stand for it: "the Norlandic Armed Forces (NAF)".
// Invariant: a name that is no nation's is a state's only where no group is called so; who is introduced as backed or led is left to others.
import type { Theatre } from '../../model/theatre.ts';
import type { Sentence } from '../marks.ts';
import { isCapital } from '../words/closed-words.ts';
import { has, initialsBehind, isInitials, lettersOf, type Run, startOfRun, textOf } from './group-words.ts';
import { nationWordAt } from './nation-words.ts';

/** "Norland Armed Forces": so are only a state's called; "the Interior MINISTRY'S Falcon Brigade". */
export const isStatesOwn = ({ tokens }: Sentence, { from, to }: Run, { lexicon }: Theatre): boolean =>
  lexicon.has('statesOwnForces', `${tokens[to - 2]?.word} ${tokens[to - 1]?.word}`) ||
  (tokens[from - 1]?.word === "'s" && lexicon.has('office:ministry', tokens[from - 2]?.word ?? ''));

/** "Norlandic National Army": a nation's name, and nothing behind it but words of any state's forces. */
const isNations = ({ tokens }: Sentence, { from, to }: Run, theatre: Theatre): boolean => {
  const nation = nationWordAt(tokens, from, theatre.lexicon);
  if (nation === null || nation.to >= to) return false;
  return tokens.slice(nation.to, to).every((token) => has(theatre, 'stateForceWords', token));
};

/** Where a sentence names a state's forces in full. */
export const stateRuns = (sentence: Sentence, theatre: Theatre): readonly Run[] =>
  sentence.tokens.flatMap((token, at): readonly Run[] => {
    const next = sentence.tokens[at + 1];
    if (!isCapital(token) || !has(theatre, 'stateForceWords', token) || (isCapital(next) && !isInitials(next)))
      return [];
    const run = { from: startOfRun(sentence, at + 1, theatre), to: at + 1 };
    if (run.to - run.from < 2) return [];
    return isStatesOwn(sentence, run, theatre) || isNations(sentence, run, theatre) ? [run] : [];
  });

export interface StateForces {
  /** The nation as written; null where the name is no known nation's. */
  readonly nation: string | null;
  readonly names: readonly string[];
}

interface Report {
  readonly told: readonly Sentence[];
  readonly theatre: Theatre;
}

/** The name and its letters, where the report writes them. */
export const stateForces = (sentence: Sentence, run: Run, { told, theatre }: Report): StateForces => {
  const written = textOf(sentence, run);
  const letters = initialsBehind(sentence, run.to) ?? lettersOf(written, told);
  const nation = nationWordAt(sentence.tokens, run.from, theatre.lexicon);
  return {
    nation: nation === null ? null : textOf(sentence, { from: run.from, to: nation.to }),
    names: letters === null ? [written] : [written, letters],
  };
};
