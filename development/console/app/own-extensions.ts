import { applyCodeRefSymbol, type LocalPluginManifest } from '@openshift/dynamic-plugin-sdk';
import { useOpenChat } from './lightspeed/open-chat';

const VERSION = '4.22.0';

/** Navigation that the console itself would bring, by its ids. */
export const CONSOLE_EXTENSIONS: LocalPluginManifest = {
  name: 'development-console',
  version: VERSION,
  registrationMethod: 'local',
  extensions: [
    { type: 'console.navigation/section', properties: { id: 'home', name: 'Home' } },
    {
      type: 'console.navigation/href',
      properties: { id: 'overview', section: 'home', name: 'Overview', href: '/dashboards' },
    },
  ],
};

/** What the console's virtualization plugin would bring: its navigation and its flag. */
export const VIRTUALIZATION_EXTENSIONS: LocalPluginManifest = {
  name: 'kubevirt-plugin',
  version: VERSION,
  registrationMethod: 'local',
  extensions: [
    {
      type: 'console.navigation/section',
      properties: { id: 'virtualization', name: 'Virtualization', insertAfter: 'home' },
    },
    {
      type: 'console.navigation/href',
      properties: {
        id: 'virtualmachines',
        section: 'virtualization',
        name: 'VirtualMachines',
        href: 'kubevirt.io~v1~VirtualMachine',
        prefixNamespaced: true,
      },
    },
    {
      type: 'console.flag/model',
      properties: {
        flag: 'KUBEVIRT_DYNAMIC',
        model: { group: 'kubevirt.io', version: 'v1', kind: 'VirtualMachine' },
      },
    },
  ],
};

type SetFlag = (flag: string, enabled: boolean) => void;

/** What Lightspeed's own console plugin offers to others. */
export const LIGHTSPEED_EXTENSIONS: LocalPluginManifest = {
  name: 'lightspeed-console-plugin',
  version: VERSION,
  registrationMethod: 'local',
  extensions: [
    {
      type: 'console.flag',
      properties: {
        handler: applyCodeRefSymbol(() =>
          Promise.resolve((set: SetFlag) => set('LIGHTSPEED_PLUGIN', true)),
        ),
      },
    },
    {
      type: 'console.action/provider',
      properties: {
        contextId: 'ols-open-handler',
        provider: applyCodeRefSymbol(() => Promise.resolve(useOpenChat)),
      },
    },
  ],
};
