// The ways in which content systems build a page, each with the same article of our own: none of it may be lost, nothing added.
import { describe, expect, test } from 'vitest';
import { extractArticle } from './extract-article.ts';
import { assemble } from './paragraphs.ts';

const TITLE = 'Red League takes Ashford';
const ARTICLE = [
  'The Red League has captured the town of Ashford, league spokesman Ivo Hale said on Wednesday, and the market is closed.',
  'Guards of the Council left the mill before dawn, two shopkeepers said, and took the road that leads to Eastry in the east.',
  '"We hold the bridge," the mayor said.',
  'Rain fell over the valley for a third day, the weather office said, and the river stood high at the old mill in Ashford.',
  'Nobody was hurt.',
];
const OTHER =
  'Bakers of the valley say that flour has never been as dear as in this spring, and that the mills are not to blame.';

const H1 = `<h1>${TITLE}</h1>`;
const NAV = '<nav><a href="/">Home</a> <a href="/w">World</a></nav>';
const MORE = `<div class="river"><h3>From the valley</h3><div><a href="/x">Flour is dear</a><p>${OTHER}</p></div><div><a href="/y">Rain</a><p>${OTHER} Again.</p></div></div>`;
const each = (wrap: (text: string, at: number) => string, between = ''): string => ARTICLE.map(wrap).join(between);
const p = (text: string): string => `<p>${text}</p>`;

const SHAPES: Readonly<Record<string, string>> = {
  'paragraphs that are numbered boxes': `<main>${NAV}<article><header>${H1}<div><a href="/a">Ana Crane</a></div><time datetime="2021-03-17T10:00:00Z"><span>March 17, 2021</span><span>Updated 2 hours ago</span></time></header><div class="article-body__content__17Yit">${each((text, i) => `<div data-testid="paragraph-${i}" class="text__text__1FZLe">${text}</div>`)}<div class="sign-off"><p>Reporting by Ana Crane; Editing by E. Crane</p></div></div></article></main>${MORE}`,
  'columns with advertisements between': `<main><article>${H1}<section name="articleBody">${each((text) => `<div class="css-1f StoryBodyCompanionColumn"><div>${p(text)}</div></div>`, '<div><aside><p>Advertisement</p></aside></div>')}</section></article></main>`,
  'two bodies, the second behind a button': `<div id="main">${H1}<div class="teaser-content"><section><div class="article-body">${ARTICLE.slice(0, 2).map(p).join('')}</div></section></div><div class="remainder-content"><section><div class="article-body">${ARTICLE.slice(2).map(p).join('')}</div></section></div></div>${MORE}`,
  'boxes with names made by a machine': `<main><article class="ssrcss-pv1-Wrapper"><header>${H1}</header>${each((text) => `<div data-component="text" class="ssrcss-uf6-Component"><div class="ssrcss-7ux-Container">${p(text)}</div></div>`)}<section data-component="links"><ul><li><a href="/z">Flour is dear in all of the valley</a></li></ul></section></article></main>`,
  'lines parted by breaks': `<div id="wrap"><div class="hentry"><h3 class="post-title">${TITLE}</h3><div class="post-body entry-content">${ARTICLE.join('<br /><br />')}<div style="clear: both;"></div></div><div class="post-footer">Posted by Ana at <a href="/">10:00 AM</a></div></div><div class="sidebar">${p(OTHER)}</div></div>`,
  'tables of an old page': `<table><tr><td><font size=1><a href=/>Home</a> <a href=/n>News</a></font></td></tr><tr><td width=200><a href=/a>Flour</a><br><a href=/b>Rain</a></td><td width=600><font size=5><b>${TITLE}</b></font><br><br><font size=2>${ARTICLE.join('<br><br>')}</font></td></tr><tr><td colspan=2>Copyright 2021 Valley Post</td></tr></table>`,
  'text as it was typed': `<pre>${TITLE}\n\n${ARTICLE.join('\n\n')}\n</pre>`,
  'a page inside of a form': `<form id="aspnetForm" method=post><div>${NAV}</div><div id="ctl00">${H1}<div class="txt">${each(p)}</div></div></form>`,
  'fields of a node': `<article class="node node--type-article">${H1}<div class="node__content"><div class="field field--name-field-author">Ana Crane</div><div class="field field--name-body field--type-text-with-summary">${each(p)}</div></div></article>${MORE}`,
  'a message without a headline': `<div class="message_text" dir="auto">${ARTICLE.join('<br/><br/>')}</div>`,
  'boxes without any name': `<div class="c"><div class="t">${TITLE}</div><div class="d">17 March 2021</div><div class="b">${each((text) => `<div>${text}</div>`)}</div></div>`,
  'a rest that a button unfolds': `<article>${H1}<div class="entry-content">${p(ARTICLE[0] ?? '')}<div class="rest" style="display:none">${ARTICLE.slice(1).map(p).join('')}</div></div></article>`,
};

const LIVE: Readonly<Record<string, string>> = {
  'a list of posts': `<main>${H1}<ul>${each((text, i) => `<li><article><time datetime="2021-03-17T1${i}:05:00Z">1${i}:05</time>${p(text)}</article></li>`)}</ul></main>`,
  'blocks of one body': `<article>${H1}<div class="content__article-body">${each((text, i) => `<div id="block-${i}" class="block"><p class="block-time"><time datetime="2021-03-17T1${i}:05:00Z">1${i}.05</time></p><div class="block-elements">${p(text)}</div></div>`)}</div></article>`,
};

const partsOf = (body: string) => {
  const page = extractArticle(`<html><head><title>${TITLE} - Valley Post</title></head><body>${body}</body></html>`);
  const { text, parts } = assemble(page.paragraphs);
  return parts.map(({ start, end, kind, at }) => ({ words: text.slice(start, end), kind, at }));
};

describe('an article in a page of', () => {
  test.each(Object.entries(SHAPES))('%s', (_, body) =>
    expect(partsOf(body).map(({ words }) => words)).toEqual([TITLE, ...ARTICLE]),
  );

  test.each(Object.entries(LIVE))('%s that is live: entries with their times', (_, body) => {
    const [headline, ...entries] = partsOf(body);
    expect(headline?.words).toBe(TITLE);
    expect(entries).toEqual(ARTICLE.map((words, i) => ({ words, kind: 'entry', at: `2021-03-17T1${i}:05:00.000Z` })));
  });
});

describe('a page of a sentence or two', () => {
  const FLASH = 'The Red League holds Eastry, a resident said.';
  test.each([
    ['that it calls an article', `${NAV}<article><p>${FLASH}</p></article><p>About us.</p>`, [FLASH]],
    [
      'under its headline',
      `${NAV}<div>${H1}<p>${FLASH}</p><blockquote>“We stay.”</blockquote></div>`,
      [FLASH, '“We stay.”'],
    ],
  ])('is one: %s', (_, body, words) =>
    expect(partsOf(body).flatMap((part) => (part.kind === 'body' ? [part.words] : []))).toEqual(words),
  );

  test('without either is none, nor is a word', () => {
    expect(partsOf(`<p>${FLASH}</p>`).filter(({ kind }) => kind === 'body')).toEqual([]);
    expect(partsOf(`${H1}<p>Loading</p>`).filter(({ kind }) => kind === 'body')).toEqual([]);
  });
});
