import { describeLanguage } from '../testing/languages';

const ALL = 'Total disk size is more than 1 TiB';

describeLanguage('en', {
  reads: [
    ['VMs whose disks together exceed 1 TB', ALL],
    ['VMs whose disks combined are larger than 1 TB', ALL],
    ['machines whose disks in total exceed 1 TB', ALL],
    ['VMs whose volumes altogether are bigger than 1 TB', ALL],
    ['VMs with more than 1 TB of disk altogether', ALL],
    ['VMs with disks of more than 1 TB overall', ALL],
    ['VMs with combined disks over 1 TB', ALL],
    ['combined disk size over 1 TB', ALL],
    ['disks that together exceed 1 TB', ALL],
    ['more than 1 TB across all disks', ALL],
    ['only one disk, yet more than 1 TB in total', `Number of disks is 1, ${ALL}`],
    // One of them is enough.
    ['VMs with a disk over 1 TB', 'Size of a disk is more than 1 TiB'],
    ['how much memory do the fedora VMs have together', 'Operating system is Fedora → sum memory'],
  ],
  refuses: [['average disk size of the fedora VMs combined', 'out_of_scope']],
});

describeLanguage('de', {
  reads: [
    ['VMs, deren Festplatten zusammen größer als 1 TB sind', ALL],
    ['VMs mit insgesamt mehr als 1 TB Festplatte', ALL],
  ],
  refuses: [['warum sind die Festplatten zusammen so groß', 'out_of_scope']],
});

describeLanguage('ja', {
  reads: [['ディスクの合計が1TBを超えるVM', ALL]],
  refuses: [['ディスクの合計が大きいVM', 'ambiguous']],
});

describeLanguage('es', {
  reads: [['VM cuyos discos juntos superan 1 TB', ALL]],
  refuses: [['VM cuyos discos juntos son grandes', 'ambiguous']],
});

describeLanguage('fr', {
  reads: [['VM dont les disques dépassent ensemble 1 To', ALL]],
  refuses: [['VM dont les disques sont ensemble', 'not_understood']],
});

describeLanguage('ko', {
  reads: [['디스크 합계가 1TB를 넘는 VM', ALL]],
  refuses: [['디스크 합계가 큰 VM', 'ambiguous']],
});
