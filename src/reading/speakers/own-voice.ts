// An outlet that is a party's own, and a party's letterhead: whose words all are that nobody else says.

import type { SpeakerSide } from '../../model/actor.ts';
import type { Attribution } from '../../model/claim.ts';
import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { Outlet, Theatre } from '../../model/theatre.ts';
import type { Draft } from '../marks.ts';
import { findOffices } from '../mentions/find-offices.ts';
import { isNationWord } from '../mentions/nation-words.ts';
import { incumbentOf, opponentOf } from '../mentions/theatre-sides.ts';
import { firstPersonSide } from './first-person-voice.ts';
import { sidesOfSpeaker } from './speaker-sides.ts';
import { splitSpeaker } from './split-speaker.ts';
import { voiceOf } from './voice.ts';

/** A letterhead has few words. */
const LETTERHEAD = 8;

/** Who wrote a letter stands among its first lines. */
const HEAD = 5;

const speaksAs = (draft: Draft, speaker: string | null, side: SpeakerSide): Attribution => {
  const spoken = { speaker, role: null, sides: [side] };
  return { ...spoken, voice: voiceOf(spoken, draft.theatre), via: null, relayedBy: null, frame: null };
};

const byName = new WeakMap<Theatre, ReadonlyMap<string, Outlet>>();

/** The theatre's outlets by each name in lower case; of two with one name the first. */
const outletsOf = (theatre: Theatre): ReadonlyMap<string, Outlet> => {
  const named = (outlet: Outlet) => [outlet.name, ...outlet.names].map((one) => [one.toLowerCase(), outlet] as const);
  const known = byName.get(theatre) ?? new Map(theatre.outlets.flatMap(named).reverse());
  byName.set(theatre, known);
  return known;
};

const ofOutlet = (draft: Draft): Attribution | null => {
  const { theatre, report } = draft;
  const outlet = outletsOf(theatre).get((report.outlet ?? '').toLowerCase());
  const side = outlet?.affiliation ?? null;
  const fights = theatre.sides.some(({ id, belligerent }) => id === side && belligerent);
  return side === null || !fights ? null : speaksAs(draft, null, side);
};

/** "Red Banner", "RB4" as a side's name; "Radio Norland" is only of that land. */
const isBanner = (name: string, { open, lexicon }: Theatre): boolean =>
  open ? /^\p{Lu}(?:\p{Ll}+|[\p{Lu}\d]+)$/u.test(name) && !isNationWord(name, lexicon) : /^\p{Lu}\p{Ll}+$/u.test(name);

/** "Red Banner Dispatch", "Emirate news sheet": a paper that bears a fighting side's name is its own. */
const ofItsName = (draft: Draft): Attribution | null => {
  const { theatre, report } = draft;
  if (report.outlet === null) return null;
  const words = report.outlet.split(/[^\p{L}\d]+/u);
  const side = theatre.sides.find(
    ({ names, belligerent }) => belligerent && names.some((name) => words.includes(name) && isBanner(name, theatre)),
  );
  return side === undefined ? null : speaksAs(draft, null, side.id);
};

/** "BLUE COUNCIL - OFFICE OF INFORMATION": a side's own letterhead, in capitals; "REBELS TAKE TOWN" is a headline. */
const letterhead = (draft: Draft): Attribution | null => {
  const [first] = draft.sentences;
  const line = first === undefined ? '' : draft.report.text.slice(first.start, first.end);
  // "RED LEAGUE PRESS OFFICE - Operations of the last 24 hours"
  const text = line === line.toUpperCase() ? line : (line.split(/\s[-–—]\s|:\s/u)[0] ?? line);
  const words = first?.tokens.filter(({ end }) => end <= first.start + text.length) ?? [];
  if (first === undefined || text !== text.toUpperCase() || words.length > LETTERHEAD) return null;
  const mark = draft.mentions.find((one) => one.type === 'actor' && one.means === 'name' && one.sentence === 0);
  if (mark?.type !== 'actor' || mark.side === null) return null;
  const { lexicon } = draft.theatre;
  const whole = first.tokens.every(
    ({ type, start, end }) => type !== 'word' || (start >= mark.start && end <= mark.end),
  );
  const office =
    words.some(({ word }) => lexicon.has('letterheadWords', word)) &&
    // "ARMY HEADQUARTERS FALLS - rebels in A" is a headline.
    !words.some(({ word }) => lexicon.has('headlineVerbs', word));
  if (!whole && !office) return null;
  // A paper's own name is nobody who speaks.
  const paper = outletsOf(draft.theatre).has(text.trim().toLowerCase());
  return speaksAs(draft, paper ? null : mark.text, mark.side);
};

const senderPattern = kept(({ list }: Lexicon) => new RegExp(`^(?:${list('senderLeads').join('|')}):\\s*(.+)$`, 'i'));

/** "From: Office of the Governor of Ashford": who wrote, in the head of a letter. */
const sender = (draft: Draft): Attribution | null => {
  const { theatre, report, sentences } = draft;
  const lead = senderPattern(theatre.lexicon);
  for (const { start, end } of sentences.slice(0, HEAD)) {
    const words = lead.exec(report.text.slice(start, end).trim())?.[1]?.trim();
    const side = words === undefined ? undefined : sidesOfSpeaker(words, theatre, report.published.latest).sides[0];
    const fights = theatre.sides.some(({ id, belligerent }) => id === side && belligerent);
    if (words !== undefined && side !== undefined && fights) return speaksAs(draft, words, side);
  }
  return null;
};

/** "Ministry of Defence", "Press office of the 3rd Corps": what an office of state gives out itself is its own. */
const ofOffice = (draft: Draft, name: string, speaker: string | null): Attribution | null => {
  const { theatre, report } = draft;
  const classes = findOffices(name, theatre).map((office) => office.class);
  if (!(classes.includes('ministry') || (classes.includes('spokesman') && classes.includes('commander')))) return null;
  const [side] = sidesOfSpeaker(name, theatre, report.published.latest).sides;
  const fights = theatre.sides.some(({ id, belligerent }) => id === side && belligerent);
  return side !== undefined && fights ? speaksAs(draft, speaker, side) : null;
};

const releasePattern = kept(({ list }: Lexicon) => {
  const any = (name: string): string => list(name).join('|');
  return new RegExp(
    `^(.+?)\\s*(?:[:,–—-]\\s*)?(?:(?:${any('releaseAdjectives')})\\s+)*(?:${any('releaseNouns')})\\b`,
    'i',
  );
});

/** "Ministry of Defence: situation report for 12 July": a release bears its office's name at its head. */
const ofRelease = (draft: Draft): Attribution | null => {
  const { theatre, report, sentences } = draft;
  const [first] = sentences;
  if (first === undefined || !first.heading) return null;
  const name = releasePattern(theatre.lexicon).exec(report.text.slice(first.start, first.end))?.[1];
  return name === undefined ? null : ofOffice(draft, name, name);
};

/** "Thread by Ivo Hale, spokesman of the Red League": whoever speaks for a side signs what he writes. */
const ofSpokesman = (draft: Draft, name: string): Attribution | null => {
  const { theatre, report } = draft;
  if (!findOffices(name, theatre).some((office) => office.class === 'spokesman')) return null;
  const side = sidesOfSpeaker(name, theatre, report.published.latest).sides.find((own) =>
    theatre.sides.some(({ id, belligerent }) => id === own && belligerent),
  );
  return side === undefined ? null : speaksAs(draft, splitSpeaker(name, theatre).speaker, side);
};

/** "Statement of the Red League on the week's victories": whose statement it is stands behind the noun. */
const ofStatement = (draft: Draft): Attribution | null => {
  const [first] = draft.sentences;
  const { lexicon, sides } = draft.theatre;
  if (first === undefined || !first.heading) return null;
  const noun = first.tokens.findIndex(
    ({ word }, at) =>
      at < LETTERHEAD &&
      lexicon.has('releaseNouns', word) &&
      first.tokens.slice(0, at).every((one) => lexicon.has('releaseAdjectives', one.word)),
  );
  if (noun < 0 || !lexicon.has('statementLinks', first.tokens[noun + 1]?.word ?? '')) return null;
  const at = noun + (lexicon.has('definiteArticles', first.tokens[noun + 2]?.word ?? '') ? 3 : 2);
  const mark = draft.mentions.find((one) => one.type === 'actor' && one.sentence === first.index && one.from === at);
  // "Statement of the Defence Council of the Republic": an office of state.
  const name = draft.report.text.slice(first.tokens[at]?.start ?? first.end, first.end).trim();
  if (mark?.type !== 'actor' || mark.means !== 'name' || mark.side === null)
    return ofOffice(draft, name, name) ?? ofSpokesman(draft, name);
  const { side } = mark;
  return sides.some(({ id, belligerent }) => id === side && belligerent) ? speaksAs(draft, mark.text, side) : null;
};

const HEAD_LISTS = ['letterheadWords', 'releaseNouns'];

/** "Federal Democratic REPUBLIC of". */
const TITLES = 2;

/** "REPUBLIC OF NORLAND / PRESS DIRECTORATE / Bulletin No. 12": a state's name over its own paper. */
const ofState = (draft: Draft): Attribution | null => {
  const { theatre, report, sentences } = draft;
  const { lexicon } = theatre;
  const head = sentences.slice(0, HEAD).filter(({ heading }) => heading);
  const [first] = head;
  const name = report.outlet ?? (first === undefined ? '' : report.text.slice(first.start, first.end));
  const words = name.toLowerCase().split(/\s+/u);
  const at = words.findIndex((word) => lexicon.has('stateTitles', word));
  const titled = at >= 0 && at <= TITLES && lexicon.has('partLinks', words[at + 1] ?? '') && words.length <= LETTERHEAD;
  const office = head.some(({ tokens }) =>
    tokens.some(({ word }) => HEAD_LISTS.some((list) => lexicon.has(list, word))),
  );
  const side = titled && office ? incumbentOf(theatre) : null;
  return side === null ? null : speaksAs(draft, null, side);
};

/** What intake cuts above the headline of a paper's own. */
const HEAD_CUTS: readonly string[] = ['masthead', 'section label', 'date line'];

/** "Ministry of Defence / Press release, 17 July" over the headline: an office of state gives it out, in lines that were cut. */
const ofCutHead = (draft: Draft): Attribution | null => {
  const { lexicon } = draft.theatre;
  const lines = draft.report.cut.filter(({ reason }) => HEAD_CUTS.includes(reason)).map(({ text }) => text);
  const words = lines.flatMap((line) => line.toLowerCase().split(/[^\p{L}]+/u));
  if (!HEAD_LISTS.some((list) => words.some((word) => lexicon.has(list, word)))) return null;
  return lines.reduce<Attribution | null>((found, line) => found ?? ofOffice(draft, line, line), null);
};

/** "our fighters", "the enemy", said by nobody that is quoted: a party speaks. */
const inFirstPerson = (draft: Draft): Attribution | null => {
  const side = firstPersonSide(draft);
  return side === null ? null : speaksAs(draft, null, side);
};

const found = new WeakMap<Draft['sentences'], Attribution | null>();

const findVoice = (draft: Draft): Attribution | null =>
  ofOutlet(draft) ??
  ofItsName(draft) ??
  ofOffice(draft, draft.report.outlet ?? '', null) ??
  letterhead(draft) ??
  sender(draft) ??
  ofRelease(draft) ??
  ofStatement(draft) ??
  ofState(draft) ??
  ofCutHead(draft) ??
  inFirstPerson(draft);

/** Null where the report is of no party; asked of every speaker, found once. */
export const ownVoice = (draft: Draft): Attribution | null => {
  const known = found.get(draft.sentences);
  if (known !== undefined) return known;
  const voice = findVoice(draft);
  found.set(draft.sentences, voice);
  return voice;
};

/** "The enemy", "the enemy's radio" in a party's own text: the other side; null for other words, and in other texts. */
export const enemysVoice = (draft: Draft, words: string): readonly SpeakerSide[] | null => {
  const { theatre } = draft;
  const names = words.toLowerCase().split(/[^\p{L}]+/u);
  if (!names.some((word) => theatre.lexicon.has('actors:enemy', word))) return null;
  const sides = ownVoice(draft)?.sides;
  const own = theatre.sides.find(({ id, belligerent }) => belligerent && sides?.includes(id));
  const enemy = opponentOf(own?.id ?? null, theatre);
  return enemy === null ? null : [enemy];
};
