// Evidence from one line of text each, for cases that an area expert can write and for properties.
// ID DAY KNOWN Speaker[class,onrecord|offrecord,side] [not] kind place(scope) actor|- [word | name=value]...

import type { Side } from '../src/model/actor.ts';
import type { Kind, Modality, Scope, VoiceClass } from '../src/model/claim.ts';
import type { Evidence } from '../src/model/control.ts';
import type { Theatre } from '../src/model/theatre.ts';
import { addDays, type Day, type Instant, onDay, UNKNOWN_WHEN, type When } from '../src/model/time.ts';

const LINE =
  /^(\S+) (\S+) (\S+) ([^[]+)\[([\w-]+),(onrecord|offrecord)(,stake)?,([\w-]+)\] (not )?(\w+) (\S+)\((\w+)\) (\S+)(.*)$/;

const instantOf = (text: string): Instant =>
  new Date(text.includes('T') ? text : `${text}T12:00Z`).toISOString() as Instant;

const whenOf = (text: string): When => {
  const [from = '', until = from] = text.split('..');
  return { ...onDay(until as Day, 'stated'), earliest: from as Day };
};

const MODALITIES: readonly string[] = ['possible', 'planned', 'reported'];

/** `judged=CLAIM:same` or `judged=CLAIM:other`, `@DAY` where it was judged later than the report was known. */
const judgedIn = (text: string | null, known: string): Evidence['judged'] => {
  if (text === null) return [];
  const [pair = '', day = known] = text.split('@');
  const [claim = '', word] = pair.split(':');
  const judgement = { sameProposition: word === 'same', by: 'ada', reason: 'given', known: instantOf(day) };
  return [{ claim, ...judgement, seq: 1, retracted: null }];
};

/** @throws where the line is none: a case is written by a person and must say what it means. */
export const parseEvidence = (line: string, index: number): Evidence => {
  const found = LINE.exec(line);
  if (found === null) throw new Error(`no line of evidence: ${line}`);
  const [
    ,
    id = '',
    day = '',
    known = '',
    speaker = '',
    voice,
    record,
    stake,
    side = '',
    not,
    kind,
    place = '',
    scope,
    actor,
    rest = '',
  ] = found;
  const words = rest.trim().split(/\s+/);
  const given = (name: string): string | null =>
    words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
  const report = given('report') ?? `report-${id}`;
  const retracted = given('retracted');
  const outletsOwn = voice === 'outlet';
  const published = words.includes('undated') ? UNKNOWN_WHEN : onDay(known.slice(0, 10) as Day, 'stated');
  return {
    claim: {
      ...{ id, report, placeSpan: null, force: null, deadline: null, reading: 1, reader: 'case' },
      place: { id: place, name: place, province: null, kind: null, candidates: [], reason: 'given' },
      ...{ scope: scope as Scope, kind: kind as Kind, actor: actor === '-' || actor === undefined ? null : actor },
      polarity: not === undefined ? 'affirmed' : 'denied',
      modality: (words.find((word) => MODALITIES.includes(word)) ?? 'actual') as Modality,
      when: words.includes('undated') ? { ...whenOf(day), precision: 'unknown' } : whenOf(day),
      by: {
        speaker: outletsOwn ? null : speaker,
        role: words.includes('norole') ? null : 'office',
        voice: { class: voice as VoiceClass, onRecord: record === 'onrecord', stake: stake !== undefined },
        ...{ sides: side.split('+'), via: given('via'), relayedBy: null, frame: null },
      },
      quote: { start: index, end: index + 1, text: '.' },
      answers: given('answers'),
      to: given('to'),
      partial: words.includes('partial'),
      tactical: words.includes('tactical'),
    },
    report: {
      ...{
        id: report,
        outlet: given('outlet') ?? `outlet of ${report}`,
        url: null,
        published,
        publishedAt: instantOf(known),
      },
      known: instantOf(known),
      family: given('family') ?? report,
      familyBefore: [],
      agency: given('agency'),
      affiliation: given('affiliation'),
    },
    quoted: (given('quoted') ?? '').split('+').flatMap((text) => (text === '' ? [] : [Number(text)])),
    known: null,
    judged: judgedIn(given('judged'), known),
    seq: Number(given('seq') ?? 1),
    retracted: retracted === null ? null : { seq: 1, known: instantOf(retracted), reason: 'corrected' },
  };
};

export interface Case {
  readonly title: string;
  readonly place: string;
  readonly scope: Scope;
  readonly on: Day;
  readonly asOf: Instant | null;
  readonly evidence: readonly Evidence[];
  /** `campaign: SIDE`: on every day it claims out of all measure elsewhere. */
  readonly campaign: string | null;
  /** `p: SIDE at ρ = 1/at ρ = .3/at ρ = 0`: then the case is held at each of the three; without it, at ρ = 0. */
  readonly shares: { readonly side: string; readonly at: readonly number[] } | null;
  /** `tempo: frozen`; the theatre's own where nothing is said. */
  readonly tempo: Theatre['tempo'] | null;
  /** `sides: green/blue,grey`: further belligerents, the first counted with blue, the second by itself. */
  readonly further: readonly Side[];
  /** `baseline: SIDE` had the place at the start; the theatre's own list where nothing is said. */
  readonly baseline: string | null;
  /** `STATUS HOLDER +flag -flag against=SIDE,SIDE alternative=STATUS/HOLDER` (`against=` nobody, `alternative=` none) */
  readonly expected: string;
}

const fieldOf = (header: string, name: string): string | null =>
  new RegExp(`\\b${name}: (\\S+)`).exec(header)?.[1] ?? null;

const sharesOf = (header: string): Case['shares'] => {
  const [, side, values] = /\bp: (\S+) (\S+)/.exec(header) ?? [];
  return side === undefined || values === undefined ? null : { side, at: values.split('/').map(Number) };
};

const furtherSide = (text: string): Side => {
  const [id = '', alliedWith = null] = text.split('/');
  return { id, name: id, names: [], belligerent: true, role: 'other', alliedWith, class: 'non-state' };
};

const parseCase = (block: string): Case => {
  const [title = '', header = '', ...lines] = block.trim().split('\n');
  const split = lines.indexOf('---');
  const [place = '', scope = ''] = (fieldOf(header, 'cell') ?? '').split(/[()]/);
  const asOf = fieldOf(header, 'asOf');
  const told = split < 0 ? [] : lines.slice(0, split).filter((line) => line.trim() !== '');
  const on = fieldOf(header, 'on') as Day;
  return {
    ...{ title, place, scope: scope as Scope, on, shares: sharesOf(header), campaign: fieldOf(header, 'campaign') },
    asOf: asOf === null ? null : instantOf(`${addDays(asOf as Day, 1)}T00:00Z`),
    evidence: told.map(parseEvidence),
    baseline: fieldOf(header, 'baseline'),
    tempo: fieldOf(header, 'tempo') as Case['tempo'],
    further: (fieldOf(header, 'sides')?.split(',') ?? []).map(furtherSide),
    expected: lines
      .slice(split + 1)
      .join(' ')
      .trim(),
  };
};

export const parseCases = (text: string): readonly Case[] => text.split(/^=== /m).slice(1).map(parseCase);
