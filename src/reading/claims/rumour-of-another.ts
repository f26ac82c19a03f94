// "A has fallen, but the news about B is untrue": what was just told of other places is denied of the one named.
// Invariant: nobody has claimed anything of that place before, and the words for what is denied name no deed of their own.

import { claimId, type UnplacedClaim } from '../../model/claim.ts';
import type { Cue } from '../actors/denial-cues.ts';
import { rankOf } from '../dates/moments.ts';
import type { Draft, PlaceMark } from '../marks.ts';
import { scopeOf } from '../places/place-scope.ts';
import { inSentence, sentenceAt } from '../words/by-sentence.ts';

/** What a place can be said to have suffered as others have. */
const SUFFERED: readonly UnplacedClaim['kind'][] = ['capture', 'recapture', 'loss', 'surrender', 'entry', 'withdrawal'];

/** "the NEWS ABOUT B", "the REPORT ON B", and no more before the words that deny it or behind them. */
const isRumoured = ({ sentences, theatre: { lexicon } }: Draft, { sentence, from, to }: PlaceMark): boolean => {
  const { tokens = [] } = sentences[sentence] ?? {};
  const is = (list: string, at: number): boolean => lexicon.has(list, tokens[at]?.word ?? '');
  const about = is('aboutLinks', from - 1) && is('rumourNouns', from - 2);
  // "the news about B's fall", "reports on B and C" name a deed, or more.
  return about && !/^['’]/u.test(tokens[to]?.text ?? '') && !is('clauseComplements', to);
};

const rumoured = (draft: Draft, { sentence }: Cue): PlaceMark | undefined =>
  inSentence(draft.mentions, sentence.index).find(
    (mark): mark is PlaceMark => mark.type === 'place' && isRumoured(draft, mark),
  );

/** What was told last, in the sentence itself or the one before it. */
const toldLast = (draft: Draft, claims: readonly UnplacedClaim[], cue: Cue): UnplacedClaim | undefined =>
  claims.findLast(
    ({ kind, polarity, modality, quote }) =>
      quote.start < cue.at &&
      polarity === 'affirmed' &&
      modality === 'actual' &&
      SUFFERED.includes(kind) &&
      rankOf(draft, sentenceAt(draft, quote.start)) >= rankOf(draft, cue.sentence.index) - 1,
  );

/** The claim of that place that the words deny, as it was told of others; null where they deny none. */
export const rumourOfAnother = (draft: Draft, claims: readonly UnplacedClaim[], cue: Cue): UnplacedClaim | null => {
  const mark = rumoured(draft, cue);
  const told = mark === undefined ? undefined : toldLast(draft, claims, cue);
  if (mark === undefined || told === undefined) return null;
  const isSame = ({ place }: UnplacedClaim): boolean =>
    place.text === mark.text || place.candidates.some((id) => mark.candidates.includes(id));
  if (claims.some((claim) => claim.quote.start < cue.at && isSame(claim))) return null;
  const { start, end, text, candidates } = mark;
  const context = { kindWord: null, within: [], beside: [], told: [], report: [] };
  const place = { span: { start, end }, text, candidates, context };
  const { id: _, ...rest } = told;
  const claim = { ...rest, place, scope: scopeOf(draft.theatre, place), answers: null };
  return { id: claimId(claim), ...claim };
};
