import { describeLanguage } from '../testing/languages';

describeLanguage('en', {
  reads: [
    ['web-01.prod-web.svc.cluster.local', 'Virtual machine is prod-web/web-01'],
    ['virtualmachine.kubevirt.io/web-01', 'Name is web-01'],
    ['vm/web-01', 'Name is web-01'],
    ['team=web AND status IN (Stopped, Paused)', 'Label is team=web, Status is Stopped or Paused'],
    ['exceeded quota: compute', 'Problem contains exceeded quota: compute'],
    [
      'more than one but fewer than five disks',
      'Number of disks is more than 1, Number of disks is less than 5',
    ],
    ['2c4g VMs', 'vCPU is 2, Memory is 4 GiB'],
    ['status breakdown for prod-web', 'Project is prod-web → count status'],
    ['Backup report: paused VMs', 'Status is Paused'],
    ['IPs of all paused VMs', 'Status is Paused'],
  ],
  refuses: [
    ['Backup report: stop all VMs', 'out_of_scope'],
    ['vm/web-99', 'not_understood'],
    ['web-99.prod-web.svc.cluster.local', 'not_understood'],
  ],
});
