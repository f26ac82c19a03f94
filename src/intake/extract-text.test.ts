import { describe, expect, test } from 'vitest';
import { extractText } from './extract-text.ts';
import { assemble } from './paragraphs.ts';

const PROSE =
  'EASTRY, March 17 (Three Rivers Wire) - The Red League said on Wednesday that it had taken the town of Ashford in Northmark.';
const read = (...blocks: string[]) => {
  const page = extractText(blocks.join('\n\n'));
  return { ...page, ...assemble(page.paragraphs) };
};
const headlineOf = (...blocks: string[]): string | null => read(...blocks).title;

describe('the headline of a plain text', () => {
  test.each([
    ['is the first line where no furniture stands before it', ['Reds claim Ashford', PROSE]],
    ['follows masthead and date', ['The Ashford Examiner\nThursday 18 March 2021', 'Reds claim Ashford', PROSE]],
    [
      'follows labels and a date of its own block',
      ['WORLD BRIEFS', '03/18/2021', 'NORTHMARK', 'Reds claim Ashford', PROSE],
    ],
    ['follows a label in its own block', ['URGENT\nReds claim Ashford', PROSE]],
    ['stands over byline and date', ['OPINION', 'Reds claim Ashford', 'By A Writer', 'Tuesday, March 16, 2021', PROSE]],
    ['stands over a byline that carries the date', ['Reds claim Ashford\nNote after Wire 7, 17 March 2021', PROSE]],
    [
      'stands over the paper’s name and the hour',
      ['NEWS', 'NEWS', 'Reds claim Ashford\nAshford Examiner\nPublished on 17/03/2021 at 08:18', PROSE],
    ],
  ])('%s', (_, blocks) => {
    const { title, text, bodyStart } = read(...blocks);
    expect(title).toBe('Reds claim Ashford');
    expect(text).toBe(`Reds claim Ashford\n\n${PROSE}`);
    expect(text.slice(bodyStart)).toBe(PROSE);
  });

  test('may be a whole question, where a dateline follows', () => {
    const question = 'Three times in three days: who is it that has Ashford?';
    expect(read(question, PROSE)).toMatchObject({ title: question, text: `${question}\n\n${PROSE}` });
  });

  test('is no line that tells of which day it is the news', () =>
    expect(
      read(
        'RADIO NORTH',
        'Evening news for Friday 19 March, presented by Ada Roe',
        'Ashford fell on Thursday, residents have told us today.',
      ).text,
    ).not.toContain('presented'));

  test('is a label where nothing else is there', () =>
    expect(headlineOf('The Examiner\nMonday 29 March 2021', 'PARISH NOTES', PROSE)).toBe('PARISH NOTES'));

  test.each([
    ['a text that begins with a sentence', [PROSE, 'Nobody else spoke.']],
    ['a text of one long line', [PROSE]],
    ['a crawl’s date line', [` date 2021-03-17 ${PROSE}`]],
  ])('is absent from %s', (_, blocks) => {
    const { title, bodyStart, text } = read(...blocks);
    expect(title).toBeNull();
    expect(bodyStart).toBe(0);
    expect(text.startsWith(PROSE)).toBe(true);
  });
});

describe('a line of the head', () => {
  test.each([
    'By A. Writer and E. Crane',
    'By Wire 7',
    'By our harvest writer',
    'By a staff reporter',
    'By our own special correspondents',
    'By E. Crane in Eastry, 17 March 2021',
    'Note after Wire 7, quoting the Examiner, 17 March 2021',
  ])('is cut as a byline: %s', (line) =>
    expect(read('Reds claim Ashford', line, PROSE).text).toBe(`Reds claim Ashford\n\n${PROSE}`),
  );
  test.each([
    'By then the Reds had taken the mill.',
    'By Monday the Reds held Ashford',
    'By order, E. Crane',
    'By the weir the Blues dug in',
    'By Ashford mill three guards were killed.',
    'The guards of 17 March 2021 have left the police house and the grain hall to the Reds.',
    'A report from Ashford by E. Crane',
    'Blues: town is ours',
    'On 14 March 2021 the Reds took Coldwell',
    'Coldwell fell to the Reds on 14 March 2021',
    'The guards left on 14 March 2021, and the Reds came',
  ])('stays in the text: %s', (line) => expect(read('Reds claim Ashford', line, PROSE).text).toContain(line));

  test('of a menu is cut where a longer headline follows, and kept where it may be a list of places', () => {
    const { title, cut } = read('Home\nNews\nSport', 'Home > World > North', 'Reds claim Ashford town', PROSE);
    expect(title).toBe('Reds claim Ashford town');
    expect(cut.map(({ reason }) => reason)).toEqual(['menu', 'menu', 'menu', 'menu']);
    expect(read('Lost today', 'Coldwell\nFernhill\nMidvale', PROSE).text).toContain('Coldwell\nFernhill\nMidvale');
  });
  test('that is all there is is the report', () =>
    expect(read('Reds take Ashford')).toMatchObject({ title: null, text: 'Reds take Ashford', bodyStart: 0 }));
  test('that is only a date is no headline', () => {
    const { title, text, dateLines } = read('8 March 2021 - 14:14', PROSE);
    expect({ title, text }).toEqual({ title: null, text: PROSE });
    expect(dateLines[0]).toBe('8 March 2021 - 14:14');
  });
});

describe('the body of a plain text', () => {
  test('loses the bullets under a heading of links, and no others', () => {
    const { text } = read(
      PROSE,
      'Related stories\n- Reds ask for salt\n- The rats',
      'Lost so far:\n- Coldwell\n- Fernhill',
    );
    expect(text).toBe(`${PROSE}\n\nLost so far:\n- Coldwell\n- Fernhill`);
  });

  test('loses the numbered lines under a heading of links, and no others', () => {
    const { text } = read(
      PROSE,
      'Related:\n1. The League took Coldwell after a year of fighting.\n2. Two guards were killed in Garth.',
      'What was lost:\n1. Coldwell\n2. Fernhill',
    );
    expect(text).toBe(`${PROSE}\n\nWhat was lost:\n1. Coldwell\n2. Fernhill`);
  });

  const WRAPPED =
    'The Red League said on Wednesday that it had taken the town of\nAshford in Northmark, a claim that the Blue Council at once denied.\n' +
    'Council spokeswoman Edda Crane said that the guards had moved to\nthe mill for a better line of fire and that the police house was in\nBlue hands.';

  test('keeps the line breaks of a hard-wrapped paragraph', () => {
    const { text, parts } = read('Reds claim Ashford', WRAPPED);
    expect(text).toBe(`Reds claim Ashford\n\n${WRAPPED}`);
    expect(parts.map(({ kind }) => kind)).toEqual(['headline', 'body']);
  });

  test('takes each line for a paragraph where lines are not wrapped', () => {
    const { parts } = read(
      'Reds claim Ashford',
      `${PROSE}\nA second paragraph of its own that is not short either.\nA third.`,
    );
    expect(parts.map(({ kind }) => kind)).toEqual(['headline', 'body', 'body', 'body']);
  });

  test('keeps captions as captions, and does not date the report by them', () => {
    const { parts, dateLines } = read(
      'Reds claim Ashford',
      'A guard in Ashford on March 6, 2021. (Photo by 3RW)',
      PROSE,
    );
    expect(parts.map(({ kind }) => kind)).toEqual(['headline', 'caption', 'body']);
    expect(dateLines.join()).not.toContain('March 6');
  });

  test('marks the entries of a thread', () => {
    const { parts } = read(
      'Ticker\nthread, all times GMT, Wed 17 Mar 2021',
      '05:58 Reds in Ashford?',
      '06:31 Mill on fire.',
      '07:10 Blues: "Ours."',
    );
    expect(parts.map(({ kind }) => kind)).toEqual(['headline', 'entry', 'entry', 'entry']);
  });

  test('does not take two sentences that begin with a number for entries', () => {
    const { parts } = read('Reds claim Ashford', PROSE, '1400 people fled.', '2021 was the year of the rats.');
    expect(parts.map(({ kind }) => kind)).toEqual(['headline', 'body', 'body', 'body']);
  });

  test('keeps every word: what is not in the text is cut with a reason', () => {
    const source =
      'The Examiner\n17 March 2021\n\nReds claim Ashford\n\nBy A Writer\n\nAlso read: The rats\n\nThe town fell at noon, the mayor said on Monday.\n\nSHARE THIS ARTICLE';
    const { text, cut } = read(source);
    expect(text).toBe('Reds claim Ashford\n\nThe town fell at noon, the mayor said on Monday.');
    expect(cut).toEqual([
      { text: 'The Examiner', reason: 'masthead' },
      { text: '17 March 2021', reason: 'date line' },
      { text: 'By A Writer', reason: 'byline' },
      { text: 'Also read: The rats', reason: 'related link' },
      { text: 'SHARE THIS ARTICLE', reason: 'share line' },
    ]);
  });

  test('cuts the titles under a heading of links, and nothing behind the first sentence', () => {
    const links = ['Also read:', 'Army retakes Garth from rebels', 'Reds take Hollin, Eastry'];
    const { text, cut } = read(
      ...['Reds claim Ashford', PROSE, ...links, 'The mayor fled on Monday.', 'A last line here'],
    );
    expect(cut.filter(({ reason }) => reason === 'related link').map((one) => one.text)).toEqual(links);
    expect(text).toContain('The mayor fled on Monday.');
    expect(text).toContain('A last line here');
  });
});

describe('a dateline with its date in brackets', () => {
  const LEAD = 'Guards detained two men in Ashford, the office said, and took them to the mill for questions.';
  const linesOf = (dateline: string) =>
    extractText(['Two men detained', 'Office of the League', '2021-03-S-022', dateline].join('\n\n')).dateLines;

  test.each([
    `EASTRY, Northmark (March 17, 2021)\n${LEAD}`,
    `EASTRY, Northmark (March 17, 2021) — ${LEAD}`,
    `EASTRY, Northmark (17 March 2021) ${LEAD}`,
    `Eastry (March 17) - ${LEAD}`,
  ])('dates the report wherever the head ends: %s', (dateline) =>
    expect(linesOf(dateline).some((line) => /17/.test(line))).toBe(true),
  );

  test.each([`The mill (built in 1917) stands. ${LEAD}`, `Ashford (17 guards) fell on Monday. ${LEAD}`])(
    'is not read into %s',
    (line) =>
      expect(
        linesOf(line)
          .filter((one) => /17/.test(one) && !/\d{4}-/.test(one))
          .join(''),
      ).not.toMatch(/March/),
  );
});

describe('a whole date that opens the article', () => {
  const TOLD = 'Guards detained two men in Ashford, the office said, and took them to the mill for questions.';

  test.each([`MARCH 17, 2021 - ${TOLD}`, `17 March 2021: ${TOLD}`, `2021-03-17 – ${TOLD}`])('dates it: %s', (opening) =>
    expect(extractText(['Two men detained', opening].join('\n\n')).dateLines.some((line) => /17/.test(line))).toBe(
      true,
    ),
  );

  test('is no date of the report where a second paragraph opens with its own', () => {
    const { dateLines } = extractText([`17 March 2021: ${TOLD}`, `19 March 2021: ${TOLD}`].join('\n\n'));
    expect(dateLines.join('')).not.toContain('17 March');
  });
});

describe('a short line behind a dateline', () => {
  const textOf = (line: string) => read('Mill changes hands', line).text;

  test.each([
    'EASTRY, March 17 (Wire 7) - Ashford fell on Sunday. So did Garth.',
    'Eastry, 17 March 2021 (Wire 7) – The Reds hold the mill.',
  ])('is the article where it is a sentence: %s', (line) => expect(textOf(line)).toContain(line.slice(-12)));

  test.each(['EASTRY, March 17 (Wire 7) - Updated 10:15', 'EASTRY, March 17 (Wire 7) - Last updated on March 18.'])(
    'is a date line where it tells nothing: %s',
    (line) => expect(textOf(line)).not.toContain('pdated'),
  );
});

test('a sentence that runs on over a line break is one paragraph, whatever short lines stand above', () => {
  const page = extractText(
    [
      'Two men detained\n2021-03-S-022',
      'A force of the League searched a house near the mill and killed a\nguard who had fired on it from the door, the office said of Monday\nin Ashford.',
    ].join('\n\n'),
  );
  expect(page.paragraphs.some(({ text }) => text.includes('killed a\nguard'))).toBe(true);
});
