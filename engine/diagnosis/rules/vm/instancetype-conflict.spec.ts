import { condition, event, run, vm, vmi } from '../../testing/factories';
import { instancetypeConflict } from './instancetype-conflict';

const spec = { instancetype: { name: 'u1.medium' } };
const TEXT = 'VMI conflicts with instancetype spec in fields: [spec.template.spec.domain.cpu]';
const template = { domain: { cpu: { cores: 2 }, memory: { guest: '4Gi' } } };
const failing = vm({
  spec,
  template,
  status: { conditions: [condition('Failure', 'True', 'FailedCreate', TEXT)] },
});
const REFUSED =
  'VM field(s) spec.template.spec.domain.memory conflicts with selected instance type';

describe('instancetype-conflict', () => {
  it.each([
    ['the condition', { vm: failing }, {}, 'certain', 'spec.template.spec.domain.cpu'],
    [
      'an event',
      { vm: vm({ spec }), events: [event(vm(), 'FailedCreate', TEXT)] },
      {},
      'likely',
      'spec.template.spec.domain.cpu',
    ],
    [
      'the caller',
      { vm: vm({ spec }) },
      { error: REFUSED },
      'likely',
      'spec.template.spec.domain.memory',
    ],
    [
      'the fields themselves',
      { vm: vm({ spec, template }) },
      {},
      'likely',
      'domain.cpu.cores, domain.memory.guest',
    ],
  ])('is read from %s', (_, given, request, confidence, fields) => {
    expect(run(instancetypeConflict, given, request)).toMatchObject([
      { confidence, explanation: { params: { fields } } },
    ]);
  });

  it('removes both fields, and can put them back', () => {
    const [finding] = run(instancetypeConflict, { vm: failing });
    expect(finding?.fixes[0]?.action).toMatchObject({
      patch: [
        { op: 'remove', path: '/spec/template/spec/domain/cpu/cores' },
        { op: 'remove', path: '/spec/template/spec/domain/memory/guest' },
      ],
      undo: [{ value: 2 }, { value: '4Gi' }],
    });
  });

  it.each([
    ['it has no instance type', { vm: vm({ template }) }],
    ['it sets nothing twice', { vm: vm({ spec, template: { domain: { devices: {} } } }) }],
    ['the instance exists', { vm: failing, vmi: vmi() }],
    ['nobody asks it to run', { vm: vm({ spec: { ...spec, runStrategy: 'Halted' }, template }) }],
  ])('is silent when %s', (_, given) => expect(run(instancetypeConflict, given)).toEqual([]));
});
