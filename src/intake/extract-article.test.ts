// Pages of our own wording, each for one rule of how news pages are built.
import { describe, expect, test } from 'vitest';
import { extractArticle } from './extract-article.ts';
import { assemble } from './paragraphs.ts';

const FIRST =
  'The Red League has captured the town of Ashford, league spokesman Ivo Hale said on Wednesday, and the market is closed.';
const SECOND =
  'Guards of the Council left the mill before dawn, two shopkeepers said, and took the road that leads to Eastry in the east.';
const THIRD =
  'Rain fell over the valley for a third day, the weather office said, and the river stood high at the old mill in Ashford.';
const PROSE = [FIRST, SECOND, THIRD].map((text) => `<p>${text}</p>`).join('');
const OTHER =
  'Bakers of the valley say that flour has never been as dear as in this spring, and that the mills are not to blame for it.';
const H1 = '<h1>Red League takes Ashford</h1>';

const html = (body: string, head = ''): string =>
  `<html><head><title>Red League takes Ashford | Ashford Examiner</title>${head}</head><body>${body}</body></html>`;

const read = (body: string, head = '') => {
  const page = extractArticle(html(body, head));
  const { text, bodyStart, parts } = assemble(page.paragraphs);
  const kept = (kind: string): string[] =>
    parts.filter((one) => one.kind === kind).map(({ start, end }) => text.slice(start, end));
  const cut = new Map(
    page.paragraphs.flatMap(({ cut: reason, text: words }) => (reason === null ? [] : [[words, reason]])),
  );
  return { page, text, body: text.slice(bodyStart), kept, cut, title: page.title };
};

describe('where the article of a page stands', () => {
  test('in the element that the page calls so, though another holds more', () => {
    const long = `<div class="box">${`<p>${OTHER}</p>`.repeat(4)}</div>`;
    const { body, cut } = read(`${H1}<div class="entry-content">${PROSE}</div>${long}`);
    expect(body).toBe([FIRST, SECOND, THIRD].join('\n'));
    expect(cut.get(OTHER)).toBe('outside the article');
  });

  test('in the tightest of such elements', () => {
    const { body } = read(
      `<div class="post-content">${H1}<div itemprop="articleBody">${PROSE}</div><p>${OTHER}</p></div>`,
    );
    expect(body).not.toContain('flour');
  });

  test('in every part that the page calls so', () => {
    const part = (text: string): string => `<div><div class="article-body"><p>${text}</p></div></div>`;
    const { body } = read(
      `<article>${H1}${part(FIRST)}${part(SECOND)}<div><p>${OTHER}</p></div>${part(THIRD)}</article>`,
    );
    expect(body).toBe([FIRST, SECOND, THIRD].join('\n'));
  });

  test('in the <article> of the headline, not in the other stories below', () => {
    const story = `<article><h2>Flour is dear</h2><p>${OTHER}</p><p>${OTHER} So they say.</p></article>`;
    const { body } = read(`<div><article>${H1}${PROSE}</article>${story.repeat(3)}</div>`);
    expect(body).toBe([FIRST, SECOND, THIRD].join('\n'));
  });

  test('where sentences stand closest, on a page that names nothing', () => {
    const teasers = `<div class="row">${`<div><div>${OTHER}</div></div>`.repeat(3)}</div>`;
    const { body } = read(`<div><div class="x1">${H1}${PROSE}</div>${teasers}</div>`);
    expect(body).toBe([FIRST, SECOND, THIRD].join('\n'));
  });

  test('in all sections of an article that is laid out in many', () => {
    const section = (text: string): string => `<div class="ssx"><div><p>${text}</p></div></div>`;
    const sections = [FIRST, SECOND, THIRD, OTHER].map(section).join('<div class="gap"></div>');
    expect(read(`<main>${H1}${sections}</main>`).body).toBe([FIRST, SECOND, THIRD, OTHER].join('\n'));
  });

  test('where the words stand that the page repeats for machines', () => {
    const record = JSON.stringify({ '@type': 'NewsArticle', articleBody: [FIRST, SECOND, THIRD].join(' ') });
    const { body } = read(
      `${H1}<section><div class="a">${PROSE}</div><div class="entry-content"><p>${OTHER}</p><p>${OTHER} Again.</p></div></section>`,
      `<script type="application/ld+json">${record}</script>`,
    );
    expect(body).toBe([FIRST, SECOND, THIRD].join('\n'));
  });

  test('and what is repeated of it only in part decides nothing', () => {
    const record = JSON.stringify({ '@type': 'NewsArticle', articleBody: FIRST });
    const { body } = read(
      `${H1}<div class="entry-content">${PROSE}</div>`,
      `<script type="application/ld+json">${record}</script>`,
    );
    expect(body).toBe([FIRST, SECOND, THIRD].join('\n'));
  });

  test('a page of broken markup keeps what stands beside the best', () => {
    const { body } = read(`<div><h1>Red League takes Ashford<p>${FIRST}<p>${SECOND}</div></section></p><p>${THIRD}`);
    expect(body).toBe([FIRST, SECOND, THIRD].join('\n'));
  });
});

describe('the head of a page', () => {
  test('a standfirst belongs to the head, and the title is the headline alone', () => {
    const { page, text, body, title } = read(
      `${H1}<p class="standfirst">${OTHER}</p><div class="article-body">${PROSE}</div>`,
    );
    expect(title).toBe('Red League takes Ashford');
    expect(text.startsWith(`Red League takes Ashford\n\n${OTHER}\n\n${FIRST}`)).toBe(true);
    expect(body.startsWith(FIRST)).toBe(true);
    expect(page.paragraphs.filter(({ kind }) => kind === 'headline')).toHaveLength(2);
  });

  test('a standfirst that the article begins with stands once', () => {
    const { text, cut } = read(`${H1}<h2 class="subtitle">${FIRST}</h2><div class="article-body">${PROSE}</div>`);
    expect(text.split(FIRST)).toHaveLength(2);
    expect(cut.get(FIRST)).toBe('said again');
  });

  test('names, offices and hours between headline and first sentence are cut', () => {
    const { body, cut } = read(
      `${H1}<div>By</div><div>Ana Crane</div><div>Valley correspondent</div><time>9 hours ago</time><div class="article-body">${PROSE}</div>`,
    );
    expect(body.startsWith(FIRST)).toBe(true);
    expect(cut.get('Valley correspondent')).toBe('head of the page');
    expect(cut.get('9 hours ago')).toBe('date line');
  });

  test('a byline with its day, and a date line in the place of a standfirst, are none of it', () => {
    const { page, cut } = read(
      `${H1}<div class="subtitle"><p>By Ana Crane , Ivo Hale on Monday, March 15th, 2021 at 11:08 a.m.</p><p>Updated: March 16, 2021 1:35 a.m.</p></div><div class="article-body">${PROSE}</div>`,
    );
    expect(page.paragraphs.filter(({ kind, cut: reason }) => kind === 'headline' && reason === null)).toHaveLength(1);
    expect(cut.get('Updated: March 16, 2021 1:35 a.m.')).toBe('date line');
    expect(page.bylines[0]).toContain('Ana Crane');
  });

  test.each([
    ['a heading', '<h1>Ashford Examiner</h1><h2>Red League takes Ashford</h2>'],
    ['a plain block', '<h1>Ashford Examiner</h1><div>Red League takes Ashford</div>'],
    ['the first h1, where the title says otherwise', '<h1>Ashford is lost</h1>'],
  ])('the headline is what the title names: %s', (_, head) => {
    const { title, body } = read(`<div>${head}</div><div class="article-body">${PROSE}</div>`);
    expect(title).toBe(head.includes('lost') ? 'Ashford is lost' : 'Red League takes Ashford');
    expect(body.startsWith(FIRST)).toBe(true);
  });

  test('a trail of links above the headline is none', () => {
    const { text } = read(
      `<div><a href="/">Home</a> <a href="/a">Red League takes Ashford</a></div><div>Red League takes Ashford</div><h1>Ashford is lost</h1><div class="article-body">${PROSE}</div>`,
    );
    expect(text.startsWith('Ashford is lost\n')).toBe(true);
  });

  test('a list above the first sentence is the article’s', () => {
    const lines = ['Ashford: Reds', 'Coldwell: Reds', 'Eastry: Council', 'Fernhill: Council'];
    const { body } = read(
      `${H1}<div class="article-body">${lines.map((line) => `<p>${line}</p>`).join('')}${PROSE}</div>`,
    );
    for (const line of lines) expect(body).toContain(line);
  });
});

describe('pictures', () => {
  const figure = (text: string): string => `<figure><img src="a.jpg"><figcaption>${text}</figcaption></figure>`;

  test('a caption is a part of its own; above the article it stands before the body', () => {
    const { kept, body } = read(
      `${H1}${figure('The mill in Ashford, seen in March.')}<div class="article-body">${PROSE}</div>`,
    );
    expect(kept('caption')).toEqual(['The mill in Ashford, seen in March.']);
    expect(body.startsWith(FIRST)).toBe(true);
  });

  test('a caption by its class is one too', () => {
    const { kept } = read(
      `${H1}<div class="article-body"><p>${FIRST}</p><p class="wp-caption-text">The mill, seen in March.</p><p>${SECOND}</p></div>`,
    );
    expect(kept('caption')).toEqual(['The mill, seen in March.']);
    expect(kept('body')).toEqual([FIRST, SECOND]);
  });

  test('a gallery says its caption once', () => {
    const gallery = figure('The mill in Ashford, seen in March.').repeat(3);
    const { kept, cut } = read(`${H1}<div class="article-body">${PROSE}${gallery}</div>`);
    expect(kept('caption')).toHaveLength(1);
    expect(cut.get('The mill in Ashford, seen in March.')).toBe('said again');
  });

  test('a sentence that the article says twice stays twice', () =>
    expect(read(`${H1}<div class="article-body">${PROSE}<p>${FIRST}</p></div>`).body.split(FIRST)).toHaveLength(3));
});

describe('links', () => {
  const own = '<link rel="canonical" href="https://examiner.example.org/ashford">';
  const inBody = (piece: string) =>
    read(`${H1}<div class="article-body"><p>${FIRST}</p>${piece}<p>${SECOND}</p></div>`, own);

  test('a line that is a link into the paper is cut', () =>
    expect(inBody('<p><a href="/flour">Bakers say flour is dear</a></p>').cut.get('Bakers say flour is dear')).toBe(
      'related link',
    ));

  test('a line that is a link to a source elsewhere stays', () =>
    expect(inBody('<p><a href="https://council.example.net/note">Note of the Council, in full</a></p>').body).toContain(
      'Note of the Council',
    ));

  test('a line that is a link to a network of sharers is cut', () =>
    expect(inBody('<p><a href="https://www.facebook.com/examiner">Examiner on the net</a></p>').body).not.toContain(
      'on the net',
    ));

  test('the heading over links goes with them', () => {
    const list =
      '<h3>Of the valley</h3><ul><li><a href="/a">Flour is dear</a></li><li><a href="/b">Rain for a third day</a></li></ul>';
    const { body, cut } = inBody(list);
    expect(cut.get('Of the valley')).toBe('related link');
    expect(body).toBe([FIRST, SECOND].join('\n'));
  });

  test('a heading over sentences stays', () =>
    expect(inBody(`<h3>Of the valley</h3><p>${THIRD}</p>`).body).toContain('Of the valley'));

  test('the items under “More stories” are links, with words beside the link too', () => {
    const { body } = inBody(
      '<h3>More Examiner stories</h3><ul><li><a href="/a">Flour is dear</a>, bakers say in the valley</li></ul>',
    );
    expect(body).toBe([FIRST, SECOND].join('\n'));
  });

  test('a list of places with links stays, as no such heading stands over it', () =>
    expect(
      inBody('<p>The League named three:</p><ul><li>Ashford, <a href="/a">taken on Monday</a></li></ul>').body,
    ).toContain('taken on Monday'));
});

describe('what stands below the article', () => {
  const below = (piece: string) => read(`${H1}<div class="article-body">${PROSE}${piece}</div>`);

  test('a name or two words after the last sentence are cut', () =>
    expect(below('<div>Ana Crane</div><div>Tell us what you think</div>').body).toBe(
      [FIRST, SECOND, THIRD].join('\n'),
    ));

  test('a list that ends the article stays', () => {
    const lines = ['Ashford, taken', 'Coldwell, taken', 'Eastry, held', 'Fernhill, held']
      .map((line) => `<p>${line}</p>`)
      .join('');
    expect(below(lines).body).toContain('Fernhill, held');
  });

  test('readers’ comments are cut though they outgrow the article', () => {
    const comments = `<div id="comments">${`<div class="comment"><p>${OTHER}</p></div>`.repeat(8)}</div>`;
    const { body, cut } = read(`<div><div class="x">${H1}${PROSE}</div>${comments}</div>`);
    expect(body).toBe([FIRST, SECOND, THIRD].join('\n'));
    expect(cut.get(OTHER)).toBe('comments');
  });
});

describe('names of elements', () => {
  const inBody = (piece: string) =>
    read(`${H1}<div class="article-body"><p>${FIRST}</p>${piece}<p>${SECOND}</p><p>${THIRD}</p></div>`);

  test.each([
    ['author-bio', 'about the writer'],
    ['newsletter-signup', 'newsletter'],
    ['related-posts', 'related links'],
    ['visually-hidden', 'hidden'],
  ])('%s is cut with its sentences', (name, reason) =>
    expect(inBody(`<div class="${name}"><p>${OTHER}</p></div>`).cut.get(OTHER)).toBe(reason),
  );

  test.each(['social-embed', 'author-says', 'has-ad-after', 'skip-target', 'tags-inline'])(
    '%s keeps its sentences, which somebody said',
    (name) => expect(inBody(`<div class="${name}"><p>${OTHER}</p></div>`).body).toContain(OTHER),
  );
});

describe('a hostile page', () => {
  test.each([
    ['short lines', '<p>a line</p>'.repeat(30_000)],
    ['headings over links', '<h3>Of the valley</h3><p><a href="/a">Flour</a></p>'.repeat(15_000)],
    ['bodies in bodies', '<div class="article-body">'.repeat(3000) + PROSE],
    ['bodies beside bodies', `<div class="article-body"><p>${FIRST}</p></div>`.repeat(5000)],
    ['stories', `<article><h1>Red League</h1><p>${FIRST}</p></article>`.repeat(5000)],
  ])('of many %s takes no square of its length', (_, body) => {
    const start = performance.now();
    read(body);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('entries of a live page', () => {
  test('years at the head of lines are no clocks', () => {
    const lines = ['2018 was dry', '2018 was dry', '2018 was dry'].map(
      (line) => `<p>${line}, and the mill in Ashford stood still from June until the rain came in October.</p>`,
    );
    expect(read(`${H1}<div class="article-body">${lines.join('')}</div>`).kept('entry')).toEqual([]);
  });
});
