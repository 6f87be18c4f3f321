import { isRecord, type KubeObject } from '@cnv-ai/engine/kubernetes';

/** Reads a value of a data file, or says at which place it is not what is due. */
export type Reader<T> = (value: unknown, place: string) => T;

export const fault = (place: string, what: string): Error => new Error(`${place}: ${what}.`);

export const text: Reader<string> = (value, place) => {
  if (typeof value !== 'string') throw fault(place, 'a text is due');
  return value;
};

export const number: Reader<number> = (value, place) => {
  if (typeof value !== 'number') throw fault(place, 'a number is due');
  return value;
};

export const flag: Reader<boolean> = (value, place) => {
  if (typeof value !== 'boolean') throw fault(place, 'true or false is due');
  return value;
};

export const record: Reader<KubeObject> = (value, place) => {
  if (!isRecord(value)) throw fault(place, 'a map is due');
  return value;
};

export const oneOf =
  <T extends string>(values: readonly T[]): Reader<T> =>
  (value, place) => {
    const found = values.find((entry) => entry === value);
    if (found === undefined) throw fault(place, `"${String(value)}" is not one that is known`);
    return found;
  };

export const listOf =
  <T>(reader: Reader<T>): Reader<readonly T[]> =>
  (value, place) => {
    if (!Array.isArray(value)) throw fault(place, 'a list is due');
    return value.map((entry, index) => reader(entry, `${place}[${index}]`));
  };

export const mapOf =
  <T>(reader: Reader<T>): Reader<Readonly<Record<string, T>>> =>
  (value, place) =>
    Object.fromEntries(
      Object.entries(record(value, place)).map(([key, entry]) => [
        key,
        reader(entry, `${place}.${key}`),
      ]),
    );

/** The fields of one map. */
export class Fields {
  private readonly map: KubeObject;
  private readonly asked = new Set<string>();

  constructor(
    value: unknown,
    private readonly place: string,
  ) {
    this.map = record(value, place);
  }

  may<T>(key: string, reader: Reader<T>): T | undefined {
    this.asked.add(key);
    const value = this.map[key];
    return value === undefined ? undefined : reader(value, `${this.place}.${key}`);
  }

  need<T>(key: string, reader: Reader<T>): T {
    const value = this.may(key, reader);
    if (value === undefined) throw fault(this.place, `"${key}" is missing`);
    return value;
  }

  /** A field that nobody asks for is misspelled. */
  end(): void {
    const other = Object.keys(this.map).find((key) => !this.asked.has(key));
    if (other !== undefined) throw fault(this.place, `"${other}" is not a field of this map`);
  }
}

export const fieldsOf =
  <T>(make: (fields: Fields) => T): Reader<T> =>
  (value, place) => {
    const fields = new Fields(value, place);
    const made = make(fields);
    fields.end();
    return made;
  };
