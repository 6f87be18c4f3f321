import type { Handler } from './edge';
import { json } from './edge';

/** A VirtualMachine as the API server lists it. */
export const makeVm = (namespace: string, name: string, printableStatus = 'Running') => ({
  metadata: {
    namespace,
    name,
    uid: `uid-${name}`,
    creationTimestamp: '2026-11-01T08:00:00Z',
  },
  spec: { runStrategy: 'Always', template: { spec: { domain: {} } } },
  status: { printableStatus },
});

/** The lists of a small cluster and its VirtualMachines; everything else is a kind it does not serve. */
export const clusterOf =
  (vms: () => readonly ReturnType<typeof makeVm>[]): Handler =>
  ({ path }, response) => {
    const [parent, plural] = new URL(path, 'http://x').pathname.split('/').slice(-2);
    const namespaces = [...new Set(vms().map(({ metadata }) => metadata.namespace))];
    const lists: Readonly<Record<string, readonly unknown[]>> = {
      virtualmachines: vms(),
      virtualmachineinstances: [],
      namespaces: namespaces.map((name) => ({ metadata: { name } })),
      nodes: [{ metadata: { name: 'worker-1' } }],
    };
    const named = parent === undefined ? undefined : lists[parent];
    if (named !== undefined && plural !== undefined) {
      const found =
        parent === 'virtualmachines'
          ? vms().find(({ metadata }) => metadata.name === plural)
          : undefined;
      if (found === undefined) json(response, 404, { kind: 'Status', details: { name: plural } });
      else json(response, 200, found);
      return;
    }
    const items = plural === undefined ? undefined : lists[plural];
    if (items === undefined) json(response, 404, { kind: 'Status', details: {} });
    else json(response, 200, { metadata: {}, items });
  };
