import Ajv from 'ajv';
import { isRecord, recordAt } from '@cnv-ai/engine/kubernetes';
import { BAD_VALUES, VALUE_SETS } from './value-sets';
import { jsonOf, yamlOf } from './chart';

const schema = jsonOf('values.schema.json');
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
  isRecord(schema) ? schema : {},
);
const defaults = yamlOf('values.yaml');

/** As Helm puts values over the chart's own. */
const merged = (under: unknown, over: unknown): unknown =>
  isRecord(under) && isRecord(over)
    ? Object.fromEntries(
        [...new Set([...Object.keys(under), ...Object.keys(over)])].map((key) => [
          key,
          Object.hasOwn(over, key) ? merged(under[key], over[key]) : under[key],
        ]),
      )
    : over;

describe('the schema of the values', () => {
  it('accepts the defaults', () => {
    validate(defaults);
    expect(validate.errors).toBeNull();
  });

  it('knows every default and nothing else', () => {
    const known = Object.keys(recordAt(schema, 'properties')).filter((key) => key !== 'global');
    expect(known.sort()).toEqual(Object.keys(isRecord(defaults) ? defaults : {}).sort());
  });

  it.each(Object.entries(VALUE_SETS))('accepts %s', (_, values) => {
    validate(merged(defaults, values));
    expect(validate.errors).toBeNull();
  });

  it.each(Object.entries(BAD_VALUES))('refuses %s', (_, [, values]) => {
    expect(validate(merged(defaults, values))).toBe(false);
  });
});
