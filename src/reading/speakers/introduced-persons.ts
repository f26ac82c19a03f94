// People whom a report brings in with their office before they speak: "Police chief Rahmat Gul met reporters. … Gul said".
// Invariant: an office stands right before the name, or before the comma in front of it; a bare name brings in nobody.
import type { SpeakerSide } from '../../model/actor.ts';
import type { Draft, Sentence } from '../marks.ts';
import { findOffices } from '../mentions/find-offices.ts';
import { sentenceAt } from '../words/by-sentence.ts';
import { NAME } from './bare-names.ts';
import type { Known } from './known-speakers.ts';
import { withMark } from './marked-side.ts';
import { sidesOfOwner } from './owner-of-office.ts';
import { sidesOfSpeaker } from './speaker-sides.ts';

export interface Introduced {
  readonly name: string;
  readonly role: string;
  readonly sides: readonly SpeakerSide[];
  readonly at: number;
  readonly sentence: number;
  /** True where the sentence begins with it: "he" in the next one is this person. */
  readonly opens: boolean;
}

/** The words of one phrase that end a stretch of text: back to a stop, a comma, a preposition or a link. */
const phraseBefore = ({ theatre }: Draft, text: string): string => {
  const clause = text.split(/[,.;:"“”()—–]/u).at(-1) ?? '';
  const words = clause.trim().split(/\s+/);
  const stop = words.findLastIndex((word) =>
    ['prepositions', 'conjunctions', 'relatives', 'be', 'have'].some((list) =>
      theatre.lexicon.has(list, word.toLowerCase()),
    ),
  );
  // "the chief of police Rahmat Gul": an office may have a preposition inside.
  const of = stop > 0 && theatre.lexicon.has('partLinks', (words[stop] ?? '').toLowerCase()) ? -1 : stop;
  // "Amina Sesay MET the new governor": behind a verb begins another phrase.
  const met = words.findLastIndex(
    (word, i) =>
      (theatre.lexicon.verbs.get(word) ?? []).some(({ past }) => past === word) &&
      ['determiners', 'possessives'].some((list) => theatre.lexicon.has(list, (words[i + 1] ?? '').toLowerCase())),
  );
  return words.slice(Math.max(of, met) + 1).join(' ');
};

const LONGEST = 8;

/** The office that ends right before a name; "the provincial police chief" of "the provincial police chief, Rahmat Gul". */
const officeBefore = (draft: Draft, before: string): string | null => {
  const apposed = /,\s*$/u.test(before);
  const words = phraseBefore(draft, apposed ? before.replace(/,\s*$/u, '') : before);
  // "the governor OF ASHFORD, Rahmat Gul"
  const held = apposed ? (OF_PLACE.exec(words)?.index ?? words.length) : words.length;
  const office = findOffices(words, draft.theatre).find(({ end }) => end === words.length || end === held);
  if (office === undefined) return null;
  const role = words.slice(startOfRole(draft, words.slice(0, office.start)));
  return role.split(' ').length <= LONGEST ? role : null;
};

const OF_PLACE = / of \p{Lu}\p{L}+$/u;

/** "The question pleased THE mayor": where the article of an office stands behind other words. */
const startOfRole = ({ theatre }: Draft, lead: string): number => {
  const words = lead.split(' ');
  const article = words.findLastIndex((word) =>
    ['definiteArticles', 'possessives'].some((list) => theatre.lexicon.has(list, word.toLowerCase())),
  );
  return article <= 0 ? 0 : words.slice(0, article).join(' ').length + 1;
};

/** An office in capitals belongs to the name's own run ("Police Chief Rahmat Gul"): where the name proper begins. */
const nameStart = (draft: Draft, run: string): number =>
  Math.max(
    0,
    ...findOffices(run, draft.theatre).map(({ end }) => end + (/^\s*/u.exec(run.slice(end))?.[0].length ?? 0)),
  );

/** Words between a party and who leads it: "The mutineers, LED BY". */
const LED = 8;

/** "The mutineers, led by Colonel Hale": he is of those whom he leads. */
const sidesOfLed = (
  { sentences, mentions, theatre }: Draft,
  index: number,
  office: number,
): readonly SpeakerSide[] | null => {
  const tokens = sentences[index]?.tokens ?? [];
  const at = tokens.findIndex(({ start }) => start >= office);
  const [led, by] = [tokens[at - 2]?.word ?? '', tokens[at - 1]?.word ?? ''];
  if (!theatre.lexicon.has('ledForms', led) || !theatre.lexicon.has('byWords', by)) return null;
  const party = mentions.findLast(
    (one) => one.type === 'actor' && one.sentence === index && one.to <= at - 2 && at - one.to <= LED,
  );
  return party?.type === 'actor' && party.side !== null ? [party.side] : null;
};

/** "Which one, the spokesman Ivo Hale WAS ASKED": whom a question is put to, wherever in his sentence he stands. */
const isAskedOf = ({ theatre: { lexicon } }: Draft, behind: string): boolean => {
  const [be = '', asked = ''] = behind.trim().split(/[\s,.]+/u);
  return lexicon.has('be', be) && lexicon.has('askedForms', asked);
};

const introducedIn = (draft: Draft, { start, end, index }: Sentence): readonly Introduced[] => {
  const text = draft.report.text.slice(start, end);
  return [...text.matchAll(NAME)].flatMap((match): Introduced[] => {
    const from = nameStart(draft, match[0]);
    const name = match[0].slice(from);
    const role = officeBefore(draft, text.slice(0, match.index + from));
    if (role === null || !/\s/u.test(name)) return [];
    const named = sidesOfSpeaker(`${role} ${name}`, draft.theatre, draft.report.published.latest);
    const at = start + match.index + from;
    // "Rebel commander Ivo Hale": the party that stands beside the office.
    const office = {
      start: at - (match.index + from - text.lastIndexOf(role, match.index + from)),
      end: at + name.length,
    };
    const marked = withMark(draft, office, { speaker: name, role, sides: named.sides, via: null });
    const owners = marked.sides.includes('unknown') ? sidesOfOwner(draft, role, office.start) : [];
    const sides = sidesOfLed(draft, index, office.start) ?? (owners.length > 0 ? owners : marked.sides);
    const lead = text
      .slice(0, match.index + from)
      .replace(/,\s*$/u, '')
      .trim();
    const opens = lead.length - role.length <= 0 || isAskedOf(draft, text.slice(match.index + match[0].length));
    return sides.includes('unknown') ? [] : [{ name, role, sides, at, sentence: index, opens }];
  });
};

const made = new WeakMap<Draft['sentences'], readonly Introduced[]>();

const personsIn = (draft: Draft): readonly Introduced[] => {
  const known = made.get(draft.sentences) ?? draft.sentences.flatMap((sentence) => introducedIn(draft, sentence));
  made.set(draft.sentences, known);
  return known;
};

/** "Captain Rahmat Gul" is named so; "police chief Rahmat Gul" has an office. */
const spoken = ({ name, role, sides }: Introduced): Known => ({
  speaker: /^\p{Lu}\S*$/u.test(role) ? `${role} ${name}` : name,
  ...{ role, sides, via: null },
});

/** Whom a surname or full name means that stood with an office before. */
export const introducedAs = (draft: Draft, name: string, at: number): Known | null => {
  const isTitle = (word: string): boolean =>
    draft.theatre.lexicon.has('plainTitles', word.toLowerCase().replace('.', ''));
  const words = name
    .replace(/,.*$/su, '')
    .split(' ')
    .filter((word, i) => i > 0 || !isTitle(word));
  const last = words.at(-1) ?? '';
  if (!/^\p{Lu}\p{L}{2,}/u.test(last) || words.length > 4) return null;
  const found = personsIn(draft).findLast(
    (one) => one.at < at && one.name.split(/\s+/u).at(-1) === last && words.every((word) => one.name.includes(word)),
  );
  return found === undefined ? null : spoken(found);
};

/** "Police chief Rahmat Gul met reporters. He said": whom the sentence before begins with, where nobody spoke since. */
export const introducedLast = (draft: Draft, sentence: number, since: number): Known | null => {
  const found = personsIn(draft).find((one) => one.sentence === sentence - 1 && one.opens && one.at > since);
  return found === undefined ? null : spoken(found);
};

/** Words that may stand before the noun of many: "Two of the", "Some local". */
const MANY_LEAD = 3;

/** "Residents reached by phone gave another version. THEY said": people whom the sentence before begins with, where nobody spoke since. */
export const introducedMany = (draft: Draft, sentence: number, since: number): Known | null => {
  const before = draft.sentences[sentence - 1];
  if (before === undefined || before.heading || before.start <= since) return null;
  const text = draft.report.text.slice(before.start, before.end);
  const [office] = findOffices(text, draft.theatre).toSorted((a, b) => a.start - b.start);
  const lead = office === undefined ? '' : text.slice(0, office.start).trim();
  if (office === undefined || /[,.;:"“”]/u.test(lead) || lead.split(/\s+/u).length > MANY_LEAD) return null;
  const speaker = text.slice(0, office.end);
  if (!/\p{Ll}s$/u.test(speaker) || /^\s*[’']/u.test(text.slice(office.end))) return null;
  const { sides, role } = sidesOfSpeaker(speaker, draft.theatre, draft.report.published.latest);
  return sides.includes('unknown') ? null : { speaker, role, sides, via: null };
};

/** "A spokesman for the Council spoke by telephone. “…,” HE said": an office that the sentence before begins with. */
export const introducedOne = (draft: Draft, sentence: number, since: number): Known | null => {
  const before = draft.sentences[sentence - 1];
  const { lexicon } = draft.theatre;
  if (before === undefined || before.heading || before.start < since || before.tokens[0]?.quoted) return null;
  const at = before.tokens.findIndex(({ word, text }, i) => i > 1 && /^\p{Ll}/u.test(text) && lexicon.verbs.has(word));
  const end = before.tokens[at - 1]?.end;
  if (end === undefined || at > ONE || !lexicon.has('indefiniteArticles', before.tokens[0]?.word ?? '')) return null;
  const speaker = draft.report.text.slice(before.start, end);
  if (findOffices(speaker, draft.theatre).length === 0) return null;
  const { sides, role } = sidesOfSpeaker(speaker, draft.theatre, draft.report.published.latest);
  const told = withMark(draft, { start: before.start, end }, { speaker, role, sides, via: null });
  return told.sides.includes('unknown') ? null : told;
};

/** Words of "A spokesman for the ministry of defence". */
const ONE = 8;

/** So many words may stand before the noun of a body: "The Council's own". */
const BODY_LEAD = 5;

/** The body that a sentence begins with: "The Council's own ministry", "We asked THE MINISTRY". */
const bodyOpening = (draft: Draft, sentence: Sentence): Known | null => {
  const { mentions, theatre, report } = draft;
  const { tokens } = sentence;
  const noun = tokens.findIndex(({ word }, at) => at < BODY_LEAD && theatre.lexicon.has('institutionNouns', word));
  const side = mentions.find(
    (one) =>
      one.type === 'actor' && one.sentence === sentence.index && one.from <= 1 && one.means === 'name' && !one.modifies,
  );
  const end = noun >= 0 ? tokens[noun]?.end : side?.end;
  if (end === undefined || tokens.slice(0, noun).some(({ type, word }) => type === 'mark' && word !== "'s"))
    return null;
  // "AND the Council? It says", "DOES the army deny it? It says", "WE ASKED the ministry. It said"
  // "BY TUESDAY the Council's tone had changed: it says"
  const small = ['conjunctions', 'do', 'be', 'have', 'prepositions', 'weekdays', 'months', 'timeNouns', 'timeLeads'];
  const first = tokens.findIndex(({ word }) => !small.some((list) => theatre.lexicon.has(list, word)));
  const asked = tokens.findLastIndex(
    ({ word }, at) => at < noun && ['askingForms', 'reachedForms'].some((list) => theatre.lexicon.has(list, word)),
  );
  const speaker = report.text.slice(tokens[Math.max(first, asked + 1)]?.start ?? sentence.start, end);
  // "A WAS still in government hands": what a verb parts from the first word is no body that opens the sentence.
  const parted = tokens.slice(first + 1, noun).some(({ word }) => theatre.lexicon.has('be', word));
  if (parted && asked < 0) return null;
  const { sides, role } = sidesOfSpeaker(speaker, theatre, report.published.latest);
  return sides.includes('unknown') ? null : { speaker, role, sides, via: null };
};

/**
 * "The ministry called it a redeployment. “…,” IT said": the body that a sentence of the paragraph begins with, where nobody
 * spoke since; "THE MINISTRY went too far when IT said": the one that the same sentence begins with.
 */
export const introducedBody = (draft: Draft, at: number, since: number): Known | null => {
  const { sentences } = draft;
  const here = sentences[sentenceAt(draft, at)];
  const opens = here?.tokens.findIndex(({ start }) => start >= at) ?? 0;
  const own = here !== undefined && opens > BODY_LEAD / 2 && !here.tokens[0]?.quoted ? bodyOpening(draft, here) : null;
  if (own !== null && draft.report.text.slice(here?.start, at).includes(own.speaker ?? '')) return own;
  const before = sentences.findLast(
    ({ index, paragraph, tokens }) =>
      index < (here?.index ?? 0) && paragraph === here?.paragraph && !tokens.slice(0, 2).some(({ quoted }) => quoted),
  );
  return before === undefined || before.heading || before.start <= since ? null : bodyOpening(draft, before);
};

/** So many sentences back "he" may mean somebody who has not spoken. */
const BACK = 4;

/** Where no person has spoken, "he" is the last who began a sentence with his office. */
export const introducedNear = (draft: Draft, sentence: number): Known | undefined => {
  const found = personsIn(draft).findLast(
    (one) => one.opens && one.sentence < sentence && one.sentence >= sentence - BACK,
  );
  return found === undefined ? undefined : spoken(found);
};
