// "They (the rebels) have left", "“They hold A,” X said, REFERRING TO THE ARMY": whom a pronoun is said to mean.
// Invariant: only the first pronoun of what is quoted is told so; "we" needs nobody to tell.

import { frameOver } from '../clauses/frame-over.ts';
import type { ActorMark, Draft, Token } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

/** Words of "the country's own army" before the noun. */
const REACH = 5;

/** The first side by name or noun from a word on, before a mark closes the phrase. */
const namedFrom = ({ mentions }: Draft, sentence: number, { tokens, from }: Behind): ActorMark | null => {
  const end = tokens.findIndex(({ type, word }, at) => at >= from && type === 'mark' && !/^['’]s?$/u.test(word));
  const to = Math.min(from + REACH, end < 0 ? tokens.length : end);
  return (
    inSentence(mentions, sentence).find(
      (one): one is ActorMark => one.type === 'actor' && !one.pronoun && one.from >= from && one.to <= to,
    ) ?? null
  );
};

interface Behind {
  readonly tokens: readonly Token[];
  readonly from: number;
}

/** Where the phrase begins that tells whom who speaks means: "said OF", ", REFERRING TO", ", IN REFERENCE TO". */
const tellingAt = ({ theatre: { lexicon } }: Draft, tokens: readonly Token[], saidTo: number): number => {
  const said = tokens.findIndex(({ start }) => start >= saidTo);
  if (said < 0) return -1;
  if (lexicon.has('partLinks', tokens[said]?.word ?? '')) return said + 1;
  const refers = tokens.findIndex(
    ({ word, quoted }, at) => at >= said && !quoted && lexicon.has('referringWords', word),
  );
  return refers > 0 && lexicon.has('goalLinks', tokens[refers + 1]?.word ?? '') ? refers + 2 : -1;
};

/** The side that the words beside a pronoun say it is; null where none do. */
export const glossedAs = (draft: Draft, mark: ActorMark): ActorMark | null => {
  const { tokens = [] } = draft.sentences[mark.sentence] ?? {};
  if (mark.modifies || draft.theatre.lexicon.has('firstPerson', mark.text.toLowerCase())) return null;
  if (/^[([]$/u.test(tokens[mark.to]?.word ?? ''))
    return namedFrom(draft, mark.sentence, { tokens, from: mark.to + 1 });
  const frame = frameOver(draft, mark.start);
  if (frame === null || frame.sentence !== mark.sentence || frame.end <= mark.start) return null;
  const first = inSentence(draft.mentions, mark.sentence).find((one) => one.type === 'actor' && one.pronoun);
  const from = first?.start === mark.start ? tellingAt(draft, tokens, frame.cue.end) : -1;
  return from < 0 ? null : namedFrom(draft, mark.sentence, { tokens, from });
};
