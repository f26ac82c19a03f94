// "The army said they had fled": nobody tells so of his own men, so that "they" are those who were told of before.
// Invariant: asked only of a plural pronoun under a frame of a side that fights; a withdrawal alone may be one's own.
import type { SideId } from '../../model/actor.ts';
import type { ActorMark, Draft, Frame, Predicate } from '../marks.ts';
import { inSentence, inSentences } from '../words/by-sentence.ts';
import { GOING } from './doer-before.ts';
import { isMany } from './it-meant.ts';

/** Who has come to take a place has not lost it. */
const ATTACKING: readonly Predicate['kind'][] = ['attack', 'siege', 'threat', 'entry', 'capture', 'recapture'];

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

const placesOf = ({ items }: Predicate): readonly string[] => items.flatMap(({ place }) => place?.candidates ?? []);

/** "besieged A … had lost A", "had lost IT". */
const isSamePlace = (one: Predicate, own: Predicate): boolean =>
  placesOf(own).length === 0 || placesOf(own).some((id) => placesOf(one).includes(id));

/** The last side but the speaker's that did anything in the words before the telling, or in the sentence before. */
const lastOther = (
  { mentions, predicates }: Draft,
  own: Predicate,
  { frame, speaker }: Told & { readonly frame: Frame },
) => {
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
  const comes = inSentences(predicates, range).some(
    (one) => one.end <= start && ATTACKING.includes(one.kind) && one.doer?.side === named.side && isSamePlace(one, own),
  );
  return { side: named.side, goes, comes };
};

/** Whom "they" mean who are said to have fled; null where it may be the speaker's own. */
export const fledOthers = (draft: Draft, mark: ActorMark, { frame, speaker }: Told): SideId | null => {
  const { lexicon } = draft.theatre;
  if (
    speaker === null ||
    frame === null ||
    frame.speaker === null ||
    // "The army DENIED they had fled": nobody denies it of others.
    frame.polarity === 'denied' ||
    frame.sentence !== mark.sentence ||
    frame.end > mark.start
  )
    return null;
  if (!lexicon.has('pluralPronouns', mark.text.toLowerCase())) return null;
  const own = draft.predicates.find(({ doer, sentence }) => sentence === mark.sentence && doer?.start === mark.start);
  if (own === undefined || !GOING.includes(own.kind) || own.polarity === 'denied') return null;
  const last = lastOther(draft, own, { frame, speaker });
  if (last === null) return null;
  const words = draft.report.text.slice(frame.speaker.start, frame.speaker.end).toLowerCase();
  // "DESERTERS said they had fled": men tell it of themselves.
  if (lexicon.has('tellingMen', words.split(/\s+/).at(-1) ?? '')) return null;
  const one = !isMany(words);
  return isFlight(draft, own) || (one && (last.goes || (own.kind === 'loss' && !last.comes))) ? last.side : null;
};

/** The two of them: "by THE TIME THE REBELS". */
const LEAD = 3;

/** "When THE REBELS ARRIVED, they had fled": those who come are not those who are gone. */
const arrivals = (draft: Draft, { sentence, start }: ActorMark): ActorMark | null => {
  const { lexicon } = draft.theatre;
  const { tokens = [] } = draft.sentences[sentence] ?? {};
  const last = inSentence(draft.mentions, sentence).findLast(
    (one): one is ActorMark => one.type === 'actor' && one.end <= start && !one.pronoun && !one.modifies,
  );
  if (last === undefined || last.side === null) return null;
  const set = tokens
    .slice(Math.max(0, last.from - LEAD), last.from)
    .some(({ word }) => lexicon.has('arrivalLinks', word));
  const came = tokens.some(
    (token) =>
      token.start >= last.end &&
      token.end <= start &&
      lexicon.verbs.get(token.word)?.some(({ lemma }) => lexicon.has('arrivingVerbs', lemma)),
  );
  return set && came ? last : null;
};

/** "The soldiers left A, handed to the rebels, and from B THEY FLED": those who left go on leaving; null where nothing tells. */
export const fledBefore = (draft: Draft, mark: ActorMark): SideId | null => {
  const { predicates, mentions, theatre } = draft;
  // "The army left A for fear of rebel raids; after THEIR RETREAT …"
  if (!['pluralPronouns', 'pluralPossessives'].some((list) => theatre.lexicon.has(list, mark.text.toLowerCase())))
    return null;
  const own = inSentence(predicates, mark.sentence).find(({ doer }) => doer?.start === mark.start);
  if (own?.kind !== 'withdrawal') return null;
  const before = inSentence(predicates, mark.sentence).findLast(
    ({ kind, doer, end }) => kind === 'withdrawal' && end <= mark.start && doer !== null && !doer.pronoun,
  );
  if (before?.doer?.side != null) return before.doer.side;
  const came = arrivals(draft, mark);
  if (came === null) return null;
  const other = inSentences(mentions, { from: mark.sentence - 2, to: mark.sentence - 1 }).findLast(
    (one): one is ActorMark => one.type === 'actor' && one.side !== null && one.side !== came.side && !one.modifies,
  );
  return other?.side ?? null;
};
