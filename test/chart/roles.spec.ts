import { RESOURCES, textAt } from '@cnv-ai/engine/kubernetes';
import { createStock, type ResourceName } from '@cnv-ai/engine/search';
import { ALWAYS_HELD } from '../../cnv-diagnostic/kubernetes/cache/kinds';
import { rightsOf } from './rights';

const rights = (kinds: readonly ResourceName[], verbs: readonly string[]): string[] =>
  kinds.flatMap((kind) =>
    verbs.map((verb) => `${RESOURCES[kind].group}/${RESOURCES[kind].plural} ${verb}`),
  );

const isKind = (name: string): name is ResourceName => Object.hasOwn(RESOURCES, name);
const KINDS = Object.keys(RESOURCES).filter(isKind);

describe('the roles of the chart', () => {
  it('let the cache list and watch what it can hold, and nothing else', () => {
    const stock = createStock(true);
    const held = KINDS.filter(
      (kind) => ALWAYS_HELD.includes(kind) || stock.feed(kind) !== undefined,
    );
    expect(rightsOf('files/cache-rules.yaml')).toEqual(rights(held, ['list', 'watch']).sort());
  });

  it('let readers read something of every kind there is but Secrets', () => {
    const readable = KINDS.filter((kind) => kind !== 'secrets');
    const listed = rightsOf('files/reader-rules.yaml').filter((right) => right.endsWith(' list'));
    expect(listed).toEqual(rights(readable, ['list']).sort());
  });

  it.each(['files/cache-rules.yaml', 'files/reader-rules.yaml'])('%s writes nothing', (file) => {
    const verbs = new Set(rightsOf(file).map((right) => right.split(' ')[1]));
    expect([...verbs].filter((verb) => !['get', 'list', 'watch'].includes(verb ?? ''))).toEqual([]);
  });
});

describe('the rule for Secrets', () => {
  it('is missing because their metadata is all that is read', () => {
    expect(RESOURCES.secrets.metadataOnly).toBe(true);
    expect(textAt(RESOURCES.secrets, 'plural')).toBe('secrets');
  });
});
