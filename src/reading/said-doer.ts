// Whose deed a participle tells within what somebody says: "said that by taking A the rebels …", "said that the rebels … by taking A".
// Invariant: it is not the speaker's.
import type { VerbGroup } from './find-verb-groups.ts';
import type { NounPhrase } from './noun-phrases.ts';
import type { Parse } from './parse.ts';
import { isIn } from './view-sentence.ts';

/** "said THAT by taking A the rebels …", "said after taking A they …": the deed opens what is said, and is not the speaker's. */
export const opensSaid = ({ view }: Parse, telling: VerbGroup, { from }: VerbGroup): boolean => {
  const link = isIn(view, 'prepositions', from - 1) || isIn(view, 'gerundLinks', from - 1) ? from - 2 : from - 1;
  return isIn(view, 'saidLinks', link) && link >= telling.to;
};

/** "said THAT THE REBELS scored a victory by taking A": who opens what is said does it, whatever else is told of them. */
export const saidSubject = (parse: Parse, telling: VerbGroup, verb: VerbGroup): NounPhrase | null => {
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
