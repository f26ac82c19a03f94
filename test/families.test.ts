// What is a copy and what is only shared: every pair of what the project keeps, and made-up papers full of traps.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { judgeFamilies, type NearReport, signatureOf } from '../src/intake/find-family.ts';
import { foldFamilies } from '../src/intake/fold-families.ts';
import { intake } from '../src/intake/intake.ts';
import { NOTHING_GIVEN } from '../src/intake/sources.ts';
import type { FamilyEdge, Report } from '../src/model/report.ts';
import { seeded } from '../src/model/seeded.ts';
import type { Day } from '../src/model/time.ts';
import { FORMS, reportOf, sentencesOf } from './made-stories.ts';

const near = (report: Report): NearReport => ({ report, signature: signatureOf(report) });

/** All ties that come about when the reports come in one after another. */
const tiesOf = (reports: readonly Report[]): readonly FamilyEdge[] => {
  const all = reports.map(near);
  return all.flatMap(({ report, signature }, at) => judgeFamilies(report, signature, all.slice(0, at)));
};

const parted = (reports: readonly Report[]): ReadonlyMap<string, string> => {
  const families = foldFamilies(tiesOf(reports));
  return new Map(reports.map(({ id }) => [id, families.get(id) ?? id]));
};

interface Shares {
  readonly precision: number;
  readonly recall: number;
  readonly wrong: readonly string[];
}

/** Every pair of reports in one family or not, held against whose story each is. */
const measure = (told: readonly { readonly report: Report; readonly story: string }[]): Shares => {
  const families = parted(told.map(({ report }) => report));
  const pairs = told.flatMap((a, at) => told.slice(0, at).map((b) => ({ a, b })));
  const judged = pairs.map(({ a, b }) => ({
    is: a.story === b.story,
    said: families.get(a.report.id) === families.get(b.report.id),
    names: `${a.report.file} (${a.story}) and ${b.report.file} (${b.story})`,
  }));
  const [said, is] = [judged.filter((one) => one.said), judged.filter((one) => one.is)];
  const right = said.filter((one) => one.is).length;
  const wrong = judged
    .filter((one) => one.said !== one.is)
    .map(({ names, said: tied }) => `${tied ? 'tied' : 'apart'}: ${names}`);
  return { precision: right / said.length, recall: right / is.length, wrong };
};

const PERFECT = { precision: 1, recall: 1, wrong: [] };

const takenFrom = (
  item: { readonly file: string; readonly form: 'html' | 'text'; readonly bytes: Uint8Array },
  outlet: string | null,
): Report => {
  const ground = {
    timezone: 'Asia/Kabul',
    period: { from: '2021-05-01' as Day, until: null },
    outlets: [],
    retrieved: null,
  };
  const read = intake({ ...item, given: { ...NOTHING_GIVEN, outlet } }, ground);
  if (!read.ok) throw new Error(read.refusal.reason);
  return read.value;
};

const taken = (folder: string, file: string): Report => {
  const form = file.endsWith('.html') ? 'html' : 'text';
  return takenFrom({ file, form, bytes: readFileSync(join(folder, file)) }, null);
};

const corpusOf = (folder: string, familyOf: ReadonlyMap<string, string>) =>
  readdirSync(folder)
    .filter((file) => familyOf.has(file))
    .map((file) => ({ report: taken(folder, file), story: familyOf.get(file) ?? file }));

const dispatches = (folder: string) => {
  const rows = readFileSync(join(folder, 'gold.jsonl'), 'utf8').trim().split('\n');
  const gold = rows.map((row) => JSON.parse(row) as { file: string; family: string });
  return corpusOf(folder, new Map(gold.map(({ file, family }) => [file, family])));
};

const demo = (folder: string) => {
  const rows = parse(readFileSync(join(folder, 'index.csv'), 'utf8'), { columns: true }) as Record<string, string>[];
  return corpusOf(folder, new Map(rows.map(({ file = '', copy_of = '' }) => [file, copy_of || file])));
};

describe('every pair of what is kept', () => {
  test.each([
    ['the dispatches', 70, dispatches(join('test', 'dispatches'))],
    ['the demo', 110, demo('demo')],
  ])('%s', (_, count, told) => {
    expect(told).toHaveLength(count);
    expect(measure(told)).toEqual(PERFECT);
  });

  const shared = join('..', 'shared');
  test.runIf(existsSync(shared))('the two together, and beside them the reports that are shared', () => {
    const folder = join(shared, 'reports');
    const reports = readdirSync(folder).filter((file) => /^\d.*\.txt$/.test(file));
    const story = (file: string) => (/^00[01]_/.test(file) ? 'one story of one paper' : file);
    const five = reports.map((file) => ({ report: taken(folder, file), story: story(file) }));
    const told = [...dispatches(join(shared, 'dispatches')), ...demo(join(shared, 'demo')), ...five];
    expect(told.length).toBeGreaterThanOrEqual(185);
    expect(measure(told)).toEqual(PERFECT);
  });
});

const COPIES = Object.keys(FORMS);

/** A story and all that desks make of it; and of one of these another desk's copy. */
const copiesOf = (number: number): readonly Report[] => {
  const story = sentencesOf(number, 9 + (number % 14));
  const random = seeded(number);
  const made = COPIES.map((form) => FORMS[form]?.(story, random) ?? []);
  const again = COPIES.map((form, at) => FORMS[form]?.(made[(at + 1) % made.length] ?? [], random) ?? []);
  const wire = reportOf(story, { outlet: `Wire ${number}` });
  return [wire, ...made.map((one, at) => reportOf(one, { outlet: `${COPIES[at]} ${number}` }))].concat(
    again.slice(0, 3).map((one, at) => reportOf(one, { outlet: `again ${COPIES[at]} ${number}` })),
  );
};

const numbers = fc.integer({ min: 1, max: 1e6 });

describe('a copy', () => {
  test.each(COPIES)('%s is one with its story', (form) => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 8, max: 40 }), (number, length) => {
        const story = sentencesOf(number, length);
        const copy = reportOf(FORMS[form]?.(story, seeded(number)) ?? [], { outlet: 'The Examiner' });
        expect(tiesOf([reportOf(story), copy])).toHaveLength(1);
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  test('of a copy of a copy is one with the story, by way of what lies between', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.array(fc.constantFrom(...COPIES.slice(5)), { minLength: 2, maxLength: 4 }),
        (number, forms) => {
          const random = seeded(number);
          const story = sentencesOf(number, 14);
          const chain = [story];
          for (const form of forms) chain.push(FORMS[form]?.(chain.at(-1) ?? [], random) ?? []);
          const reports = chain.map((one, at) => reportOf(one, { outlet: `Paper ${at}` }));
          expect(new Set(parted(reports).values()).size).toBe(1);
        },
      ),
      { seed: 6, numRuns: 40 },
    );
  });

  test('of many stories: each in its family and in no other, whichever comes in first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(numbers, { minLength: 4, maxLength: 4 }), numbers, (stories, order) => {
        const told = stories.flatMap((number) => copiesOf(number).map((report) => ({ report, story: `${number}` })));
        const random = seeded(order);
        const shuffled = told.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at);
        expect(measure(shuffled.map(({ one }) => one))).toEqual(PERFECT);
        const inOrder = parted(told.map(({ report }) => report));
        expect(new Map([...parted(shuffled.map(({ one }) => one.report))].sort())).toEqual(
          new Map([...inOrder].sort()),
        );
      }),
      { seed: 7, numRuns: 4 },
    );
  });
});

const QUOTED: Readonly<Record<string, (said: readonly string[]) => readonly string[]>> = {
  'in one pair of marks': (said) => [`“${said.join(' ')}” the spokesman said.`],
  'in straight marks': (said) => [`"${said.join(' ')}" the spokesman said.`],
  'each paragraph opened anew': (said) => said.map((one, at) => `“${one}${at === said.length - 1 ? '”' : ''}`),
  'in single marks': (said) => [`‘${said.join(' ')}’ the spokesman said.`],
  'in angle marks': (said) => [`«${said.join(' ')}» the spokesman said.`],
};

/** As papers of different outlets, each a story of its own. */
const apart = (papers: readonly (readonly string[])[]) =>
  papers.map((paragraphs, at) => ({ report: reportOf(paragraphs, { outlet: `Paper ${at}` }), story: `${at}` }));

describe('a story in other bytes', () => {
  const story = sentencesOf(12, 12).map((one, at) =>
    at % 3 === 0 ? `“${one}” – so the café’s owner.` : one.replace(/ (\w{4})(\w{4,}) /, ' $1\u00ad$2 '),
  );
  const text = story.join('\n\n');
  const page = (words: string) =>
    `<html><head><meta charset="windows-1252"><title>Town</title></head><body><article>${words}</article></body></html>`;
  const html = page(
    story.map((one) => `<p>${one.replaceAll('“', '&ldquo;').replaceAll('é', '&eacute;')}</p>`).join('\n'),
  );
  const legacy = (words: string) => iconv.encode(words.replaceAll('\u00ad', ''), 'windows-1252');

  test.each([
    ['windows-1252', 'text', legacy(text)],
    ['UTF-16 with its mark', 'text', iconv.encode(text, 'utf-16', { addBOM: true })],
    ['decomposed letters', 'text', Buffer.from(text.normalize('NFD'))],
    ['a page with entities in windows-1252', 'html', legacy(html)],
    ['a page with soft hyphens', 'html', Buffer.from(html.replace('windows-1252', 'utf-8'))],
  ] as const)('%s is one with the story in UTF-8', (_, form, bytes) => {
    const [plain, other] = [
      takenFrom({ file: 'a.txt', form: 'text', bytes: Buffer.from(text) }, 'The Post'),
      takenFrom({ file: `b.${form}`, form, bytes }, 'The Examiner'),
    ];
    expect(tiesOf([plain, other])).toMatchObject([{ score: 1, droppedSentences: [] }]);
  });
});

describe('shared without being copied', () => {
  const runs = { seed: 11, numRuns: 40 };

  test.each(Object.keys(QUOTED))('a statement that three papers quote at length, %s', (form) => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 4, max: 9 }), (number, length) => {
        const said = QUOTED[form]?.(sentencesOf(number, length)) ?? [];
        const papers = [1, 2, 3].map((at) => [
          ...sentencesOf(number + at, 1 + at),
          ...said,
          ...sentencesOf(number - at, 1),
        ]);
        expect(tiesOf(apart(papers).map(({ report }) => report))).toEqual([]);
      }),
      runs,
    );
  });

  test('a statement as the party gave it out, and a paper that quotes it', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const said = sentencesOf(number, 6);
        const paper = [
          ...sentencesOf(number + 1, 3),
          `“${said.join(' ')}” the spokesman said.`,
          ...sentencesOf(number + 1, 2),
        ];
        expect(tiesOf(apart([said, paper]).map(({ report }) => report))).toEqual([]);
      }),
      runs,
    );
  });

  test('an agency’s background below stories short and long', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 2, max: 5 }), (number, length) => {
        const background = sentencesOf(number, length);
        const papers = [2, 3, 5, 9, 20].map((own) => [...sentencesOf(number + own, own), ...background]);
        expect(tiesOf(apart(papers).map(({ report }) => report))).toEqual([]);
      }),
      runs,
    );
  });

  test('a block of links to other stories', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const links = sentencesOf(number, 8).map((one) => one.slice(0, 60).replace(/ \S*$/, ''));
        const papers = [3, 4, 8].map((own) => [...sentencesOf(number + own, own), ...links]);
        expect(tiesOf(apart(papers).map(({ report }) => report))).toEqual([]);
      }),
      runs,
    );
  });

  test.each([
    ['a live page', true],
    ['a digest without marks', false],
  ])('%s that carries pieces of many, and some of them whole', (_, entries) => {
    fc.assert(
      fc.property(numbers, (number) => {
        const stories = [3, 4, 6, 10, 16].map((length) => sentencesOf(number + length, length));
        const pieces = [sentencesOf(number, 2), ...stories.map((one) => one.slice(0, 4)), sentencesOf(number - 1, 3)];
        const page = reportOf(
          pieces.map((piece) => piece.join(' ')),
          { outlet: 'Live', entries },
        );
        expect(tiesOf([...apart(stories).map(({ report }) => report), page])).toEqual([]);
      }),
      runs,
    );
  });

  test('two states of one live page are one all the same', () => {
    const entries = [1, 2, 3, 4, 5, 6, 7].map((number) => sentencesOf(number, 3).join(' '));
    const [early, late] = [entries.slice(2), entries].map((some) => reportOf(some, { outlet: 'Live', entries: true }));
    expect(tiesOf([early, late].flatMap((one) => one ?? []))).toHaveLength(1);
  });

  test('all of it at once, among copies', () => {
    const [statement, background] = [sentencesOf(41, 5), sentencesOf(42, 4)];
    const stories = [51, 52, 53, 54].map((number) => {
      const own = sentencesOf(number, 5 + (number % 5));
      return [...own.slice(0, 3), `“${statement.join(' ')}” Ivo Hale said.`, ...own.slice(3), ...background];
    });
    const told = stories.flatMap((story, at) =>
      COPIES.filter((form) => form !== 'in another order').map((form) => ({
        report: reportOf(FORMS[form]?.(story, seeded(at)) ?? [], { outlet: `${form} ${at}` }),
        story: `${at}`,
      })),
    );
    expect(measure(told)).toEqual(PERFECT);
  });
});
