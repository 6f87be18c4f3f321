import { isRecord, listAt, recordAt, textAt, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { mapStrings } from './load';

/** Plainly made up; where it shows, a secret would have shown. */
export const CANARY = 'canary-7f3a-not-a-secret';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

const merged = (value: unknown, more: object): object => ({
  ...(isRecord(value) ? value : {}),
  ...more,
});

const USER_DATA = `#cloud-config\nruncmd:\n  - export LICENCE=${CANARY}\n`;

const withTemplate = (vm: KubeObject): KubeObject => {
  const template = recordAt(vm, 'spec', 'template');
  const volumes = listAt(template, 'spec', 'volumes').map((volume) =>
    textAt(volume, 'cloudInitNoCloud', 'userData') === undefined
      ? volume
      : merged(volume, {
          cloudInitNoCloud: { ...recordAt(volume, 'cloudInitNoCloud'), userData: USER_DATA },
        }),
  );
  return {
    ...vm,
    spec: {
      ...recordAt(vm, 'spec'),
      template: {
        ...template,
        metadata: merged(template.metadata, {
          annotations: {
            ...recordAt(template, 'metadata', 'annotations'),
            'hooks.kubevirt.io/hookSidecars': `[{"image":"registry.example/hook","args":["--key=${CANARY}"]}]`,
          },
        }),
        spec: { ...recordAt(template, 'spec'), volumes },
      },
    },
  };
};

/** What a login in an address looks like, wherever the address is repeated. */
const withLogins = (object: KubeObject): KubeObject => {
  const changed = mapStrings(object, (text) =>
    text.replaceAll('https://images.example.com', `https://agent:${CANARY}@images.example.com`),
  );
  return isRecord(changed) ? changed : object;
};

const ENCODED = Buffer.from(CANARY).toString('base64');

/** Kinds that are nothing but what somebody keeps in them. */
const KEPT: Readonly<Record<string, object>> = {
  Secret: { data: { userdata: ENCODED, password: ENCODED } },
  ConfigMap: { data: { 'autounattend.xml': `<Password>${CANARY}</Password>` } },
};

/** Hides the canary where the secrets of real clusters are. */
export const plant = (object: KubeObject): KubeObject => {
  const bare = withLogins(object);
  const planted = {
    ...bare,
    ...KEPT[String(object.kind)],
    metadata: merged(bare.metadata, {
      annotations: {
        ...recordAt(bare, 'metadata', 'annotations'),
        [LAST_APPLIED]: JSON.stringify({ spec: { password: CANARY } }),
      },
    }),
  };
  return object.kind === 'VirtualMachine' ? withTemplate(planted) : planted;
};

/** True when a secret shows in a text, as it is or encoded. */
export const shows = (text: string): boolean => text.includes(CANARY) || text.includes(ENCODED);
