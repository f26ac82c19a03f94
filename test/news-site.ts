// An invented outlet's site: a feed and the pages of its entries, in the world of the invented theatre.
import type { PageServer } from './page-server.ts';
import { page } from './page-server.ts';

export interface Story {
  readonly name: string;
  readonly title: string;
  readonly words: string;
  readonly published: string;
}

/** Words of each story's own, so that none is another's copy. */
const filler = (name: string): string => Array.from({ length: 40 }, (_, at) => `${name}${(at * 7919) % 997}`).join(' ');

export const pageOf = ({ name, title, words, published }: Story): string => `<!doctype html>
<html lang="en"><head><title>${title}</title><meta property="og:site_name" content="Eastry Courant">
<meta property="article:published_time" content="${published}"></head>
<body><article><h1>${title}</h1><p>${words}</p><p>The market was quiet on that day, as it had been: ${filler(name)}.</p></article></body></html>`;

export const feedOf = (site: PageServer, stories: readonly Story[]): string => `<?xml version="1.0"?>
<rss version="2.0"><channel><title>Eastry Courant</title><link>${site.url('/')}</link><description>News</description>
${stories
  .map(
    ({ name, title, words, published }) => `<item><title>${title}</title><link>${site.url(`/${name}`)}</link>
<guid isPermaLink="false">${name}</guid><pubDate>${new Date(published).toUTCString()}</pubDate><description>${words}</description></item>`,
  )
  .join('\n')}
</channel></rss>`;

export const ASHFORD: Story = {
  name: 'ashford',
  title: 'The League takes a town',
  words: 'The Red League has captured the town of Ashford, the mayor of Ashford said on Wednesday.',
  published: '2021-03-17T10:00:00Z',
};
export const HOLLIN: Story = {
  name: 'hollin',
  title: 'Hollin falls',
  words: 'The Red League has captured the district of Hollin, its governor said on Thursday.',
  published: '2021-03-18T10:00:00Z',
};
export const MARSH: Story = {
  name: 'marsh',
  title: 'A bridge is held',
  words: 'The Blue Guard holds the town of Ashford, a spokesman said on Friday.',
  published: '2021-03-19T10:00:00Z',
};

/** Puts stories on the site, each with its page, and the feed of all at /feed.xml. */
export const publish = (site: PageServer, stories: readonly Story[]): void => {
  for (const story of stories) site.at(`/${story.name}`, page(pageOf(story)));
  site.at('/feed.xml', page(feedOf(site, stories), { 'content-type': 'application/rss+xml' }));
};
