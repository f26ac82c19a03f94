import { describe, expect, test } from 'vitest';
import { BOILERPLATE_RULES, boilerplateReason } from './boilerplate.ts';

describe('the rules of boilerplate', () => {
  test.each(BOILERPLATE_RULES.map((rule) => [rule.example, rule.reason]))('%s is cut as: %s', (example, reason) => {
    expect(boilerplateReason(example)).toBe(reason);
  });

  test.each([
    ['READ MORE: Reds hold the mill', 'related link'],
    ['READ MORE', 'related link'],
    ['RELATED: Reds overrun prison | Council calls up reservists', 'related link'],
    ['You may also like: How a town was sold | Harvest songs', 'related link'],
    ['Share This', 'share line'],
    ['Telegram | Twitter | Print | Short link: example.org/x4471', 'share line'],
    ['SIGN UP: The Morning Seven, in your inbox', 'newsletter'],
    ['0 Comments', 'comments'],
    ['Skip to main content', 'menu'],
    ['3 min read', 'menu'],
    ['www.example.org', 'site notice'],
    ['Source: https://example.org/a https://example.org/b', 'source line'],
  ])('%s is cut as: %s', (line, reason) => expect(boilerplateReason(line)).toBe(reason));

  test.each([
    'Shareholders of the mill left Ashford on Monday.',
    'Share prices in Eastry fell after the news that Ashford was lost.',
    'Comments by the mayor were taken as a threat.',
    'Related attacks were reported from Northmark, Coldwell and Fernhill.',
    'Read the statement: "Ashford is ours," the League wrote.',
    'Watch towers along the river were abandoned by the Blues.',
    'Source close to the Council: the Blues have left Ashford; nobody is there now.',
    'Sources said that the town had fallen.',
    'Recently the Reds took the mill.',
    'With the reporting from Ashford cut off, nobody knows who holds the mill.',
    'Reporting by telephone from Ashford, a carter said that the Reds hold it.',
    'Editing by E. Crane was stopped when the Reds took the press and the town.',
    'More than 3 minutes read as hours, said a guard of the mill.',
    'The trade mark of the Reds is the white flag over a police house.',
    'We use force only where we must, the spokesman said.',
    '(Editing the list of lost towns took the ministry a week.)',
    'Advertisements for the fair hung on the town hall when it was taken.',
    'By continuing to hold the bridge the Blues keep the road open.',
    'Trending upward for weeks, the number of lost towns reached nine.',
    'Most read the leaflet and went home.',
    'Loading of the barges at Miller’s Bridge was stopped by the Reds.',
  ])('a sentence is not furniture: %s', (sentence) => expect(boilerplateReason(sentence)).toBeNull());
});
