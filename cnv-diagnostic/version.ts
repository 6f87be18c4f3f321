import manifest from './package.json';

export const VERSION: string = manifest.version;

/** Who wrote a report. */
export const AUTHOR = `cnv-diagnostic ${VERSION}`;
