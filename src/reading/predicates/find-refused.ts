// What is refused in a word: "asked them to leave A. THEY WOULD NOT.", "gave it a day to surrender. THE GARRISON REFUSED."
// Invariant: the word ends its clause, and what it refuses was wanted, planned or asked in its sentence or the one before.

import type { NounPhrase } from '../clauses/noun-phrases.ts';
import type { Parse } from '../clauses/parse.ts';
import { parseSentence } from '../clauses/parse-sentence.ts';
import type { Predicate } from '../marks.ts';
import { isOnlyWanted } from '../words/moods.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { endsClause } from './find-ellipsis.ts';
import { clauseSpan } from './make-predicate.ts';

interface Refusal {
  readonly from: number;
  readonly to: number;
  /** "could not": it was tried; "refused": of something that others want. */
  readonly means: 'will' | 'could' | 'refuse';
}

const MODALS = ['futureModals', 'pastFutureModals', 'abilityModals'];

/** "will NOT", "WON'T", "could NOT", and no verb behind it. */
const modalAt = (parse: Parse, at: number): Refusal | null => {
  const { view } = parse;
  if (!isInAny(view, MODALS, at)) return null;
  const short = /n['’]t$/u.test(wordAt(view, at));
  const to = isIn(view, 'negations', at + 1) ? at + 2 : at + 1;
  if ((!short && to === at + 1) || !endsClause(parse, to)) return null;
  return { from: at, to, means: isIn(view, 'abilityModals', at) ? 'could' : 'will' };
};

/** "The garrison REFUSED." */
const refusalAt = (parse: Parse, at: number): Refusal | null => {
  const verb = parse.verbAt[at];
  if (verb?.head !== at || verb.negated || verb.passive || verb.infinitive || verb.modal !== null) return null;
  const refuses = verb.lemmas.some((lemma) => parse.view.lexicon.has('flatRefusals', lemma));
  return refuses && endsClause(parse, verb.to) ? { from: verb.from, to: verb.to, means: 'refuse' } : null;
};

const ASKED: readonly (string | null)[] = ['a question'];

const GIVING: readonly Predicate['kind'][] = ['withdrawal', 'surrender'];

const isWanted = ({ kind, dropped, modality }: Predicate, { means }: Refusal): boolean => {
  const wanted = dropped === null ? modality !== 'actual' : isOnlyWanted(dropped) || ASKED.includes(dropped);
  return wanted && (means !== 'refuse' || GIVING.includes(kind));
};

/** Another side than the one that it is wanted of ("The rebels want A. THE ARMY will not have it"). */
const isOther = ({ actor }: NounPhrase, { doer }: Predicate): boolean =>
  actor !== null && !actor.pronoun && actor.side !== null && doer?.side != null && doer.side !== actor.side;

const refusedIn = (view: SentenceView, before: readonly Predicate[]): readonly Predicate[] => {
  const parse = parseSentence(view);
  return view.tokens.flatMap((_, at): Predicate[] => {
    const found = modalAt(parse, at) ?? refusalAt(parse, at);
    const subject = found === null ? undefined : parse.phraseAt[found.from - 1];
    if (found === null || subject === undefined) return [];
    if (subject.actor === null && subject.places === null && !isIn(view, 'placePronouns', found.from - 1)) return [];
    const start = view.tokens[found.from]?.start ?? view.sentence.start;
    const said = before.findLast((one) => one.start < start && view.sentence.index - one.sentence <= 1);
    if (said === undefined || !isWanted(said, found) || isOther(subject, said)) return [];
    const clause = clauseSpan(parse, subject.from, found.to);
    const due = said.kind === 'threat' ? ('possible' as const) : ('planned' as const);
    return [
      {
        ...said,
        ...{ start, end: view.tokens[found.to - 1]?.end ?? start, sentence: view.sentence.index, clause },
        ...{ rule: 'refused', dropped: null, polarity: 'denied', modality: found.means === 'will' ? due : 'actual' },
        tense: 'present',
        echoes: said.echoes ?? said.start,
      },
    ];
  });
};

/** All that is refused in a word. */
export const findRefused = (views: readonly SentenceView[], predicates: readonly Predicate[]): readonly Predicate[] =>
  views.flatMap((view) => refusedIn(view, predicates));
