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

/** "the Norlandic army (NLA)", "the regular army (NA)": small letters call an army the state's, and the bracket what it goes by. */
const lettersOfArmy = ({ tokens }: Sentence, at: number, theatre: Theatre): StateForces | null => {
  const [noun, open, letters, close] = tokens.slice(at, at + 4);
  if (noun?.text !== noun?.word || !has(theatre, 'bareStateForces', noun)) return null;
  if (open?.text !== '(' || close?.text !== ')' || letters === undefined || !isInitials(letters)) return null;
  const first = [at - 1, at - 2].find((from) => nationWordAt(tokens, from, theatre.lexicon)?.to === at);
  if (first === undefined && !has(theatre, 'statesArmy', tokens[at - 1])) return null;
  const nation = tokens.slice(first ?? at, at).map(({ text }) => text);
  return { nation: nation.length === 0 ? null : nation.join(' '), names: [letters.text] };
};

/** All armies of states that a report tells by their letters alone; where it tells of one, that is the land's own. */
export const armiesByLetters = (told: readonly Sentence[], theatre: Theatre): readonly StateForces[] => {
  const armies = told.flatMap((sentence) =>
    sentence.tokens.flatMap((_, at) => lettersOfArmy(sentence, at, theatre) ?? []),
  );
  const nations = new Set(armies.map(({ nation }) => nation));
  return nations.size > 1 ? armies : armies.map((army) => ({ ...army, nation: null }));
};

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
