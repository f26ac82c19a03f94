// Whose deed a participle tells within what somebody says: "said that the rebels scored a victory by taking A".
// Invariant: it is not the speaker's.

import { isIn, isInAny } from '../words/view-sentence.ts';
import { isReporting } from './clause-bounds.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { NounPhrase } from './noun-phrases.ts';
import type { Parse } from './parse.ts';

/** "said THAT THE REBELS scored a victory by taking A": who opens what is said does it, whatever else is told of them. */
export const saidSubject = (parse: Parse, telling: VerbGroup | undefined, verb: VerbGroup): NounPhrase | null => {
  if (telling === undefined || !isReporting(parse, telling)) return null;
  const { view, phraseAt } = parse;
  const that = view.tokens.findIndex((_, at) => at >= telling.to && at < verb.from && isIn(view, 'saidLinks', at));
  if (that < 0 && !isIn(view, 'plainSayings', telling.head)) return null;
  const phrase = phraseAt[that < 0 ? telling.to : that + 1];
  if (phrase === undefined || phrase.to >= verb.from) return null;
  // A verb that nobody knows passes for a noun behind them.
  const marks = view.tokens.slice(phrase.from, phrase.to).map((_, i) => view.markAt[phrase.from + i]);
  const named = marks.find((mark) => mark?.type === 'actor' && !mark.modifies);
  const actor = phrase.actor ?? (named?.type === 'actor' ? named : null);
  return actor === null ? null : { ...phrase, actor };
};

/** "Ashford, which the rebels ARE BELIEVED to hold", "SEEM to hold", "CLAIM to hold": who is believed so is who holds. */
export const isRaising = ({ view }: Parse, { lemmas, passive }: VerbGroup): boolean =>
  lemmas.some((lemma) =>
    ['seemingVerbs', 'reportingVerbs', ...(passive ? ['believingVerbs'] : [])].some((list) =>
      view.lexicon.has(list, lemma),
    ),
  );

/** "an officer who asked for anonymity said THE MAIN TOWN, A, fell": the comma closes what says the name again, and a clause begins with it. */
export const isToldTwice = ({ view }: Parse, { from, to, places }: NounPhrase): boolean =>
  places?.items.length === 1 &&
  isInAny(view, ['saidLinks', 'plainSayings'], from - 1) &&
  view.tokens.slice(from, to).some(({ word }) => word === ',');
