import type { Facts, Gathered, GatheredFacts, NeedName } from './facts';

/** The values of the needs that were declared; every other fact looks as if there were none. */
export const viewOf = (facts: Partial<GatheredFacts>, needs: readonly NeedName[]): Facts => {
  const declared = new Set(needs);
  const see = <T>(need: NeedName, gathered: Gathered<T> | undefined, nothing: T): T =>
    declared.has(need) ? (gathered?.value ?? nothing) : nothing;
  return {
    reported: see('reported', facts.reported, []),
    vm: facts.vm?.value ?? {},
    vmi: see('vmi', facts.vmi, undefined),
    pods: see('pods', facts.pods, []),
    failedPods: see('failedPods', facts.failedPods, []),
    hotplugPods: see('hotplugPods', facts.hotplugPods, []),
    events: see('events', facts.events, []),
    earlierEvents: see('earlierEvents', facts.earlierEvents, []),
    migrations: see('migrations', facts.migrations, []),
    dataVolumes: see('dataVolumes', facts.dataVolumes, []),
    claims: see('claims', facts.claims, []),
    persistentVolumes: see('persistentVolumes', facts.persistentVolumes, []),
    storageClasses: see('storageClasses', facts.storageClasses, []),
    storageProfiles: see('storageProfiles', facts.storageProfiles, []),
    importers: see('importers', facts.importers, []),
    stateClaims: see('stateClaims', facts.stateClaims, []),
    workClaims: see('workClaims', facts.workClaims, []),
    dataSources: see('dataSources', facts.dataSources, []),
    cloneSources: see('cloneSources', facts.cloneSources, []),
    networkAttachments: see('networkAttachments', facts.networkAttachments, []),
    instancetype: see('instancetype', facts.instancetype, undefined),
    preference: see('preference', facts.preference, undefined),
    instancetypes: see('instancetypes', facts.instancetypes, []),
    preferences: see('preferences', facts.preferences, []),
    revisions: see('revisions', facts.revisions, []),
    secrets: see('secrets', facts.secrets, []),
    configMaps: see('configMaps', facts.configMaps, []),
    serviceAccounts: see('serviceAccounts', facts.serviceAccounts, []),
    quotas: see('quotas', facts.quotas, []),
    limitRanges: see('limitRanges', facts.limitRanges, []),
    nodes: see('nodes', facts.nodes, []),
    snapshots: see('snapshots', facts.snapshots, []),
    restores: see('restores', facts.restores, []),
    clones: see('clones', facts.clones, []),
    exports: see('exports', facts.exports, []),
    kubevirts: see('kubevirts', facts.kubevirts, []),
    cdis: see('cdis', facts.cdis, []),
  };
};
