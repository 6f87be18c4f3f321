import { say } from '../../messages';
import { holds, parseAddress } from '../query/address';
import { showList, wordList } from './comparisons-text';
import type { Comparisons, Prepared } from './field';

const prepare = (value: unknown): Prepared<readonly string[]> | undefined => {
  const words = wordList(value);
  const networks = words?.map(parseAddress);
  if (words === undefined || !networks?.every((network) => network !== undefined)) return undefined;
  const test = (addresses: readonly string[]): boolean =>
    addresses.some((text) => {
      const address = parseAddress(text);
      return address !== undefined && networks.some((network) => holds(network, address));
    });
  return { value: Array.isArray(value) ? words : words[0], shown: showList(words), test };
};

/** IP addresses: the address itself or a network that holds it, never part of its text. */
export const addressComparisons: Comparisons<readonly string[]> = {
  is: { label: say('is'), expects: 'an IP address or a CIDR', prepare },
  in: { label: say('is'), expects: 'a list of IP addresses or CIDRs', prepare },
};
