// "The army said they had fled": nobody tells so of his own men, so that "they" are those who were told of before.
// Invariant: asked only of a plural pronoun under a frame of a side that fights; a withdrawal alone may be one's own.
import type { SideId } from '../model/actor.ts';
import { inSentences } from './by-sentence.ts';
import { GOING } from './doer-before.ts';
import type { ActorMark, Draft, Frame, Predicate } from './marks.ts';

const isMany = (words: string): boolean => /[^s]s$/u.test(words);

/** "had FLED", "RAN away": what nobody says of himself. */
const isFlight = ({ report: { text }, theatre: { lexicon } }: Draft, { start, end }: Predicate): boolean =>
  text
    .slice(start, end)
    .toLowerCase()
    .split(/\s+/)
    .some((word) => lexicon.verbs.get(word)?.some(({ lemma }) => lexicon.has('flightVerbs', lemma)));

interface Told {
  readonly frame: Frame | null;
  /** The side of who tells it. */
  readonly speaker: SideId | null;
}

/** The last side but the speaker's that did anything in the words before the telling, or in the sentence before. */
const lastOther = ({ mentions, predicates }: Draft, { frame, speaker }: Told & { readonly frame: Frame }) => {
  const { sentence, start } = frame;
  const range = { from: sentence - 1, to: sentence };
  const named = inSentences(mentions, range).findLast(
    (one): one is ActorMark =>
      one.type === 'actor' && one.end <= start && one.side !== null && one.side !== speaker && !one.modifies,
  );
  if (named?.side == null) return null;
  const goes = inSentences(predicates, range).some(
    ({ kind, doer, end }) => end <= start && GOING.includes(kind) && doer?.side === named.side,
  );
  return { side: named.side, goes };
};

/** Whom "they" mean who are said to have fled; null where it may be the speaker's own. */
export const fledOthers = (draft: Draft, mark: ActorMark, { frame, speaker }: Told): SideId | null => {
  const { lexicon } = draft.theatre;
  if (
    speaker === null ||
    frame === null ||
    frame.speaker === null ||
    frame.sentence !== mark.sentence ||
    frame.end > mark.start
  )
    return null;
  if (!lexicon.has('pluralPronouns', mark.text.toLowerCase())) return null;
  const own = draft.predicates.find(({ doer, sentence }) => sentence === mark.sentence && doer?.start === mark.start);
  if (own === undefined || !GOING.includes(own.kind) || own.polarity === 'denied') return null;
  const last = lastOther(draft, { frame, speaker });
  if (last === null) return null;
  const one = !isMany(draft.report.text.slice(frame.speaker.start, frame.speaker.end));
  return isFlight(draft, own) || (one && (last.goes || own.kind === 'loss')) ? last.side : null;
};
