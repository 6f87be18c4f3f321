import { ConsoleRemotePlugin } from '@openshift-console/dynamic-plugin-sdk-webpack';
import type { Configuration } from 'webpack';
import { remoteConfig } from '../../webpack.config';
import { NEIGHBOUR } from './name';

const VIRTUAL_MACHINE = { group: 'kubevirt.io', version: 'v1', kind: 'VirtualMachine' };

/** The second plugin of the development console: one tab, and nothing of ours in its bundle. */
export const neighbourConfig = (): Configuration =>
  remoteConfig('development', NEIGHBOUR, [
    new ConsoleRemotePlugin({
      pluginMetadata: {
        name: NEIGHBOUR,
        version: '0.1.0',
        displayName: 'Embedding example',
        description: 'Shows components of cnv-ai-plugin in a page of its own.',
        exposedModules: { EmbeddingTab: './development/neighbour/EmbeddingTab.tsx' },
        dependencies: { '@console/pluginAPI': '>=4.22.0-0' },
        // Neither needs the other to load; the console loads them in any order.
        optionalDependencies: { 'cnv-ai-plugin': '*' },
      },
      extensions: [
        {
          type: 'console.tab/horizontalNav',
          properties: {
            model: VIRTUAL_MACHINE,
            page: { name: 'Embedding example', href: 'embedding-example' },
            component: { $codeRef: 'EmbeddingTab.EmbeddingTab' },
          },
        },
      ],
    }),
  ]);
