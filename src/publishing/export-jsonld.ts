// Claims as linked data in schema.org's words: what was said, by whom, in which report, about which place.
import type { ClaimRow } from '../whoholds.ts';
import { type Exported, type Exporter, originOf } from './exporter.ts';

const placeOf = ({ claim }: ClaimRow, { theatre }: Exported) => {
  const point = claim.place.id === null ? null : (theatre.gazetteer.get(claim.place.id)?.point ?? null);
  return {
    '@type': 'Place',
    identifier: claim.place.id,
    name: claim.place.name,
    ...(point === null ? {} : { geo: { '@type': 'GeoCoordinates', latitude: point[1], longitude: point[0] } }),
  };
};

const nodeOf = (row: ClaimRow, exported: Exported) => ({
  '@type': 'Claim',
  '@id': `urn:whoholds:${row.claim.id}`,
  text: row.claim.quote.text,
  about: placeOf(row, exported),
  author: { '@type': 'Thing', name: row.claim.by.speaker, description: row.claim.by.role },
  appearance: {
    '@type': 'NewsArticle',
    identifier: row.report.id,
    url: row.report.url,
    publisher: row.report.outlet,
    datePublished: row.report.published.latest,
  },
  temporalCoverage: `${row.claim.when.earliest ?? '..'}/${row.claim.when.latest ?? '..'}`,
  keywords: [row.claim.kind, row.claim.scope, row.claim.polarity, row.claim.modality],
});

const write = (exported: Exported): string =>
  `${JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: exported.theatre.title,
    version: originOf(exported),
    hasPart: exported.claims.filter(({ retracted }) => !retracted).map((row) => nodeOf(row, exported)),
  })}\n`;

export const jsonld: Exporter = {
  format: 'jsonld',
  mediaType: 'application/ld+json',
  extension: 'jsonld',
  writes: 'claims',
  write,
};
