const BEGINNING = /^\d{1,3}(?:\.\d{1,3}){0,2}\.?(?:\.[*x])?$/;

/** The block of addresses that begin so: "10.1", "10.1.*". */
export const blockOf = (text: string): string | undefined => {
  if (!BEGINNING.test(text)) return undefined;
  const octets = text.split('.').filter((octet) => /^\d/.test(octet));
  if (octets.some((octet) => Number(octet) > 255)) return undefined;
  return `${[...octets, '0', '0', '0'].slice(0, 4).join('.')}/${octets.length * 8}`;
};

/** Nothing but the beginning of an address is written so: "10.128.1", "10.128.*". */
export const isBeginning = (text: string): boolean =>
  /^(?:\d{1,3}\.){2}\d{1,3}$|^(?:\d{1,3}\.){1,3}[*x]$/.test(text);
