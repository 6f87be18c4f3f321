import { annotationsOf, at, labelsOf, textAt, type KubeObject } from '../../kubernetes';
import { familyOf } from './os-families';
import type { Origin } from './size';

/** The guest's operating system: family, version as far as known, and the name for people. */
export type OsFact = {
  family: string;
  version?: string;
  name: string;
  text: string;
  origin: Origin;
};

const VERSION = /\d+(?:k\d+)?(?:\.\d+)*/;

/** `rhel.9`, `windows.2k22`, `ubuntu22.04`, `win2k19`: family and version in one word. */
const fromWord = (text: string, path: string, place: Origin['in']): OsFact | undefined => {
  const family = familyOf(text);
  if (family === undefined) return undefined;
  const version = VERSION.exec(text)?.[0].replace(/^2k/, '20');
  return {
    family,
    ...(version === undefined ? {} : { version }),
    name: version === undefined ? family : `${family} ${version}`,
    text,
    origin: { in: place, path },
  };
};

/** The agent calls Windows `mswindows` and gives its edition as the version: "2022", "11". */
const fromAgent = (vmi: KubeObject | undefined): OsFact | undefined => {
  const id = textAt(vmi, 'status', 'guestOSInfo', 'id');
  const family = id === undefined ? undefined : familyOf(id);
  if (id === undefined || id === '') return undefined;
  const pretty = textAt(vmi, 'status', 'guestOSInfo', 'prettyName') ?? id;
  const stated = textAt(vmi, 'status', 'guestOSInfo', 'versionId') ?? '';
  const version = stated === '' ? VERSION.exec(pretty)?.[0] : stated;
  return {
    family: family ?? 'Other',
    ...(version === undefined ? {} : { version }),
    name: pretty === '' ? id : pretty,
    text: pretty === '' ? id : pretty,
    origin: { in: 'vmi', path: `/status/guestOSInfo/${pretty === id ? 'id' : 'prettyName'}` },
  };
};

const OS_LABEL = 'os.template.kubevirt.io/';
const OS_ANNOTATION = 'vm.kubevirt.io/os';

const fromLabel = (vm: KubeObject): OsFact | undefined => {
  for (const key of Object.keys(labelsOf(vm))) {
    if (!key.startsWith(OS_LABEL)) continue;
    const found = fromWord(
      key.slice(OS_LABEL.length),
      `/metadata/labels/${key.replaceAll('/', '~1')}`,
      'vm',
    );
    if (found !== undefined) return found;
  }
  return undefined;
};

/** What the guest agent says, else the preference, the template's annotation, the template's label. */
export const readOs = (vm: KubeObject, vmi?: KubeObject): OsFact | undefined => {
  const agent = fromAgent(vmi);
  if (agent !== undefined) return agent;
  const preference = textAt(vm, 'spec', 'preference', 'name');
  const template = ['spec', 'template', 'metadata', 'annotations', OS_ANNOTATION] as const;
  const annotated = at(vm, ...template);
  const named = annotationsOf(vm)[OS_ANNOTATION];
  return (
    (preference === undefined ? undefined : fromWord(preference, '/spec/preference/name', 'vm')) ??
    (typeof annotated === 'string'
      ? fromWord(annotated, '/spec/template/metadata/annotations/vm.kubevirt.io~1os', 'vm')
      : undefined) ??
    (named === undefined
      ? undefined
      : fromWord(named, '/metadata/annotations/vm.kubevirt.io~1os', 'vm')) ??
    fromLabel(vm)
  );
};
