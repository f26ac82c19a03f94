// "prevented the fall of A", "the capture of A was thwarted": what a noun names and a verb has kept from coming about.
import type { Kind } from '../../model/claim.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, phraseLength } from '../words/view-sentence.ts';
import type { NounMatch } from './make-noun-predicate.ts';

const AVERTED: readonly Kind[] = ['capture', 'recapture', 'loss', 'surrender', 'entry'];

/** The verb right before the noun's words, or the passive right behind them, that keeps the deed from coming about; or null. */
export const avertedBy = ({ verbs, view }: Parse, { rule, from, to }: NounMatch): VerbGroup | null => {
  const attack = rule.kind === 'attack';
  if (!AVERTED.includes(rule.kind) && !attack) return null;
  // "is there TO PREVENT an attack on A"; an attack that was prevented is beaten off.
  const averts = ({ lemmas, infinitive }: VerbGroup): boolean =>
    (!attack || infinitive) && lemmas.some((lemma) => view.lexicon.has('avertingVerbs', lemma));
  const before = verbs.find((verb) => averts(verb) && !verb.passive && verb.to <= from && verb.to >= from - 1);
  return before ?? verbs.find((verb) => averts(verb) && verb.passive && verb.from === to) ?? null;
};

/** "FAILED TO prevent the fall of A", "COULD NOT stop it", "did not halt it": who tried in vain to keep it from coming about. */
export const isNotAverted = ({ view, verbs }: Parse, verb: VerbGroup): boolean => {
  if (verb.infinitive) {
    const governor = verbs.findLast(({ to }) => to <= verb.from);
    const fails = governor?.lemmas.some((lemma) => view.lexicon.has('failingGovernors', lemma)) === true;
    return fails && !governor.negated && !governor.infinitive && governor.modal === null && governor.to === verb.from;
  }
  return verb.negated && (verb.modal === null ? !verb.perfect : view.lexicon.has('pastAbility', verb.modal));
};

/** "is trying to prevent the fall of A", "could not prevent it": nothing has been averted. */
export const isOnlyTried = ({ infinitive, modal, negated }: VerbGroup): boolean =>
  infinitive || modal !== null || negated;

/** So few words behind "ended" stands the day until which there was a fight. */
const DATED = 4;

/** "has ended the fighting in A", "the fighting in A has stopped": calm is nothing (judgement call 4); "ended on Sunday" dates a fight. */
export const isFightOver = ({ verbs, view }: Parse, { rule, from, to }: NounMatch): boolean => {
  // "signed a CESSATION OF HOSTILITIES", "an END TO the fighting"
  const link = isIn(view, 'determiners', from - 1) ? from - 2 : from - 1;
  const ending = isIn(view, 'endingLinks', link) && isIn(view, 'endingNouns', link - 1);
  // "NO end to the fighting", "an end to it is NOT in sight"
  const goesOn = isIn(view, 'nounNegations', link - 2) || verbs.find((verb) => verb.from >= to)?.negated === true;
  if (rule.kind === 'clash' && ending) return !goesOn;
  const stops = ({ lemmas, negated, infinitive, modal }: VerbGroup): boolean =>
    lemmas.some((lemma) => view.lexicon.has('stoppingVerbs', lemma)) && !negated && !infinitive && modal === null;
  const before = verbs.some((verb) => stops(verb) && !verb.passive && verb.to <= from && verb.to >= from - 2);
  const next = verbs.find((verb) => verb.from >= to);
  const dated = view.tokens.some(
    (_, at) => at >= (next?.to ?? to) && at < (next?.to ?? to) + DATED && isIn(view, 'weekdays', at),
  );
  return rule.kind === 'clash' && !dated && (before || (next !== undefined && next.from <= to + 1 && stops(next)));
};

/** Words between an end that is put and what it is put to. */
const OWNER_REACH = 4;

/** "PUT AN END TO rebel rule in A", "rebel rule in A has COME TO AN END". */
export const isBroughtToEnd = (view: Parse['view'], from: number, to: number): boolean =>
  view.tokens.some((_, at) => {
    const length = phraseLength(view, 'endPhrases', at);
    return length > 0 && ((at >= to && at <= to + 2) || (at + length <= from && at + length >= from - OWNER_REACH));
  });
