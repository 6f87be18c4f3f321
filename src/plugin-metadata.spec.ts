/** @jest-environment node */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { at, listAt, recordAt, textAt, textsAt } from '@cnv-ai/engine/kubernetes';
import extensions from '../console-extensions.json';
import metadata from '../package.json';
import { NAMESPACE } from './i18n';
import { AGREED, CONSENT_KEY } from './views/lightspeed/consent';

const root = resolve(__dirname, '..');
const modules = textsAt(metadata, 'consolePlugin', 'exposedModules');
const ofType = (type: string) => extensions.filter((extension) => extension.type === type);

const codeRefs = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = textAt(value, '$codeRef');
  return [...(own === undefined ? [] : [own]), ...Object.values(value).flatMap(codeRefs)];
};

describe('the plugin', () => {
  it('has the name its translations are looked up by', () => {
    expect(NAMESPACE).toBe(`plugin__${metadata.consolePlugin.name}`);
    expect(existsSync(join(root, 'locales', 'en', `${NAMESPACE}.json`))).toBe(true);
  });

  it('loads in console 4.22 and newer', () => {
    expect(metadata.consolePlugin.dependencies).toEqual({ '@console/pluginAPI': '>=4.22.0-0' });
  });

  it.each(Object.entries(modules))('exposes %s with what extensions take from it', (name, path) => {
    const source = readFileSync(join(root, path), 'utf8');
    const taken = codeRefs(extensions)
      .map((reference) => reference.split('.'))
      .filter(([module]) => module === name);
    expect(taken).not.toEqual([]);
    for (const [, member] of taken) expect(source).toContain(`export const ${String(member)} `);
  });

  it('takes nothing from a module it does not expose', () => {
    const used = codeRefs(extensions).map((reference) => reference.split('.')[0]);
    expect([...new Set(used)].sort()).toEqual(Object.keys(modules).sort());
  });
});

describe('the extensions', () => {
  it('vanish when the administrator switches the plugin off', () => {
    const always = extensions.filter(
      (extension) => !listAt(extension, 'flags', 'required').includes('CNV_AI_ENABLED'),
    );
    // What sets the flags cannot wait for one; neither shows anything.
    expect(always.map(({ type }) => type)).toEqual([
      'console.flag/hookProvider',
      'console.flag/model',
    ]);
  });

  it('offer the consent to Lightspeed as it is kept', () => {
    expect(
      ofType('console.user-preference/item').map(({ properties }) => properties.field),
    ).toEqual([
      expect.objectContaining({
        type: 'checkbox',
        userSettingsKey: CONSENT_KEY,
        trueValue: AGREED,
        falseValue: '',
      }),
    ]);
  });

  it('put their pages at their addresses, in all projects and in one', () => {
    expect(ofType('console.page/route').map(({ properties }) => properties.path)).toEqual([
      ['/k8s/ns/:ns/virtualmachine-search', '/k8s/all-namespaces/virtualmachine-search'],
      ['/k8s/ns/:ns/virtualmachine-problems', '/k8s/all-namespaces/virtualmachine-problems'],
    ]);
  });

  it.each([
    ['section', 'virtualization'],
    ['perspective', 'virtualization-perspective'],
    ['section', 'cnv-ai'],
  ])('lead to the search from the %s %s', (key, value) => {
    const items = ofType('console.navigation/href').filter(
      (item) => at(item, 'properties', key) === value,
    );
    expect(items.map(({ properties }) => properties)).toEqual([
      expect.objectContaining({
        name: `%${NAMESPACE}~AI search%`,
        href: 'virtualmachine-search',
        prefixNamespaced: true,
      }),
    ]);
  });

  it('have a section of their own only where kubevirt-plugin has none', () => {
    const own = extensions.filter(
      ({ properties }) =>
        textAt(properties, 'section') === 'cnv-ai' || at(properties, 'id') === 'cnv-ai',
    );
    expect(own.map((extension) => listAt(extension, 'flags', 'disallowed'))).toEqual([
      ['KUBEVIRT_DYNAMIC'],
      ['KUBEVIRT_DYNAMIC'],
    ]);
  });

  it.each(['console.tab/horizontalNav', 'console.action/resource-provider'])(
    'add one %s to VirtualMachines',
    (type) => {
      expect(ofType(type).map(({ properties }) => recordAt(properties, 'model'))).toEqual([
        { group: 'kubevirt.io', version: 'v1', kind: 'VirtualMachine' },
      ]);
    },
  );

  it('name the diagnosis tab as documented', () => {
    const [tab] = ofType('console.tab/horizontalNav');
    expect(recordAt(tab, 'properties', 'page')).toEqual({
      name: `%${NAMESPACE}~AI diagnosis%`,
      href: 'ai-diagnosis',
    });
  });

  it('draw what the tools answer in the chat', () => {
    expect(ofType('ols.tool-ui').map(({ properties }) => properties.id)).toEqual([
      'cnv-diagnostic/search',
      'cnv-diagnostic/diagnosis',
      'cnv-diagnostic/fleet',
    ]);
  });
});
