/** An IP address as its bits, or a network with the length of its prefix. */
export type Address = { family: 4 | 6; bits: bigint; prefix: number };

const parseOctet = (text: string): number | undefined =>
  /^\d{1,3}$/.test(text) ? Number(text) : undefined;

const parseV4 = (text: string): bigint | undefined => {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let bits = 0n;
  for (const part of parts) {
    const octet = parseOctet(part);
    if (octet === undefined || octet > 255) return undefined;
    bits = (bits << 8n) | BigInt(octet);
  }
  return bits;
};

const parseGroups = (text: string): bigint[] | undefined => {
  if (text === '') return [];
  const groups = text.split(':').map((part) => {
    const hexadecimal = /^[0-9a-f]{1,4}$/i.test(part);
    return hexadecimal ? BigInt(`0x${part}`) : undefined;
  });
  return groups.every((group) => group !== undefined) ? groups : undefined;
};

const parseV6 = (text: string): bigint | undefined => {
  const halves = text.split('::');
  if (halves.length > 2 || !text.includes(':')) return undefined;
  const head = parseGroups(halves[0] ?? '');
  const tail = halves.length === 2 ? parseGroups(halves[1] ?? '') : [];
  if (head === undefined || tail === undefined) return undefined;
  const gap = 8 - head.length - tail.length;
  if (halves.length === 2 ? gap < 1 : gap !== 0) return undefined;
  const groups = [...head, ...Array<bigint>(gap).fill(0n), ...tail];
  return groups.reduce((bits, group) => (bits << 16n) | group, 0n);
};

/** Reads `10.0.0.1`, `10.0.0.0/8`, `fe80::1` or `fe80::/10`; anything else is `undefined`. */
export const parseAddress = (text: string): Address | undefined => {
  const [host = '', length, ...rest] = text.length > 64 ? [] : text.split('/');
  if (rest.length > 0) return undefined;
  const v4 = parseV4(host);
  const bits = v4 ?? parseV6(host);
  if (bits === undefined) return undefined;
  const width = v4 === undefined ? 128 : 32;
  const prefix = length === undefined ? width : parseOctet(length);
  if (prefix === undefined || prefix > width) return undefined;
  return { family: v4 === undefined ? 6 : 4, bits, prefix };
};

/** True when the network holds the address. */
export const holds = (network: Address, address: Address): boolean => {
  const width = network.family === 4 ? 32 : 128;
  const shift = BigInt(width - network.prefix);
  return network.family === address.family && network.bits >> shift === address.bits >> shift;
};

const MAC = /^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}$|^[0-9a-f]{2}(?::[0-9a-f]{2}){0,4}:\*$/;

/** `02:00:00:aa:bb:cc`, or the beginning of one: `02:00:*`; in lower case. */
export const isMac = (text: string): boolean => MAC.test(text);
