/** Kept with the console's other preferences of the user. */
export const CONSENT_KEY = 'cnv-ai-plugin.lightspeed.consent';

/** What was agreed to; a text that says something else asks again under another value. */
export const AGREED = 'facts-to-model/1';
