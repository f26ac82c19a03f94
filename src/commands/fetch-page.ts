// For the server: the page at an address as one report's bytes, fetched with the same guard as everything else.
import type { Fetcher } from '../intake/fetch/fetched.ts';
import { openPage } from '../intake/fetch/open-page.ts';
import { refuseItem } from '../intake/forms/form.ts';
import type { SourceSettings } from '../intake/sources.ts';
import { done } from '../model/outcome.ts';
import type { FetchPage } from '../publishing/bring.ts';

export const fetchPageBy =
  (fetcher: Fetcher, settings: SourceSettings): FetchPage =>
  async (address) => {
    const fetched = await fetcher.get(address);
    if (fetched.state === 'refused') return { ok: false, refusal: fetched.refusal };
    const nothing = refuseItem('not-a-report', address, `${address} gives no report.`);
    if (fetched.state === 'unchanged') return nothing;
    const opened = await openPage(address, fetched.page, settings);
    if (opened.kind !== 'reports') {
      const of =
        opened.kind === 'list' ? `${opened.entries.length} entries` : `${opened.addresses.length} ${opened.of}`;
      return refuseItem('not-a-report', address, `${address} is a list of ${of}: \`whoholds watch\` follows it.`);
    }
    for await (const item of opened.items) {
      if (!item.ok) return item;
      const { form, bytes } = item.value;
      return done({ url: fetched.page.url, form, bytes });
    }
    return nothing;
  };
