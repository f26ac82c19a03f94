import { describe, expect, it } from 'vitest';
import { drawPlaceStrip, type Saying } from '../src/drawing/draw-place-strip.ts';
import { ENGLISH } from '../src/drawing/language.ts';
import { lookOf } from '../src/drawing/look.ts';
import { paintWith } from '../src/drawing/palette.ts';
import { toMarkup } from '../src/drawing/scene.ts';
import { addDays, type Day, daysBetween } from '../src/model/time.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import type { ClaimRowAnswer, TheatreRecord } from './answers.ts';
import { sayingsOf, windowOf } from './place-strip.ts';
import { makeWorld } from './world.ts';

const axis = { first: '2021-05-01' as Day, last: '2021-08-31' as Day };
const tiny = loadTheatre('tiny');
const world = makeWorld({ ...tiny, openOn: null, lastDay: null } as unknown as TheatreRecord, []);

describe('the days about a chosen one', () => {
  it('are 66, mostly before it, inside the theatre’s', () => {
    for (const on of [axis.first, '2021-06-23', '2021-07-30', axis.last] as Day[]) {
      const { first, last } = windowOf(on, axis);
      expect(daysBetween(first, last) + 1).toBe(66);
      expect(first >= axis.first && last <= axis.last && first <= on && on <= last).toBe(true);
    }
    expect(windowOf('2021-06-23' as Day, axis)).toEqual({ first: '2021-05-01', last: '2021-07-05' });
  });

  it('are all there are in a shorter theatre', () => {
    const short = { first: '2021-03-01' as Day, last: '2021-03-31' as Day };
    expect(windowOf('2021-03-20' as Day, short)).toEqual(short);
  });
});

const day = '2021-03-18' as Day;
const when = { earliest: day, latest: day, precision: 'day', basis: 'stated' };
/** The fields that the strip reads. */
const claim = (given: Record<string, unknown>): ClaimRowAnswer =>
  ({
    ...{ id: 'c1', when, scope: 'district', kind: 'capture', actor: 'red', polarity: 'affirmed', answers: null },
    ...{ speaker: 'Ivo Hale', role: null, sides: ['red'], quote: { text: 'taken' }, seq: 5, retracted: false },
    report: { published: when },
    ...given,
  }) as unknown as ClaimRowAnswer;
const told = (claims: readonly ClaimRowAnswer[], state: { asOf: string | null; seq: number | null }) =>
  sayingsOf(claims, { why: { scope: 'district' }, state }, world);
const NOW = { asOf: null, seq: null };

describe('what is said of a place', () => {
  it('stands above for the challenger and others, below for the incumbent', () => {
    const [red, blue, outlet] = [['red'], ['blue'], ['outlet']].map((sides, at) => claim({ sides, speaker: `S${at}` }));
    if (red === undefined || blue === undefined || outlet === undefined) throw new Error('three claims');
    expect(told([red, blue, outlet], NOW).map(({ above, side }) => [above, side])).toEqual([
      [true, world.numbers.get('red')],
      [false, world.numbers.get('blue')],
      [true, null],
    ]);
  });

  it('is one saying in however many papers', () => {
    expect(told([claim({}), claim({ id: 'c2' }), claim({ id: 'c3', speaker: 'Ann Odd' })], NOW)).toHaveLength(2);
  });

  it('has an answer to a reprint answer what is reprinted', () => {
    const denial = claim({ id: 'c3', speaker: 'Edda Crane', sides: ['blue'], polarity: 'denied', answers: 'c2' });
    expect(told([claim({}), claim({ id: 'c2' }), denial], NOW)[1]).toMatchObject({ denial: true, answers: 'c1' });
  });

  it('leaves out what was withdrawn, recorded later or not known yet, and what is said of another scope', () => {
    expect(told([claim({ retracted: true })], NOW)).toEqual([]);
    expect(told([claim({})], { asOf: null, seq: 4 })).toEqual([]);
    expect(told([claim({})], { asOf: '2021-03-17', seq: null })).toEqual([]);
    expect(told([claim({ scope: 'road' })], NOW)).toEqual([]);
    expect(told([claim({ scope: 'centre' })], { asOf: '2021-03-18', seq: 5 })).toHaveLength(1);
  });
});

describe('the strip of a place', () => {
  const saying = (given: Partial<Saying>): Saying => ({
    ...{ id: 'a', day, above: true, side: 2, denial: false, answers: null },
    ...given,
  });
  const markup = (sayings: readonly Saying[]): string => {
    const cell = {
      place: '',
      scope: 'district',
      on: day,
      p: null,
      flags: [],
      lastEvidence: null,
      staleAfter: null,
    } as const;
    const look = lookOf({ ...cell, holder: 'red', status: 'claimed', against: [] }, world.numbers);
    const strip = { first: addDays(day, -10), last: addDays(day, 10), on: day, width: 210, prefix: 'p' };
    const periods = [{ from: addDays(day, -3), look }];
    return drawPlaceStrip({ ...strip, periods, sayings, paint: paintWith('light'), words: ENGLISH }, [day])
      .map(toMarkup)
      .join('');
  };

  it('draws periods in the map’s forms from their first day', () => {
    expect(markup([])).toMatch(/<rect x="70" y="\d+" width="140" height="12" fill="url\(#p-claimed-2\)"/);
  });

  it('draws a denial hollow, with a line to what it answers', () => {
    const drawn = markup([saying({}), saying({ id: 'b', above: false, side: 1, denial: true, answers: 'a' })]);
    expect(drawn.match(/class="answer-line"/g)).toHaveLength(1);
    expect(drawn).toMatch(new RegExp(`class="saying denial-sign"[^>]*fill="${paintWith('light')('panel')}"`));
    expect(markup([saying({ denial: true, answers: 'elsewhere' })])).not.toContain('answer-line');
  });

  it('stacks three, and writes the number of more', () => {
    const many = (count: number) => markup(Array.from({ length: count }, (_, at) => saying({ id: String(at) })));
    expect(many(3).match(/class="saying"/g)).toHaveLength(3);
    expect(many(5).match(/class="saying"/g)).toHaveLength(1);
    expect(many(5)).toContain('>5</text>');
  });
});
