/** What `npm install` built of a checkout (bin/find-built.js); each null where there is none, or where it is stale. */
export declare const snapshotPath: (node: string) => string;
export declare const sizePath: (snapshot: string) => string;
export declare const findSnapshot: (node: string) => string | null;
export declare const findBundle: () => string | null;
