import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../model/report.ts';
import { type Day, onDay } from '../model/time.ts';
import { judgeFamilies, type NearReport, signatureOf } from './find-family.ts';
import { foldFamilies } from './fold-families.ts';
import { type Ground, intake } from './intake.ts';
import { NOTHING_GIVEN } from './sources.ts';

const GROUND: Ground = {
  timezone: 'Etc/UTC',
  period: { from: '2021-03-01' as never, until: null },
  outlets: [],
  retrieved: null,
};

const near = (text: string, outlet: string | null = null): NearReport => {
  const taken = intake(
    { file: 'a.txt', bytes: new TextEncoder().encode(text), form: 'text', given: { ...NOTHING_GIVEN, outlet } },
    GROUND,
  );
  if (!taken.ok) throw new Error(taken.refusal.reason);
  return { report: taken.value, signature: signatureOf(taken.value) };
};
const judge = (a: NearReport, b: NearReport) => judgeFamilies(a.report, a.signature, [b])[0] ?? null;

const STORY = [
  'The Red League said on Wednesday that it had taken the town of Ashford in Northmark, a claim that the Blue Council at once denied.',
  'Spokesman Ivo Hale said that forty guards had laid down their arms at the police house before noon.',
  'A miller who left the town by boat said that he had seen red cloth on the grain hall and nobody in the street.',
  'The road from Eastry has been cut since Sunday, and carters now go round by the salt pans.',
  'At least three guards were killed at the weir, according to the doctor of Coldwell, who buried them.',
  'The Council has sent two companies to the bridge and asked the people of Fernhill to keep their cattle indoors.',
];
const OTHER = [
  'Carters in Fernhill say that the price of salt has doubled since the weir was closed to barges last month.',
  'The harvest fair will be held in Midvale this year because the roads of Northmark are bad.',
  'A choir of forty boys sang for the bishop, who gave each of them an apple and a short speech.',
  'Rats have taken the tithe barn again and the reeve has asked for cats from every village.',
];
const body = (...sentences: readonly string[]): string => sentences.join('\n\n');

describe('one family', () => {
  const whole = near(body(...STORY), 'Three Rivers Wire');
  test.each([
    ['a copy under another outlet', body(...STORY)],
    ['a cut', body(...STORY.slice(0, 2))],
    ['a cut with a paragraph of its own', body(OTHER[0] ?? '', ...STORY.slice(0, 4))],
    [
      'a light edit',
      body(...STORY)
        .replaceAll('laid down their arms', 'given up')
        .replaceAll('according to', 'said'),
    ],
    ['another order', body(...STORY.toReversed())],
  ])('%s', (_, text) => expect(judge(near(text, 'Ashford Examiner'), whole)).not.toBeNull());

  test('an update with as much again of its own is one by its sentences', () => {
    const flash = near(body(...STORY.slice(0, 3)));
    const update = near(body(...STORY.slice(0, 2), ...OTHER.slice(0, 2), STORY[4] ?? ''));
    expect(judge(update, flash)?.score).toBeGreaterThan(0.25);
  });

  test('the edge points at the fuller report, whichever came first, and names what the shorter dropped', () => {
    const cut = near(body(...STORY.slice(0, 5)), 'Ashford Examiner');
    for (const edge of [judge(cut, whole), judge(whole, cut)])
      expect(edge).toMatchObject({
        report: cut.report.id,
        of: whole.report.id,
        score: 1,
        droppedSentences: [STORY[5]],
      });
  });

  test('of two that are as long the one that is credited is the original, else the one that was out first', () => {
    const wire = near(body(...STORY), 'Three Rivers Wire');
    const longer = near(body('(Three Rivers Wire) - In Ashford it is so.', ...STORY), 'Ashford Examiner');
    const credited = { ...longer, report: { ...longer.report, agency: 'Coast/Three Rivers Wire' } };
    for (const edge of [judge(credited, wire), judge(wire, credited)]) expect(edge?.of).toBe(wire.report.id);
    expect(judge(longer, wire)?.of).toBe(longer.report.id);
    const [early, late] = ['17', '18'].map((day) => {
      const one = near(body(...STORY), `Paper of the ${day}th`);
      const on = `2021-03-${day}` as Day;
      return { ...one, report: { ...one.report, published: onDay(on, 'stated') } };
    });
    expect([early, late]).not.toContain(undefined);
    if (early === undefined || late === undefined) return;
    for (const edge of [judge(early, late), judge(late, early)]) expect(edge?.of).toBe(early.report.id);
  });

  test('a report that joins two cuts has an edge to each', () => {
    const cuts = [near(body(...STORY.slice(0, 3)), 'A'), near(body(...STORY.slice(3)), 'B')];
    expect(
      judgeFamilies(whole.report, whole.signature, cuts)
        .map(({ report }) => report)
        .sort(),
    ).toEqual(cuts.map(({ report }) => report.id).sort());
  });
});

describe('two families', () => {
  const statement =
    '"The guards of the Council have left the police house and the grain hall, and all of their arms, carts and salt are now in the hands of the League," Ivo Hale said in a statement to reporters.';
  const background = [
    'The League was founded by salt carters nine years ago and has since fought the Council in three valleys.',
    'More than two hundred people have died in the war of the weirs, most of them in the first winter of it.',
  ];
  test.each([
    ['other stories of the same day', body(...STORY), body(...OTHER)],
    [
      'two stories that quote one statement',
      body(statement, ...STORY.slice(0, 2)),
      body(statement, ...OTHER.slice(0, 2)),
    ],
    [
      'two stories of one agency with the same background',
      body(...STORY.slice(0, 3), ...background),
      body(...OTHER.slice(0, 3), ...background),
    ],
    ['two notices of one line', 'The town is quiet.', 'The town is quiet.\n\nNobody came.'],
  ])('%s', (_, a, b) => expect(judge(near(a, 'A'), near(b, 'B'))).toBeNull());

  test('a report is no copy of itself', () => {
    const one = near(body(...STORY));
    expect(judge(one, one)).toBeNull();
  });
});

describe('the sample', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{3,7}$/), { minLength: 40, maxLength: 120 });
  const asReport = (id: string, list: readonly string[]): Pick<Report, 'id' | 'text' | 'bodyStart'> => ({
    id,
    text: list.join(' '),
    bodyStart: 0,
  });
  test('any two texts that share twenty words in a row share a sampled hash', () => {
    fc.assert(
      fc.property(
        words,
        words,
        fc.array(fc.stringMatching(/^[a-z]{3,7}$/), { minLength: 20, maxLength: 20 }),
        (a, b, shared) => {
          const one = signatureOf(asReport('a', [...a.slice(0, 20), ...shared, ...a.slice(20)]));
          const two = signatureOf(asReport('b', [...b.slice(0, 9), ...shared, ...b.slice(9)]));
          expect(one.sample.some((hash) => two.sample.includes(hash))).toBe(true);
        },
      ),
      { seed: 3, numRuns: 200 },
    );
  });
  test('is a small part of a long report’s shingles', () => {
    const { sample, shingles } = near(body(...STORY, ...OTHER)).signature;
    expect(sample.length).toBeLessThan(shingles.length * 0.2);
  });
});

describe('families from edges', () => {
  const edges = [
    { report: 'r_b', of: 'r_a' },
    { report: 'r_c', of: 'r_b' },
    { report: 'r_z', of: 'r_y' },
  ];
  test('connected reports are one family, under its least id', () => {
    expect(Object.fromEntries(foldFamilies(edges))).toEqual({
      r_a: 'r_a',
      r_b: 'r_a',
      r_c: 'r_a',
      r_y: 'r_y',
      r_z: 'r_y',
    });
  });
  test('do not depend on the order of arrival', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(edges, { minLength: 3, maxLength: 3 }), (shuffled) => {
        expect(Object.fromEntries(foldFamilies(shuffled))).toEqual(Object.fromEntries(foldFamilies(edges)));
      }),
    );
  });
  test('part again where an edge is cut', () => expect(foldFamilies(edges.slice(1)).get('r_a')).toBeUndefined());
});
