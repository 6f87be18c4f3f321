import { listAt, RESOURCES, textAt } from '@cnv-ai/engine/kubernetes';
import { createStock, type ResourceName } from '@cnv-ai/engine/search';
import { ALWAYS_HELD } from '../../cnv-diagnostic/kubernetes/cache/kinds';
import { yamlOf } from './chart';

const stringsAt = (rule: unknown, key: string): string[] =>
  listAt(rule, key).filter((entry) => typeof entry === 'string');

/** One line a right: `kubevirt.io/virtualmachines list`. */
const rightsOf = (file: string): string[] =>
  listAt({ rules: yamlOf(file) }, 'rules')
    .flatMap((rule) =>
      stringsAt(rule, 'apiGroups').flatMap((group) =>
        stringsAt(rule, 'resources').flatMap((plural) =>
          stringsAt(rule, 'verbs').map((verb) => `${group}/${plural} ${verb}`),
        ),
      ),
    )
    .sort();

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

  it('let readers read every kind there is but Secrets, and the logs', () => {
    const readable = KINDS.filter((kind) => kind !== 'secrets');
    expect(rightsOf('files/reader-rules.yaml')).toEqual(
      [...rights(readable, ['get', 'list', 'watch']), '/pods/log get'].sort(),
    );
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
