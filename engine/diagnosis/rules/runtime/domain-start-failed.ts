import { nameOf } from '../../../kubernetes';
import { cut, present } from '../../../redaction';
import { say, type Message } from '../../../messages';
import { inNamespace, shellWord } from '../../fixes';
import { innerText, NO_ANSWER_FILE, startErrors } from '../../launcher-errors';
import { defineRule } from '../../rule';

const KNOWN: readonly (readonly [RegExp, Message])[] = [
  [
    /kvm not present|emulation is not allowed/i,
    say('The node offers no hardware virtualization. Move the virtual machine to one that does.'),
  ],
  [
    /not enough exclusive threads/i,
    say('Give it fewer dedicated CPUs, or place it on a node with more free CPUs.'),
  ],
  [
    /No space left on the root PCI bus|No more available PCI slots/i,
    say('It has more devices than its PCI bus takes. Remove disks, interfaces or devices.'),
  ],
  [
    /unsupported configuration|host doesn't support|not supported by/i,
    say('Change the setting that the message names, or choose a node that supports it.'),
  ],
  [/Resetting the Virtual Machine is required/i, say('Restart the virtual machine.')],
];

/** What libvirt refuses and no other cause explains; the newest error counts. */
export const domainStartFailed = defineRule({
  id: 'domain-start-failed',
  title: say('libvirt refuses to start the guest'),
  stage: 'runtime',
  needs: ['vm', 'vmi'],
  uses: ['events', 'earlierEvents'],
  explains: ['vmi-crashed-unknown', 'start-failure-crashloop'],
  run: (facts) => {
    const { vm } = facts;
    const [newest] = startErrors(facts);
    if (newest === undefined || NO_ANSWER_FILE.test(newest.text)) return [];
    const text = innerText(newest.text);
    const known = KNOWN.find(([pattern]) => pattern.test(text));
    return [
      {
        severity: 'critical',
        confidence: known === undefined ? 'likely' : 'certain',
        blocking: true,
        explanation: say(
          'The launcher pod runs, but QEMU or libvirt did not start the guest: {{reason}}',
          { reason: cut(present(text), 300) },
        ),
        evidence: [newest.evidence],
        fixes: [
          {
            id: 'correct-domain',
            description:
              known?.[1] ?? say('Change what the message names. The launcher log tells more.'),
            command: `oc logs ${inNamespace(vm)} -c compute --tail=50 -l ${shellWord(`vm.kubevirt.io/name=${nameOf(vm)}`)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
