// Verbs with their helpers: "have not entered", "was retaken", "will be cleared", "having surrounded", "to capture".
// Invariant: one group a lexical verb; helpers said once for two verbs ("will capture A and hold B") count for both.

import {
  isHyphen,
  isIn,
  isInAny,
  phraseBefore,
  phraseLength,
  type SentenceView,
  wordAt,
} from '../words/view-sentence.ts';
import { HELPERS, isAdverb, timeAside } from './inside-verb-group.ts';
import { linkedParticiple } from './linked-participle.ts';
import { opensContrast } from './only-not.ts';
import { formsAt, type VerbForm, type VerbGroup } from './verb-forms.ts';
import { isBareVerb, isPossessive, onlyHelps } from './word-class.ts';

export type { VerbForm, VerbGroup } from './verb-forms.ts';

const FORMS: readonly VerbForm[] = ['base', 's', 'past', 'participle', 'ing'];
interface Helpers {
  readonly from: number;
  readonly words: readonly string[];
}

/** "were “temporarily displaced”": words quoted in part still have their helpers. */
const isQuote = (view: SentenceView, at: number): boolean => /^["“‘']$/.test(wordAt(view, at));

/** "has SO FAR remained", "is DE FACTO held": two words that part a helper from its verb as one adverb does. */
const isAside = (view: SentenceView, at: number): boolean =>
  [at, at - 1].some((from) => phraseLength(view, 'helperPhrases', from) === 2);

/** "lost NO town"; in "is NO LONGER surrounded" the no is the verb's. */
const isNoOfNoun = (view: SentenceView, at: number): boolean =>
  isIn(view, 'nounNegations', at) && !isIn(view, 'longerWords', at + 1);

/** "the men ringed since MAY reached A": a month behind the word that dates it helps no verb. */
const isMonth = (view: SentenceView, at: number): boolean =>
  isIn(view, 'months', at) &&
  /^\p{Lu}/u.test(view.tokens[at]?.text ?? '') &&
  isInAny(view, ['prepositions', 'dateLinks', 'timeAdjectives'], at - 1);

/** Walks left over helpers, adverbs and negations: "have also not been". */
const helpersBefore = (view: SentenceView, head: number): Helpers => {
  let from = head;
  let at = head - 1;
  while (at >= 0) {
    const time = at === from - 1 ? timeAside(view, at) : -1;
    if (time > 0) at = time - 1;
    const helper = (isInAny(view, HELPERS, at) && !isMonth(view, at)) || wordAt(view, at) === 'to';
    if (helper && view.markAt[at] === undefined && !isPossessive(view, at)) from = at;
    else if (isPossessive(view, at) || isNoOfNoun(view, at)) break;
    else if (!isAdverb(view, at) && !isIn(view, 'negations', at) && !isQuote(view, at) && !isAside(view, at)) break;
    at -= 1;
  }
  while (
    from > 0 &&
    view.markAt[from - 1] === undefined &&
    (isAdverb(view, from - 1) ||
      (isIn(view, 'negations', from - 1) && (wordAt(view, from - 1) !== 'no' || isIn(view, 'longerWords', from))))
  )
    from--;
  // "admits TO BEING surrounded", "close to having lost A": the "to" is a preposition.
  if (wordAt(view, from) === 'to' && isIn(view, 'ingHelpers', from + 1)) from++;
  return { from, words: view.tokens.slice(from, head).map(({ word }) => word) };
};

const hasHelper = (view: SentenceView, { words }: Helpers): boolean =>
  words.some((word) => HELPERS.some((list) => view.lexicon.has(list, word)) || word === 'to');

/** "there are reports": after "be" stands a participle or an ing-form, never an s-form. */
const canBeHelped = (view: SentenceView, { words }: Helpers, forms: readonly VerbForm[]): boolean => {
  const last = words.findLast((word) => HELPERS.some((list) => view.lexicon.has(list, word)) || word === 'to') ?? '';
  return !view.lexicon.has('be', last) || forms.includes('participle') || forms.includes('ing');
};

/** "re-entered" is one verb. */
const hasPrefix = (view: SentenceView, head: number): boolean =>
  wordAt(view, head - 1) === '-' && isIn(view, 'verbPrefixes', head - 2);

/** "ally-backed" describes. */
const isCompoundTail = (view: SentenceView, head: number): boolean =>
  isHyphen(view, head - 1) && !hasPrefix(view, head);

/** "lost NO MORE THAN nine": the no is the number's. */
const isOfNumber = (view: SentenceView, at: number): boolean =>
  ['comparator:at least', 'comparator:at most'].some((list) => phraseLength(view, list, at) > 0);

/** "went not", "are not", "are still not"; in "agreed not to leave" the no is of the second verb. */
const noBehind = (view: SentenceView, head: number): number => {
  const adverb = isIn(view, 'be', head) && isIn(view, 'stillWords', head + 1) ? 1 : 0;
  // "is 'not in control' of A": words quoted in part are still said of the verb.
  const at = head + 1 + adverb + (isIn(view, 'be', head) && isQuote(view, head + 1 + adverb) ? 1 : 0);
  const own = isIn(view, 'negations', at) && !isOfNumber(view, at) && !opensContrast(view, at);
  return own && wordAt(view, at + 1) !== 'to' ? at : -1;
};

/** "are NOT YET in": the two words belong to the verb. */
const endOf = (view: SentenceView, head: number): number => {
  const no = isIn(view, 'be', head) ? noBehind(view, head) : -1;
  return no > 0 && isIn(view, 'yetWords', no + 1) && isIn(view, 'prepositions', no + 2) ? no + 2 : head + 1;
};

/** "Did Ashford FALL?", "When did they surrender?": behind the helper of a question a word that may be a noun is its verb. */
const isAskedBase = (view: SentenceView, head: number, forms: readonly VerbForm[]): boolean => {
  if (view.tokens.at(-1)?.word !== '?' || !forms.includes('base') || head < 2) return false;
  const did = [0, 1].find((at) => isIn(view, 'do', at) && (at === 0 || isIn(view, 'questionWords', at - 1))) ?? -1;
  const ends = wordAt(view, head + 1) === '?' || isInAny(view, ['prepositions', 'verbAdverbs', 'timeStarts'], head + 1);
  return did >= 0 && head > did + 1 && ends && !isInAny(view, ['determiners', 'prepositions'], head - 1);
};

/** "Ashford, Hollin and Garth FALL.": behind the last of several places what ends the sentence is their verb. */
const isEndOfList = (view: SentenceView, head: number, forms: readonly VerbForm[]): boolean => {
  const last = view.markAt[head - 1];
  const ends = /^(?:[.;]|)$/.test(wordAt(view, head + 1));
  return forms.includes('base') && ends && last?.type === 'place' && isIn(view, 'listLinks', last.from - 1);
};

/** "WERE to HAVE left A": behind "have" nothing is passive, where no "been" follows. */
const isLastBe = ({ lexicon }: SentenceView, { words }: Helpers): boolean => {
  const last = words.findLast((word) => lexicon.has('be', word) || lexicon.has('have', word));
  return last !== undefined && lexicon.has('be', last);
};

const NO_OBJECT = [
  'prepositions',
  'conjunctions',
  'subordinators',
  'verbAdverbs',
  'timeStarts',
  'weekdays',
  'timeNouns',
];

/** "IT'S CAPTURED A", "he's taken the town": the short form is "has" where an object follows. */
const isShortHas = (view: SentenceView, { words }: Helpers, head: number): boolean =>
  words.length === 1 &&
  /^['’]s$/u.test(words[0] ?? '') &&
  view.tokens[head + 1]?.type === 'word' &&
  !isInAny(view, NO_OBJECT, head + 1);

const groupAt = (view: SentenceView, head: number): VerbGroup | null => {
  const verbs = view.lexicon.verbs.get(wordAt(view, head));
  if (verbs === undefined || view.markAt[head] !== undefined || onlyHelps(view, head)) return null;
  if (wordAt(view, head) === "'s" || isCompoundTail(view, head)) return null;
  // "SHOULDER TO SHOULDER with the militia"
  if ([head, head - 2].some((at) => phraseLength(view, 'alongLeads', at) > 2)) return null;
  // "sided with the rebels" against "the Norlandic side of the gate"
  if (isIn(view, 'withOnlyVerbs', head) && wordAt(view, head + 1) !== 'with') return null;
  // "a village CLOSE TO the border"
  const close = isIn(view, 'closeWords', head) && isIn(view, 'closeLinks', head + 1);
  if (close && !isInAny(view, HELPERS, head - 1) && wordAt(view, head - 1) !== 'to') return null;
  const forms = formsAt(view, head);
  const first = hasPrefix(view, head) ? head - 2 : head;
  // "close to losing A", "prior to taking A": the "to" is a preposition.
  const named = forms.includes('ing') && wordAt(view, first - 1) === 'to';
  const helpers = named ? { from: first, words: [] } : helpersBefore(view, first);
  const helped = hasHelper(view, helpers) && canBeHelped(view, helpers, forms);
  // "it IS not CLEAR why they left": behind "be" it only describes.
  if (!helped && isIn(view, 'describingVerbs', head) && isLastBe(view, helpers)) return null;
  const may = isBareVerb(view, first, forms) || isAskedBase(view, head, forms) || isEndOfList(view, head, forms);
  if (!helped && !may) return null;
  const has = (list: string): boolean => helpers.words.some((word) => view.lexicon.has(list, word));
  const infinitive = helpers.words.includes('to');
  const short = forms.includes('participle') && isShortHas(view, helpers, head);
  return {
    ...{ from: helpers.from, to: endOf(view, head), head, forms },
    lemmas: verbs.filter((verb) => FORMS.some((form) => verb[form] === wordAt(view, head))).map(({ lemma }) => lemma),
    passive: isLastBe(view, helpers) && forms.includes('participle') && !forms.includes('ing') && !short,
    perfect: has('have') || short,
    negated: has('negations') || (infinitive && has('yetWords')) || noBehind(view, head) > 0,
    modal: helpers.words.find((word) => view.lexicon.has('modals', word)) ?? null,
    infinitive,
    bare: !helped,
    gerund: helped ? isIn(view, 'ingHelpers', helpers.from) : forms.includes('ing'),
  };
};

/** Whether the words that end right before a helper put it before its subject: "nor", "under no circumstances", "neither A nor B". */
const invertsAt = (view: SentenceView, at: number): boolean =>
  isIn(view, 'invertingWords', at - 1) || phraseBefore(view, 'neverPhrases', at) > 0 || opensNeither(view, at);

/** "NEITHER A NOR B shall we leave": a helper before its subject, behind two things of which neither is meant. */
const opensNeither = (view: SentenceView, at: number): boolean => {
  const mark = view.markAt[isIn(view, 'determiners', at + 1) ? at + 2 : at + 1];
  const from = Math.max(0, at - NEITHER);
  const neither = view.tokens.slice(from, at).some((_, i) => isIn(view, 'neitherWords', from + i));
  return neither && isIn(view, 'modals', at) && mark?.type === 'actor';
};

/** Words of "neither the town of A nor the bridge of B". */
const NEITHER = 10;

/** "Nor HAVE the rebels WITHDRAWN": behind such a word the helper stands before the subject. */
const invertedHelper = (view: SentenceView, head: number): number => {
  for (let at = head - 1; at > 0 && head - at < 7; at--) {
    if (view.tokens[at]?.type === 'mark') return -1;
    const helper = isInAny(view, HELPERS, at);
    if (helper) return invertsAt(view, at) ? at : -1;
  }
  return -1;
};

const withInverted = (view: SentenceView, group: VerbGroup): VerbGroup => {
  const at = group.bare && !group.gerund ? invertedHelper(view, group.head) : -1;
  if (at < 0) return group;
  const no = !isIn(view, 'invertingWords', at - 1) || isIn(view, 'invertingNegations', at - 1);
  const passive = isIn(view, 'be', at) && group.forms.includes('participle');
  const modal = isIn(view, 'modals', at) ? wordAt(view, at) : group.modal;
  const negated = group.negated || no || isIn(view, 'negations', at);
  return { ...group, bare: false, passive, modal, perfect: isIn(view, 'have', at), negated };
};

/** "will capture A and hold B", "was seized and burned": the helpers before the first verb count for the second. */
const shareHelpers = (view: SentenceView, group: VerbGroup, before: VerbGroup | undefined): VerbGroup => {
  if (before === undefined || !group.bare || before.bare || !isIn(view, 'conjunctions', group.from - 1)) return group;
  const { infinitive, modal, passive, perfect } = before;
  const base = group.forms.includes('base') && !group.forms.includes('past') && (infinitive || modal !== null);
  if (base) return { ...group, infinitive, modal, bare: false };
  // "denied that it had been lost and SAID that B": who says it speaks anew.
  const says =
    group.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma)) && !isIn(view, 'toWords', group.to);
  // "were held there, and freed THOSE inside": whom it is done to stands behind it.
  const acts = passive && isIn(view, 'peoplePointers', group.to);
  const participle = group.forms.includes('participle') && (passive || perfect) && !says && !acts;
  const near = group.from - before.to <= 3;
  return participle && near ? { ...group, passive, perfect, modal, infinitive, bare: false } : group;
};

/** The second holds the first as its helper, with a time between them. */
const isParted = (view: SentenceView, { from, head }: VerbGroup, group: VerbGroup): boolean =>
  !group.bare &&
  group.from <= from &&
  isInAny(view, HELPERS, head) &&
  view.tokens
    .slice(head + 1, group.head)
    .some((_, i) => isInAny(view, ['timeNouns', 'lengthNouns', 'weekdays'], head + 1 + i));

/** All verb groups of a sentence, in order. */
export const findVerbGroups = (view: SentenceView): readonly VerbGroup[] => {
  const groups: VerbGroup[] = [];
  view.tokens.forEach((token, at) => {
    const group = token.type === 'word' ? groupAt(view, at) : null;
    if (group === null) return;
    // "HAD last month been moved": what a time parts from its verb is no verb of its own.
    const helper = groups.at(-1);
    if (helper !== undefined && isParted(view, helper, group)) groups.pop();
    const linked = linkedParticiple(view, group, groups.at(-1));
    if (linked !== null) groups.pop();
    groups.push(linked ?? shareHelpers(view, withInverted(view, group), groups.at(-1)));
  });
  return groups;
};
