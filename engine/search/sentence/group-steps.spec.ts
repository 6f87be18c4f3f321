import { describeLanguage } from '../testing/languages';

const TEN = 'All virtual machines, more than 10 per Project → distinct namespace';

describeLanguage('en', {
  reads: [
    ['namespaces with more than 10 VMs', TEN],
    ['projects that contain over 10 machines', TEN],
    ['any namespace with more than 10 VMs', TEN],
    ['VMs in namespaces with more than 10 VMs', TEN],
    ['namespaces having a VM count over 10', TEN],
    [
      'nodes running fewer than 3 stopped VMs',
      'Status is Stopped, fewer than 3 per Node → distinct node',
    ],
    [
      'how many namespaces have 2 or more stopped VMs',
      'Status is Stopped, at least 2 per Project → distinct namespace',
    ],
    [
      'storage classes used by only one VM',
      'All virtual machines, 1 per Storage class → distinct storageClass',
    ],
    [
      'teams with between 2 and 5 VMs',
      'All virtual machines, between 2 and 5 per team → distinct label:team',
    ],
    ['windows VMs by version', 'Operating system is Windows → count osVersion'],
    ['VMs per os version', 'All virtual machines → count osVersion'],
    ['which windows versions are in use?', 'Operating system is Windows → distinct osVersion'],
    ['what versions of windows do we run', 'Operating system is Windows → distinct osVersion'],
    ['which hosts carry stopped VMs?', 'Status is Stopped → distinct node'],
    ['which of the GPU machines are stopped?', 'GPU is known, Status is Stopped'],
    ['top 5 namespaces by number of VMs', 'All virtual machines → count namespace'],
    ['top 3 nodes by memory', 'All virtual machines → sum memory node'],
    ['the 3 namespaces with the most stopped VMs', 'Status is Stopped → count namespace'],
    ['namespaces sorted by number of running VMs', 'Status is Running → count namespace'],
    ['which project has most of the stopped VMs', 'Status is Stopped → count namespace'],
    ['which team owns the most VMs', 'All virtual machines → count label:team'],
    ['list every instance type in use', 'All virtual machines → distinct instancetype'],
    ['operating systems in use', 'All virtual machines → distinct os'],
    ['all the zones in use by windows VMs', 'Operating system is Windows → distinct zone'],
    ['every node hosting windows VMs', 'Operating system is Windows → distinct node'],
    ['show the different projects with stopped VMs', 'Status is Stopped → distinct namespace'],
    ['the most common operating system', 'All virtual machines → count os'],
  ],
  refuses: [
    ['VMs in namespaces with more than 5 stopped VMs', 'not_understood'],
    ['namespaces with more than 10', 'not_understood'],
    ['top 5 namespaces', 'ambiguous'],
    ['most of the VMs', 'not_understood'],
  ],
});

describeLanguage('es', {
  reads: [
    ['proyectos con más de 10 máquinas virtuales', TEN],
    ['los 3 proyectos con más VMs detenidas', 'Status is Stopped → count namespace'],
    ['el sistema operativo más usado', 'All virtual machines → count os'],
  ],
  refuses: [['proyectos con más de 10', 'not_understood']],
});

describeLanguage('fr', {
  reads: [
    ['espaces de noms avec plus de 10 VM', TEN],
    ['les 3 projets avec le plus de VM arrêtées', 'Status is Stopped → count namespace'],
    ["quel est le système d'exploitation le plus utilisé", 'All virtual machines → count os'],
  ],
  refuses: [['projets avec plus de 10', 'not_understood']],
});

describeLanguage('de', {
  reads: [
    ['Projekte mit mehr als 10 VMs', TEN],
    ['die 3 Projekte mit den meisten gestoppten VMs', 'Status is Stopped → count namespace'],
    ['das häufigste Betriebssystem', 'All virtual machines → count os'],
  ],
  refuses: [['Projekte mit mehr als 10', 'not_understood']],
});

describeLanguage('ja', {
  reads: [
    ['VMが10台より多いプロジェクト', TEN],
    ['停止したVMが最も多いプロジェクト', 'Status is Stopped → count namespace'],
    ['最もよく使われている OS', 'All virtual machines → count os'],
  ],
  refuses: [['VMが最も多い', 'not_understood']],
});

describeLanguage('ko', {
  reads: [
    ['VM이 10개 초과인 네임스페이스', TEN],
    ['중지된 VM이 가장 많은 프로젝트', 'Status is Stopped → count namespace'],
    ['가장 많이 사용되는 운영 체제', 'All virtual machines → count os'],
  ],
  refuses: [['VM이 가장 많은', 'not_understood']],
});

describeLanguage('zh', {
  reads: [
    ['虚拟机超过10台的项目', TEN],
    ['停止的虚拟机最多的项目', 'Status is Stopped → count namespace'],
    ['最常用的操作系统', 'All virtual machines → count os'],
  ],
  refuses: [['最多的5个', 'not_understood']],
});
