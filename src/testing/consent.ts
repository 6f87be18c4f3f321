import { AGREED, CONSENT_KEY } from '../views/lightspeed/consent';

/** The user agreed before, as the development console keeps preferences. */
export const giveConsent = (): void =>
  localStorage.setItem(`console.preference.${CONSENT_KEY}`, JSON.stringify(AGREED));
