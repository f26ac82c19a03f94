import { describe, expect, test } from 'vitest';
import { readRecord } from './page-record.ts';
import { parseHtml } from './parse-html.ts';

const read = (head: string) => readRecord(parseHtml(`<html><head>${head}</head><body></body></html>`));
const ld = (json: string): string => `<script type="application/ld+json">${json}</script>`;

describe('the record of a page', () => {
  test('is read from JSON-LD, through graphs and lists', () => {
    const record = read(
      ld(
        '{"@graph":[{"@type":"WebPage"},{"@type":["Thing","NewsArticle"],"headline":"Ashford holds","datePublished":"2021-03-17","dateModified":"2021-03-18","author":[{"name":"Ana Crane"},"Ivo Hale"],"publisher":{"name":"Valley Post"},"articleBody":"The guards held."}]}',
      ),
    );
    expect(record).toEqual({
      headlines: ['Ashford holds'],
      dates: ['2021-03-17'],
      changes: ['2021-03-18'],
      outlets: ['Valley Post'],
      authors: ['Ana Crane', 'Ivo Hale'],
      url: null,
      body: 'The guards held.',
    });
  });

  test.each([
    ['a line break inside of a string', '{"@type":"Article","headline":"Ashford\nholds"}'],
    ['a comma too many', '{"@type":"Article","headline":"Ashford holds",}'],
    ['a semicolon behind', '{"@type":"Article","headline":"Ashford holds"};'],
    ['a comment around it', '<!-- {"@type":"Article","headline":"Ashford holds"} -->'],
  ])('is read in spite of %s', (_, json) => expect(read(ld(json)).headlines).toEqual(['Ashford holds']));

  test.each([
    ['what is no JSON', ld('var a = 1')],
    ['what is no article', ld('{"@type":"Organization","headline":"Ashford holds"}')],
  ])('is not made of %s', (_, head) => expect(read(head).headlines).toEqual([]));

  test('is read from meta elements under any of their names', () => {
    const record = read(
      '<meta data-rh="true" property="article:published" itemprop="datePublished dateCreated" content="2021-03-17T09:00:00Z"><meta itemprop="dateModified" content="2021-03-18"><meta name="byl" content="By Ana Crane"><meta property="og:site_name" content="Valley Post"><link rel="canonical" href="https://post.example.org/a">',
    );
    expect(record).toMatchObject({
      dates: ['2021-03-17T09:00:00Z', '2021-03-17T09:00:00Z'],
      changes: ['2021-03-18'],
      authors: ['By Ana Crane'],
      outlets: ['Valley Post'],
      url: 'https://post.example.org/a',
    });
  });

  test('the address of an author’s profile is no name', () =>
    expect(read('<meta property="article:author" content="https://www.facebook.com/ana">').authors).toEqual([]));
});
