import fc from 'fast-check';
import { isRecord } from '@cnv-ai/engine/kubernetes';

type Place = readonly (string | number)[];

/** Every place in a value, its own and those of everything below. */
const placesOf = (value: unknown, at: Place = []): Place[] => {
  if (Array.isArray(value)) {
    return [at, ...value.flatMap((entry, index) => placesOf(entry, [...at, index]))];
  }
  if (!isRecord(value)) return [at];
  return [at, ...Object.entries(value).flatMap(([key, entry]) => placesOf(entry, [...at, key]))];
};

const replaced = (value: unknown, [step, ...rest]: Place, by: unknown): unknown => {
  if (step === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((entry: unknown, index) =>
      index === step ? replaced(entry, rest, by) : entry,
    );
  }
  if (!isRecord(value)) return value;
  return { ...value, [step]: replaced(value[step], rest, by) };
};

const odd = fc.oneof(
  fc.constantFrom(
    null,
    undefined,
    0,
    -1,
    true,
    '',
    [],
    {},
    '\u0000',
    '0x',
    'https://',
    'a'.repeat(300),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.anything({ maxDepth: 2, values: [fc.string(), fc.double(), fc.boolean(), fc.constant(null)] }),
);

/** The value with up to three places replaced by anything; parts may be missing or of a wrong type. */
export const mutated = (value: unknown): fc.Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.constantFrom(...placesOf(value)), odd), { minLength: 1, maxLength: 3 })
    .map((changes) =>
      changes.reduce<unknown>((changed, [place, by]) => replaced(changed, place, by), value),
    );
