// What a deed is by who had the place before: a first taking is no retaking, a second one is, and who never left has not come in.
// Invariant: the sides of the predicate are known; nothing but its kind changes.
import type { SideId } from '../../model/actor.ts';
import type { Draft, Predicate } from '../marks.ts';
import { challengerOf, incumbentOf, isGuest, localForceOf, opponentOf } from '../mentions/theatre-sides.ts';
import { sideAt } from './actor-meant.ts';

/** The holder and its friends take nothing from it. */
export const isWithIncumbent = ({ theatre }: Draft, side: SideId | null): boolean =>
  side === incumbentOf(theatre) || theatre.sides.some(({ id, alliedWith }) => id === side && alliedWith !== null);

/** Whose own word of a loss tells of his. */
export const isLosing = (draft: Draft, side: SideId | null): boolean =>
  isWithIncumbent(draft, side) && !isGuest(side, draft.theatre);

/** "drove the army out of A" by those who never had it is a taking, not a retaking (guide, kinds). */
const firstTaking = (draft: Draft, predicate: Predicate): Predicate => {
  const { actor, kind, other, sentence, clause } = predicate;
  const { lexicon } = draft.theatre;
  if (kind !== 'recapture' || other === null || actor === null || actor !== challengerOf(draft.theatre))
    return predicate;
  const words = (draft.sentences[sentence]?.tokens ?? []).filter(
    ({ start, end }) => start >= clause.start && end <= clause.end,
  );
  // "was RECAPTURED from the resistance": the verb itself says so.
  const regained = words.some(
    ({ word, start, end }) =>
      start >= predicate.start &&
      end <= predicate.end &&
      lexicon.verbs.get(word)?.some(({ lemma }) => lexicon.has('regainingVerbs', lemma)),
  );
  return regained || words.some(({ word }) => lexicon.has('againWords', word))
    ? predicate
    : { ...predicate, kind: 'capture' };
};

/** "took A AGAIN on Sunday": what is said to be taken again was had before. */
const takenAgain = (draft: Draft, predicate: Predicate): Predicate => {
  const { kind, sentence, start, end, clause } = predicate;
  if (kind !== 'capture') return predicate;
  const { lexicon } = draft.theatre;
  const tokens = draft.sentences[sentence]?.tokens ?? [];
  const before = tokens.findLast((token) => token.end <= start);
  const past = tokens[(predicate.items.at(-1)?.to ?? 0) - 1]?.end ?? 0;
  const behind = tokens.filter((token) => token.start >= Math.max(end, past) && token.end <= clause.end);
  const stop = behind.findIndex(
    ({ word, type }) =>
      (type === 'mark' && word !== '-') || lexicon.has('conjunctions', word) || lexicon.has('relatives', word),
  );
  const own = stop < 0 ? behind : behind.slice(0, stop);
  const within = tokens.filter((token) => token.start >= start && token.end <= end);
  const again = [...(before === undefined ? [] : [before]), ...within, ...own].some(({ word }) =>
    lexicon.has('onceAgainWords', word),
  );
  // "has RE-taken A"
  const prefixed = tokens.some(
    ({ word, start: from, end: to }, i) =>
      from >= start && to < end && lexicon.has('againPrefixes', word) && tokens[i + 1]?.start === to,
  );
  return again || prefixed || isCounted(draft, predicate) ? { ...predicate, kind: 'recapture' } : predicate;
};

/** "had captured A, a village in B, FOR THE SECOND TIME this summer": behind an apposition, and before another verb's deed. */
const isCounted = (
  { report, predicates, sentences, theatre }: Draft,
  { sentence, end, clause }: Predicate,
): boolean => {
  const last = sentences[sentence]?.end ?? end;
  const next = Math.min(
    last,
    ...predicates.filter((one) => one.sentence === sentence && one.start > end).map((one) => one.clause.start),
  );
  const behind = report.text.slice(end, Math.max(next, clause.end)).toLowerCase();
  return theatre.lexicon.list('countedTimes').some((phrase) => behind.includes(` ${phrase}`));
};

const saysStill = ({ sentences, theatre }: Draft, { sentence, clause }: Predicate): boolean =>
  sentences[sentence]?.tokens.some(
    ({ word, start, end }) => start >= clause.start && end <= clause.end && theatre.lexicon.has('stillWords', word),
  ) === true;

/** "they still OCCUPIED A": a past that lasted, as no taking does. */
const isOccupied = ({ theatre, report }: Draft, { start, end }: Predicate): boolean =>
  theatre.open &&
  report.text
    .slice(start, end)
    .toLowerCase()
    .split(/\s+/)
    .some((word) => theatre.lexicon.has('lastingForms', word));

/** "government troops were STILL inside A", "the rebels STILL occupy A": who had it all along has not come in, nor takes it now. */
const stillThere = (draft: Draft, predicate: Predicate): Predicate => {
  const { actor, kind, tense } = predicate;
  const entered = kind === 'entry' && isWithIncumbent(draft, actor) && !draft.theatre.open;
  const lasts = tense === 'present' || (tense === 'past' && isOccupied(draft, predicate));
  if (!entered && !(kind === 'capture' && lasts && predicate.modality === 'actual')) return predicate;
  return saysStill(draft, predicate) ? { ...predicate, kind: 'hold' } : predicate;
};

/** Who has taken a place, or is still in it, has more of it than its bazaar. */
const isThere = (draft: Draft, predicate: Predicate): boolean =>
  (predicate.polarity === 'affirmed' && saysStill(draft, predicate)) ||
  draft.predicates.some(
    ({ kind, polarity, start, doer }) =>
      kind === 'capture' && polarity === 'affirmed' && start < predicate.start && doer?.side === predicate.actor,
  );

/** "The rebels are IN THE BAZAAR": who is in a part of the town of another has come in, and holds no town. */
const inPart = (draft: Draft, predicate: Predicate): Predicate => {
  const { kind, rule, actor, items } = predicate;
  const { lexicon } = draft.theatre;
  const only = items.length === 1 && items.every(({ noun }) => lexicon.has('marketNouns', noun?.noun ?? ''));
  const comes = actor !== null && actor === challengerOf(draft.theatre) && !isThere(draft, predicate);
  return kind === 'hold' && comes && only && lexicon.has('insideRules', rule)
    ? { ...predicate, kind: 'entry' }
    : predicate;
};

/** "Uprising forces wrested A from the rebels", "the army took A from the rebels": who fights for the holder takes back. */
const takenBack = (draft: Draft, predicate: Predicate): Predicate => {
  const { kind, doer, actor, other, items } = predicate;
  const { theatre } = draft;
  if (kind !== 'capture' || theatre.open || !isWithIncumbent(draft, actor)) return predicate;
  if (doer === null && other === null) return predicate;
  const post = items.some(({ scope }) => scope === 'base');
  const ousts = other !== null && other.side === challengerOf(theatre);
  return !post && (ousts || actor === localForceOf(theatre)) ? { ...predicate, kind: 'recapture' } : predicate;
};

/** "is occupied by us", "the town is free", says who came to take it: what is so is held. */
const isState = (draft: Draft, predicate: Predicate): Predicate => {
  const { kind, tense, actor, rule, start, end } = predicate;
  const { lexicon } = draft.theatre;
  const free = lexicon.has('freeRules', rule) && actor !== null && actor === challengerOf(draft.theatre);
  const words = draft.report.text.slice(start, end).toLowerCase().split(' ');
  const occupied = kind === 'capture' && tense === 'present' && words.some((word) => lexicon.has('stateForms', word));
  return free || occupied ? { ...predicate, kind: 'hold' } : predicate;
};

/** "BY NOON the town was ours": what is so by some hour came about before it. */
const cameAbout = (draft: Draft, predicate: Predicate): Predicate => {
  const { kind, tense, rule, sentence, clause, polarity } = predicate;
  const { lexicon } = draft.theatre;
  if (kind !== 'hold' || tense !== 'past' || polarity === 'denied' || !lexicon.has('ownershipRules', rule))
    return predicate;
  const tokens = draft.sentences[sentence]?.tokens ?? [];
  const at = tokens.findIndex(({ start }) => start >= clause.start);
  const has = (list: string, i: number): boolean => lexicon.has(list, tokens[i]?.word ?? '');
  const by = tokens.findLastIndex((_, i) => i < at && i >= at - NEAR && has('byWords', i));
  // "By evening it was STILL ours": so it had been.
  const still = saysStill(draft, predicate);
  const hour = [by + 1, by + 2].some((i) => ['timeNouns', 'weekdays'].some((list) => has(list, i)));
  return by >= 0 && hour && !still ? { ...predicate, kind: 'capture' } : predicate;
};

/** "It was ours yesterday and it will be ours tomorrow": who has it keeps it. */
const isHeldNow = ({ predicates, theatre }: Draft, { sentence, start }: Predicate): boolean =>
  predicates.some(
    (one) =>
      one.start < start &&
      one.sentence >= sentence - 1 &&
      one.kind === 'hold' &&
      theatre.lexicon.has('ownershipRules', one.rule),
  );

/** "It will be ours AGAIN": it was so before. */
const isAgain = ({ sentences, theatre }: Draft, { sentence, clause, start }: Predicate): boolean =>
  sentences[sentence]?.tokens.some(
    (token) => token.start >= start && token.end <= clause.end && theatre.lexicon.has('onceAgainWords', token.word),
  ) === true;

/** "A WILL BE ours by the weekend": whoever says so means to take it, or to take it back. */
const willBe = (draft: Draft, predicate: Predicate): Predicate => {
  const { kind, rule, modality, actor, polarity } = predicate;
  const owned = kind === 'hold' && draft.theatre.lexicon.has('ownershipRules', rule) && polarity === 'affirmed';
  if (!owned || modality !== 'planned' || saysStill(draft, predicate) || isHeldNow(draft, predicate)) return predicate;
  return { ...predicate, kind: isWithIncumbent(draft, actor) || isAgain(draft, predicate) ? 'recapture' : 'capture' };
};

/** Words of "by noon prayer its". */
const NEAR = 5;

/** "The rebels have left, and the police have RETURNED": who comes back to what its enemy has left has it again. */
const cameBack = (draft: Draft, predicate: Predicate): Predicate => {
  const { kind, rule, actor, sentence, start } = predicate;
  if (kind !== 'entry' || actor === null || !draft.theatre.lexicon.has('returnRules', rule)) return predicate;
  const left = draft.predicates.some(
    (other) =>
      other.kind === 'withdrawal' &&
      other.start < start &&
      other.sentence >= sentence - 1 &&
      sideAt(draft, other.doer) !== null &&
      isWithIncumbent(draft, sideAt(draft, other.doer)) !== isWithIncumbent(draft, actor),
  );
  return left ? { ...predicate, kind: 'recapture' } : predicate;
};

const SENTENCES = 6;
const TAKEN: readonly Predicate['kind'][] = ['capture', 'recapture'];
const GIVEN: readonly Predicate['kind'][] = ['withdrawal', 'loss', 'surrender'];

/** "The Reds were driven out. They WILL BE BACK by Sunday": who means to come back to what he has lost means to take it again. */
const willReturn = (draft: Draft, predicate: Predicate): Predicate => {
  const { kind, rule, actor, modality, sentence, start } = predicate;
  const returns = kind === 'entry' && modality === 'planned' && draft.theatre.lexicon.has('comebackRules', rule);
  if (!returns || actor === null) return predicate;
  const ours = isWithIncumbent(draft, actor);
  const lost = draft.predicates.some((other) => {
    // "The Reds were driven out": by their enemy.
    const doer = sideAt(draft, other.doer) ?? opponentOf(sideAt(draft, other.other), draft.theatre);
    if (doer === null || other.start >= start || other.sentence < sentence - SENTENCES) return false;
    return (isWithIncumbent(draft, doer) === ours ? GIVEN : TAKEN).includes(other.kind);
  });
  return lost ? { ...predicate, kind: 'recapture' } : predicate;
};

/** "No soldiers have been seen there FOR A WEEK": of whoever had the place it is denied that he has it still. */
const notSeenFor = (draft: Draft, predicate: Predicate): Predicate => {
  const { kind, rule, actor, polarity, sentence, start } = predicate;
  const { theatre } = draft;
  const unseen = kind === 'entry' && polarity === 'denied' && theatre.lexicon.has('seenRules', rule);
  if (!unseen || theatre.open || !isWithIncumbent(draft, actor)) return predicate;
  const behind = (draft.sentences[sentence]?.tokens ?? []).filter((token) => token.start >= start);
  const has = (list: string, at: number): boolean => theatre.lexicon.has(list, behind[at]?.word ?? '');
  const long = behind.some(
    (_, at) => has('durationLinks', at) && [1, 2, 3].some((next) => has('timeNouns', at + next)),
  );
  return long ? { ...predicate, kind: 'hold' } : predicate;
};

/** "The Reds say they are in the centre. THERE ARE NO REDS THERE": denied is that they came in, which was just told. */
const notThere = (draft: Draft, predicate: Predicate): Predicate => {
  const { kind, rule, actor, polarity, sentence, start } = predicate;
  const none = kind === 'hold' && polarity === 'denied' && draft.theatre.lexicon.has('noneThereRules', rule);
  if (!none || actor === null) return predicate;
  const told = draft.predicates.findLast(
    (other) => other.kind === 'entry' && other.start < start && other.sentence >= sentence - 1,
  );
  const came = told !== undefined && told.polarity === 'affirmed' ? (sideAt(draft, told.doer) ?? actor) : null;
  return came === actor ? { ...predicate, kind: 'entry' } : predicate;
};

type Step = (draft: Draft, predicate: Predicate) => Predicate;

/** In this order: what the deed itself says, then who had the place before, then what is only to come or is not there. */
const STEPS: readonly Step[] = [
  ...[firstTaking, inPart, stillThere, takenAgain, takenBack, isState],
  ...[cameBack, cameAbout, willBe, willReturn, notSeenFor, notThere],
];

/** The kind that is meant, whatever the verb alone says. */
export const byHolder = (draft: Draft, predicate: Predicate): Predicate =>
  STEPS.reduce((told, step) => step(draft, told), predicate);
