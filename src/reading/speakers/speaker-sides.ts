// On whose side a speaker stands, from the words that name him: roles of the theatre first, then names of sides,
// then general offices (reading guide, Attribution and judgement call 9). Unknown stays unknown; nobody is guessed.

import type { Side, SpeakerSide } from '../../model/actor.ts';
import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { Span } from '../../model/text.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { Day } from '../../model/time.ts';
import { isOwnPeople, isUnrecognised, leadsMen, leadsPeople, withoutFoe } from '../clauses/irregular-voices.ts';
import { isBothSides } from '../mentions/both-sides.ts';
import { cached, findOffices, isStudyHouse, type OfficeMatch } from '../mentions/find-offices.ts';
import { findPhrases, hasPhrase } from '../mentions/find-phrases.ts';
import { leadsMilitia } from '../mentions/militia-leaders.ts';
import { endsName, isNationWord } from '../mentions/nation-words.ts';
import { isNeighboursOfficial } from '../place-groups/beyond-border.ts';
import { cutWords } from '../words/text-words.ts';
import { actorIn, roleOn } from './actors-by-name.ts';
import { isNationsMedia, isNewsman } from './newsmen.ts';
import { livesBeside, livesPlainly, withoutTalk } from './plain-people.ts';

interface Named extends Span {
  /** Null for an alliance, a relief body or a nation that is no side. */
  readonly side: Side | null;
}

const namesCache = new WeakMap<Side, readonly string[]>();

/** An ally goes by its id too: "an uprising commander" is of the uprising forces. */
const byId = ({ alliedWith, id }: Side): readonly string[] => (alliedWith === null ? [] : [id.replaceAll('-', ' ')]);

const namesOf = (side: Side, { open }: Theatre): readonly string[] =>
  cached(namesCache, { side, open }, () => [side.name, ...side.names, ...byId(side)]);

/** "the Tajik border", and not "the Tajik border service". */
const isBeside = (words: string, end: number, theatre: Theatre): boolean =>
  besidePattern(theatre.lexicon).test(words.slice(end)) && !bodyPattern(theatre.lexicon).test(words.slice(end));

const bodyPattern = kept(
  (lexicon: Lexicon) => new RegExp(`^\\s+\\p{L}+\\s+(?:${lexicon.list('borderBodies').join('|')})\\b`, 'iu'),
);

const besidePattern = kept(
  (lexicon: Lexicon) =>
    // "the Tajik border" is where; "the Tajik border guard" is who.
    new RegExp(
      `^[\\s-]+(?:${lexicon.list('besideNations').join('|')})\\b(?!\\s+(?:${lexicon.list('borderBodies').join('|')})\\b)`,
      'i',
    ),
);

/** "a Norlandic analyst", "the Norland Doctors Network": from there, but no voice of the state. */
const onlyFrom = (words: string, one: Named, theatre: Theatre): boolean => {
  if (!theatre.open || one.side === null) return false;
  const name = words.slice(one.start, one.end).replace(/['’]s$/u, '');
  if (!isNationWord(name, theatre.lexicon) || hasPhrase(words, theatre.lexicon.list('stateVoices'))) return false;
  const adjective = theatre.lexicon.look('nationAdjectives', name.toLowerCase()) !== null;
  return adjective || /^\s+\p{Lu}/u.test(words.slice(one.end));
};

/** "an armed group in northern Norland": where it is, and not whose. */
const isWhere = (words: string, { start, end }: Span, theatre: Theatre): boolean => {
  if (!theatre.open || !isNationWord(words.slice(start, end).replace(/['’]s$/u, ''), theatre.lexicon)) return false;
  const [last = '', before = ''] = cutWords(words.slice(0, start)).words.toReversed();
  const link = theatre.lexicon.has('directions', last) ? before : last;
  // "rebel forces from Norland's Garth region"
  const from = theatre.lexicon.has('fromWords', link) && hasPhrase(words, theatre.lexicon.list('armedWords'));
  return from || theatre.lexicon.has('whereLinks', link);
};

/** Sides, alliances and nations named in the words, in order; "the Tajik border" names a place and is passed over; "the M9 REBELS" are the M9. */
const findNamed = (words: string, theatre: Theatre): readonly Named[] => {
  const outside = (list: string): readonly Named[] =>
    findPhrases(words, theatre.lexicon.list(list)).map(({ start, end }) => ({ start, end, side: null }));
  const sides = theatre.sides.flatMap((side) =>
    findPhrases(words, namesOf(side, theatre)).map(({ start, end }) => ({ start, end, side })),
  );
  // "US officials", and not "one of us".
  const initials = outside('nationInitials').filter(({ start }) => /^\p{Lu}/u.test(words.slice(start)));
  // Where two have the same words an alliance comes before a side of that name, and a side before a mere nation.
  const bodies = outside('office:third-party');
  const nations = outside('nationalities').filter((one) => !endsName(words, one, theatre.lexicon));
  const all: readonly Named[] = [...bodies, ...sides, ...nations, ...initials];
  // "the Norlandic Observatory", "a Norlandic war monitor": the nation is where the body works.
  const names = (one: Named): boolean =>
    !bodies.includes(one) && bodies.some(({ start }) => words.slice(one.end, start).trim() === '' && start > one.end);
  return all
    .filter(
      (one) =>
        !isBeside(words, one.end, theatre) &&
        !onlyFrom(words, one, theatre) &&
        !isWhere(words, one, theatre) &&
        (one.side?.class === 'non-state' || !isOwnPeople(words, one, theatre)) &&
        !names(one),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
};

/** The first one named owns the office; of two that touch ("Afghan Taliban") a second that is no state's is the noun. */
const ownerNamed = (words: string, theatre: Theatre): Named | null => {
  const [first, ...rest] = findNamed(words, theatre);
  if (!first) return null;
  const next = rest.find((one) => one.start >= first.end);
  const touches = next?.side?.class === 'non-state' && words.slice(first.end, next.start).trim() === '';
  return touches ? next : first;
};

const speaksAs = (side: Side | null): SpeakerSide =>
  side === null || (side.class === 'foreign' && !side.belligerent) ? 'international' : side.id;

const ofRole = (role: Side['role'], theatre: Theatre): readonly SpeakerSide[] =>
  theatre.sides.filter((side) => side.role === role).map((side) => side.id);

/** The office that a known actor holds on a day, and on whose side; null where the words name none. */
export const roleOf = (words: string, theatre: Theatre, on: Day | null) => {
  const actor = actorIn(words, theatre);
  const role = actor === null ? undefined : roleOn(actor, on).at(-1);
  if (role === undefined) return null;
  const side = theatre.sides.find(({ id }) => id === role.side) ?? null;
  return { ...role, side: side === null ? role.side : speaksAs(side) };
};

const incumbents = (theatre: Theatre): readonly SpeakerSide[] => ofRole('incumbent', theatre);

/** "wounded soldiers AT THE HOSPITAL": where soldiers speak does not make them its people. */
const isWhereSoldiersAre = (words: string, { start }: OfficeMatch, theatre: Theatre): boolean => {
  const before = words.slice(0, start);
  const soldiers = findOffices(before, theatre).some((office) => office.class === 'commander');
  return (
    soldiers &&
    cutWords(before)
      .words.slice(-PLACED)
      .some((word) => theatre.lexicon.has('prepositions', word))
  );
};

/** "at the provincial". */
const PLACED = 3;

/** Resident, doctor, former policeman: speaks for no side, whoever else is named beside him; a party's film is the party's. */
const isLocal = (words: string, theatre: Theatre, offices: readonly OfficeMatch[]): boolean => {
  const says = (name: string) => hasPhrase(words, theatre.lexicon.list(name));
  const [first] = offices.toSorted((a, b) => a.start - b.start);
  // "The Observatory for Human Rights, a Britain-based monitor": a body from outside by its own name.
  if (first?.class === 'third-party' && /^\p{Lu}/u.test(words.slice(first.start))) return false;
  if (offices.some((office) => office.class === 'resident' && !isWhereSoldiersAre(words, office, theatre))) return true;
  if (offices.some((office) => office.class === 'witness')) return !ownerNamed(words, theatre)?.side?.belligerent;
  return says('localSources') || (says('formerOffice') && !says('highOffices'));
};

/** A neighbour or ally, or one of its institutions, is named. */
export const namesForeigner = (words: string, theatre: Theatre): boolean =>
  findNamed(words, theatre).some((one) => one.side === null || one.side.class === 'foreign');

/** Without a theatre's own names a ministry, officer or lawmaker of a nation is a foreign state's, or that of the war's own nation. */
const stateOfNation = (words: string, owner: Named, theatre: Theatre): SpeakerSide | null => {
  const name = words.slice(owner.start, owner.end).replace(/['’]s$/u, '');
  if (!theatre.open || owner.side !== null || !isNationWord(name, theatre.lexicon)) return null;
  const office =
    findOffices(words, theatre).some(({ class: of }) => STATE_OFFICES.includes(of)) ||
    hasPhrase(words, theatre.lexicon.list('stateSources'));
  const own = theatre.sides.find((side) => side.role === 'incumbent' && namesOf(side, theatre).includes(name));
  return office ? (own?.id ?? 'foreign') : null;
};

const STATE_OFFICES: readonly OfficeMatch['class'][] = ['ministry', 'commander', 'spokesman', 'local-official'];

const enemyPattern = kept(
  (lexicon: Lexicon) =>
    new RegExp(`, (?:who|which)\\b[^,]*\\b(?:${lexicon.list('againstForms').join('|')})\\b[^,]*`, 'i'),
);

/** "former rebel groups ALLIED TO the army": on whose side they are now. */
const allyNamed = (words: string, theatre: Theatre): readonly SpeakerSide[] => {
  const [link] = findPhrases(words, theatre.lexicon.list('allyLinks'));
  if (link === undefined) return [];
  const behind = words.slice(link.end);
  const [ally] = findNamed(behind, theatre);
  if (ally !== undefined && behind.slice(0, ally.start).trim().split(/\s+/).length <= 2)
    return ally.side?.belligerent === true ? [ally.side.id] : [];
  const state = cutWords(behind).words.slice(0, 2);
  return state.some((word) => theatre.lexicon.has('actors:government', word)) ? incumbents(theatre) : [];
};

/** "a Norlandic commander OF THE REBELS": whatever people he is of. */
const namesChallenger = (words: string, theatre: Theatre): boolean =>
  findNamed(words, theatre).some(({ side }) => side?.role === 'challenger');

const sidesOfOne = (said: string, theatre: Theatre): readonly SpeakerSide[] => {
  // "General X, who fights the rebels": he is none of them; "an officer who spoke to reporters" is no reporter.
  const told = withoutTalk(said.replace(enemyPattern(theatre.lexicon), ''), theatre.lexicon);
  const { words, side: against } = withoutFoe(told, theatre);
  const offices = findOffices(words, theatre);
  if (isBothSides(words, theatre)) return theatre.sides.filter(({ role }) => role !== 'other').map(({ id }) => id);
  if (isNewsman(words, theatre) || isNationsMedia(words, theatre)) return ['outlet'];
  if (against !== null) return [against];
  const ally = theatre.sides.find((side) => side.alliedWith !== null);
  if (ally && leadsMilitia(words, theatre.lexicon)) return [ally.id];
  if (ally && leadsPeople(words, theatre.lexicon) && !namesChallenger(words, theatre)) return [ally.id];
  if (isUnrecognised(words, theatre, offices)) return ofRole('challenger', theatre);
  const own =
    ally !== undefined && hasPhrase(words, theatre.lexicon.list('militiaVoices')) && !namesChallenger(words, theatre);
  const allies = own ? [ally.id] : allyNamed(words, theatre);
  if (allies.length > 0) return allies;
  if (leadsMen(words, theatre, offices) && findNamed(words, theatre).length === 0)
    return ally === undefined ? ofRole('challenger', theatre) : [ally.id];
  if (isLocal(words, theatre, offices)) return ['local'];
  const ofState = hasPhrase(words, theatre.lexicon.list('stateMedia'));
  if (!ofState && offices.some((office) => office.class === 'outlet')) return ['outlet'];
  if (livesBeside(said, theatre, (before) => ownerNamed(before, theatre) !== null)) return ['local'];
  const owner = ownerNamed(words, theatre);
  if (owner?.side == null && isNeighboursOfficial(words, theatre)) return ['international'];
  if (owner) return [stateOfNation(words, owner, theatre) ?? speaksAs(owner.side)];
  if (theatre.lexicon.has('governmentSeats', words.toLowerCase())) return incumbents(theatre);
  if (hasPhrase(words, theatre.lexicon.list('challengerVoices'))) return ofRole('challenger', theatre);
  // "a commander of the group"
  const leads = offices.some((office) => office.class === 'commander');
  const voices = leads ? 'groupVoices' : 'rebelVoices';
  if (hasPhrase(words, theatre.lexicon.list(voices))) return ofRole('challenger', theatre);
  const isState = offices.some((office) => ['ministry', 'local-official', 'commander'].includes(office.class));
  if (isState || ofState || hasPhrase(words, theatre.lexicon.list('stateSources'))) return incumbents(theatre);
  if (offices.some((office) => office.class === 'spokesman')) return [];
  // "Dr Tokhi", of whom no office is said, is a doctor; "Ahmad, who sells fruit", lives there.
  const plain = ['doctorTitles', 'ordinaryLives', 'ordinaryPeople'].some((list) =>
    hasPhrase(words, theatre.lexicon.list(list)),
  );
  return plain || livesPlainly(words, theatre) || isStudyHouse(words, theatre) ? ['local'] : [];
};

/** "Taliban spokesman" of "Taliban spokesman Qari X"; what follows the comma of "Qari X, spokesman"; else null. */
const roleIn = (words: string, theatre: Theatre): string | null => {
  const comma = words.indexOf(', ');
  if (comma > 0) return words.slice(comma + 2).trim();
  const last = findOffices(words, theatre).at(-1);
  return last && /^\s+\p{Lu}/u.test(words.slice(last.end)) ? words.slice(0, last.end).trim() : null;
};

/** "The former governor, who surrendered the town TO THE REBELS": whom he dealt with does not tell whose he is. */
const withoutDealings = (words: string, { lexicon }: Theatre): string => {
  const pieces = words.split(/,\s*/u);
  const at = pieces.findIndex((piece, i) => i > 0 && lexicon.has('personRelatives', piece.split(' ')[0] ?? ''));
  const told = at > 0 ? (pieces[at] ?? '').split(' ') : [];
  // "A lawmaker, who accused the rebels of killing villagers": whom and what he speaks of does not either.
  const speaks = (lexicon.verbs.get(told[1] ?? '') ?? []).some(({ lemma }) =>
    ['accusingVerbs', 'reportingVerbs'].some((list) => lexicon.has(list, lemma)),
  );
  if (speaks) return pieces.slice(0, at).join(', ');
  const link = told.findIndex((word) => lexicon.has('opposingLinks', word));
  return link < 0 ? words : [...pieces.slice(0, at), told.slice(0, link).join(' ')].join(', ');
};

/**
 * Sides and office of a speaker as named ("Captain X, deputy police chief of Y", "residents", "a Taliban official").
 * Several speakers joined by "and" give several sides; `['unknown']` where the words do not say.
 */
export const sidesOfSpeaker = (
  words: string,
  theatre: Theatre,
  on: Day | null,
): { readonly sides: readonly SpeakerSide[]; readonly role: string | null } => {
  const parts = withoutDealings(words, theatre).split(/\s+and\s+/);
  const known = parts.map((part) => roleOf(part, theatre, on));
  const [first] = known;
  if (first != null && parts.length === 1) return { sides: [first.side], role: first.title ?? roleIn(words, theatre) };
  const sides = [
    ...new Set(parts.flatMap((part, i) => (known[i] == null ? sidesOfOne(part, theatre) : [known[i].side]))),
  ];
  return { sides: sides.length > 0 ? sides : ['unknown'], role: roleIn(words, theatre) };
};
