import type { RootCause } from '../types';
import {
  clusterScoped,
  condition,
  event,
  facts,
  lookup,
  missing,
  namespaced,
  pod,
  vm,
  vmi,
} from '../testing/factories';
import { graphOf } from './graph';
import { stateOf } from './states';
import { refOf, type KubeObject } from '../../kubernetes';

const machine = vm({
  template: {
    volumes: [
      { name: 'root', dataVolume: { name: 'root' } },
      { name: 'init', cloudInitNoCloud: { secretRef: { name: 'init' } } },
    ],
  },
});
const CDI = 'cdi.kubevirt.io/v1beta1';
const volume = namespaced(CDI, 'DataVolume', 'root', { status: { phase: 'ImportInProgress' } });
const claim = namespaced('v1', 'PersistentVolumeClaim', 'root', {
  spec: { storageClassName: 'fast' },
  status: { phase: 'Pending' },
});
const AT = ['spec', 'template', 'spec', 'volumes', 0, 'dataVolume', 'name'] as const;

const cause = (object: KubeObject, source: 'object' | 'absent' = 'object'): RootCause => {
  const say = { id: '', params: {} };
  return {
    id: 'x',
    title: '',
    titleMessage: say,
    severity: 'critical',
    confidence: 'certain',
    explanation: '',
    explanationMessage: say,
    evidence: [{ source, ref: refOf(object), path: '', value: '' }],
    fixes: [],
  };
};

describe('the graph', () => {
  it('goes from the VM by its DataVolume to the claim and its class', () => {
    const given = { vm: machine, dataVolumes: [lookup(volume, machine, ...AT)] };
    const { nodes, edges } = graphOf(
      facts({ ...given, claims: [lookup(claim, machine, ...AT)] }),
      [],
    );
    expect(nodes.map(({ ref, state }) => `${ref.kind} ${ref.name} ${state}`)).toEqual([
      'VirtualMachine web ok',
      'DataVolume root warning',
      'PersistentVolumeClaim root warning',
      'StorageClass fast unknown',
      'Secret init unknown',
    ]);
    expect(edges.map(({ from, to, relation }) => `${from.kind} ${relation} ${to.kind}`)).toEqual([
      'VirtualMachine disk DataVolume',
      'VirtualMachine uses Secret',
      'DataVolume fills PersistentVolumeClaim',
      'PersistentVolumeClaim storage class StorageClass',
    ]);
  });

  it('keeps apart what is missing and what was not read', () => {
    const ref = { apiVersion: 'v1', kind: 'Secret', name: 'init' };
    const path = ['spec', 'template', 'spec', 'volumes', 1] as const;
    const states = (given: object) =>
      Object.fromEntries(
        graphOf(facts({ vm: machine, ...given }), []).nodes.map(({ ref, state }) => [
          ref.kind,
          state,
        ]),
      );
    expect(states({ secrets: [missing(ref, machine, ...path)] })).toMatchObject({
      Secret: 'missing',
      DataVolume: 'unknown',
    });
    expect(states({})).toMatchObject({ Secret: 'unknown' });
  });

  it('has an instance of unknown state when it may not be read', () => {
    const { nodes } = graphOf(facts({ vm: vm() }), [], true);
    expect(nodes.map(({ ref, state }) => [ref.kind, state])).toEqual([
      ['VirtualMachine', 'ok'],
      ['VirtualMachineInstance', 'unknown'],
    ]);
  });

  it('has what a cause points at beside what the VM names, and marks both', () => {
    const quota = namespaced('v1', 'ResourceQuota', 'q');
    const instance = vmi('Running', { nodeName: 'w1' });
    const { nodes, edges } = graphOf(facts({ vm: vm(), vmi: instance }), [
      cause(quota),
      cause(instance),
    ]);
    expect(nodes.map(({ ref, state }) => [ref.kind, state])).toEqual([
      ['VirtualMachine', 'error'],
      ['VirtualMachineInstance', 'error'],
      ['Node', 'unknown'],
      ['ResourceQuota', 'error'],
    ]);
    expect(edges).toContainEqual(expect.objectContaining({ relation: 'held up by' }));
  });

  it('marks what an event tells of, and not the event', () => {
    const launcher = pod();
    const told = event(launcher, 'FailedMount', 'no');
    const given = facts({ vm: vm(), vmi: vmi(), pods: [launcher], events: [told] });
    const kinds = graphOf(given, [cause(told)]).nodes.map(({ ref, state }) => [ref.kind, state]);
    expect(kinds).toContainEqual(['Pod', 'error']);
    expect(kinds.flat()).not.toContain('Event');
  });

  it('shows a migration and where it goes', () => {
    const migration = namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'm1', {
      status: { phase: 'Running' },
    });
    const target = pod(
      {
        metadata: {
          labels: { 'kubevirt.io/migrationJobUID': 'uid-VirtualMachineInstanceMigration-m1' },
        },
      },
      'virt-launcher-web-zzzzz',
    );
    const given = facts({ vmi: vmi('Running'), pods: [pod(), target], migrations: [migration] });
    expect(graphOf(given, []).edges.map(({ relation }) => relation)).toEqual([
      'runs as',
      'moved by',
      'runs in',
      'moves to',
    ]);
  });
});

describe('the state of an object', () => {
  const of = (status: object, metadata = {}) =>
    stateOf(namespaced('v1', 'Thing', 'x', { metadata, status }));
  it.each([
    [{ phase: 'Bound' }, 'ok'],
    [{ phase: 'Succeeded' }, 'ok'],
    [{ phase: 'WaitForFirstConsumer' }, 'ok'],
    [{ phase: 'Running' }, 'ok'],
    [{}, 'ok'],
    [{ phase: 'Pending' }, 'warning'],
    [{ phase: 'CloneInProgress' }, 'warning'],
    [{ conditions: [condition('Ready', 'False')] }, 'warning'],
    [{ phase: 'Failed' }, 'error'],
    [{ phase: 'Lost' }, 'error'],
  ])('%j: %s', (status, state) => expect(of(status)).toBe(state));
  it('is an error for a node that is not ready', () => {
    const node = clusterScoped('v1', 'Node', 'w', {
      status: { conditions: [condition('Ready', 'Unknown')] },
    });
    expect(stateOf(node)).toBe('error');
  });
  it('is a warning for what is being deleted', () =>
    expect(of({ phase: 'Bound' }, { deletionTimestamp: 'x' })).toBe('warning'));
});
