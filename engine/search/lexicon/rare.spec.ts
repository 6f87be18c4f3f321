import { withEndings } from './forms';
import { rareWords } from './rare';
import { describeLanguage, describeParaphrases } from '../testing/languages';

describeLanguage('en', {
  reads: [
    ['VMs that are powered-off', 'Status is Stopped'],
    ['which machines are misbehaving', 'Status is Error'],
    ['VMs caught in a restart loop', 'Status is CrashLoopBackOff'],
    ['the scheduler could not find a place for these', 'Status is ErrorUnschedulable'],
    ['deleted but still there', 'Status is Terminating'],
    ['their volume is gone', 'Status is ErrorPvcNotFound'],
    ['volume not bound yet', 'Status is WaitingForVolumeBinding'],
    ['data volume import went wrong', 'Status is DataVolumeError'],
    ['disks still being imported', 'Status is Provisioning'],
    ['config changed but not restarted yet', 'Restart required is yes'],
    ['VMs I can not vMotion', 'Live migratable is no'],
    ['locked against accidental deletion', 'Deletion protection is yes'],
    ['VMs with exclusive CPUs', 'Dedicated CPU is yes'],
    ['UEFI secure boot', 'Secure boot is yes'],
    ['tenant shop', 'Project is shop'],
    ['VMs the hypervisor worker-1 hosts', 'Node is worker-1'],
    ['what did we put into shop?', 'Project is shop'],
    ['which machines are still on?', 'Status is Running'],
    [
      'the oldest VM, as far as I remember',
      'All virtual machines, sorted by Created ascending, the first 1',
    ],
  ],
  refuses: [
    ['VMs on fire', 'ambiguous'],
    ['what did we do yesterday?', 'out_of_scope'],
    ['VMs whose disk is pending', 'not_understood'],
    ['VMs with full disks', 'not_understood'],
  ],
});

describeParaphrases([
  [
    'switched-off VMs',
    'VMs dadas de baja',
    'VM hors tension',
    'stillgelegte VMs',
    '電源オフのVM',
    '전원이 꺼진 VM',
    '没开机的虚拟机',
  ],
  [
    'VMs that need rebooting',
    'VMs a falta de reinicio',
    'VM qui ont besoin de redémarrer',
    'VMs, die neu gestartet werden müssen',
    '再起動を待っているVM',
    '재부팅이 필요한 VM',
    '待重启的虚拟机',
  ],
  [
    'misbehaving VMs',
    'VMs averiadas',
    'VM défaillantes',
    'VMs mit Problemen',
    '調子の悪いVM',
    '고장 난 VM',
    '有故障的虚拟机',
  ],
]);

it('is made ready in a moment: few phrases are written for many', () => {
  for (const { entries = [] } of Object.values(rareWords)) {
    const phrases = entries.flatMap(([words]) => words.split('|').flatMap(withEndings));
    expect(phrases.length).toBeLessThan(13_000);
  }
});
