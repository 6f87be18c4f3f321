import { nameOf } from '@cnv-ai/engine/kubernetes';
import { useMemo } from 'react';
import { useAccessReview } from '../../sdk/access';
import { isAllNamespacesKey } from '../../sdk/context';
import { useK8sWatchResource, useK8sWatchResources } from '../../sdk/useWatch';

export const VIRTUAL_MACHINE = { group: 'kubevirt.io', version: 'v1', kind: 'VirtualMachine' };

const PROJECTS = {
  groupVersionKind: { group: 'project.openshift.io', version: 'v1', kind: 'Project' },
  isList: true,
};

/** The VMs of a namespace or of all; who may not list all is shown those of their projects. */
export const useVirtualMachines = (namespace: string) => {
  const everywhere = isAllNamespacesKey(namespace);
  const [mayListAll, asking] = useAccessReview({
    group: 'kubevirt.io',
    resource: 'virtualmachines',
    verb: 'list',
  });
  const byProject = everywhere && !asking && !mayListAll;
  const [projects, projectsLoaded] = useK8sWatchResource(byProject ? PROJECTS : null);
  const resources = useMemo(() => {
    const list = { groupVersionKind: VIRTUAL_MACHINE, isList: true };
    if (everywhere && asking) return {};
    if (!everywhere) return { [namespace]: { ...list, namespace } };
    if (!byProject) return { all: list };
    const names = Array.isArray(projects) ? projects.map(nameOf) : [];
    return Object.fromEntries(names.map((name) => [name, { ...list, namespace: name }]));
  }, [everywhere, asking, namespace, byProject, projects]);
  const watched = Object.values(useK8sWatchResources(resources));
  return {
    vms: watched.flatMap(({ data }): readonly unknown[] => (Array.isArray(data) ? data : [])),
    loaded: !(everywhere && asking) && projectsLoaded && watched.every(({ loaded }) => loaded),
    error: watched.find(({ loadError }) => loadError)?.loadError,
  };
};
