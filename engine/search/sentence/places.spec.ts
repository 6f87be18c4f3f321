import { describeLanguage } from '../testing/languages';

describeLanguage('en', {
  reads: [
    ['where is lab-01 running?', 'Name is lab-01'],
    ['where is web-02 running right now', 'Name is web-02'],
    ['where does lab-01 run?', 'Name is lab-01'],
    ['where are the windows machines running', 'Operating system is Windows'],
    ['on which node is lab-01 running?', 'Name is lab-01 → distinct node'],
    ['which host is lab-01 running on', 'Name is lab-01 → distinct node'],
    // That they run is asked for.
    [
      'which nodes are the fedora VMs running on',
      'Operating system is Fedora, Status is Running → distinct node',
    ],
    ['is lab-01 running', 'Name is lab-01, Status is Running'],
  ],
  refuses: [
    ['where is web-77 running?', 'not_understood'],
    ['where are VMs not running', 'not_understood'],
  ],
});

describeLanguage('fr', {
  reads: [['où tourne lab-01 ?', 'Name is lab-01 → distinct node']],
  refuses: [['où tourne web-77 ?', 'not_understood']],
});

describeLanguage('ko', {
  reads: [['lab-01는 어디에서 실행 중입니까?', 'Name is lab-01 → distinct node']],
  refuses: [['web-77는 어디에서 실행 중입니까?', 'not_understood']],
});

describeLanguage('zh', {
  reads: [['lab-01 在哪里运行？', 'Name is lab-01 → distinct node']],
  refuses: [['web-77 在哪里运行？', 'not_understood']],
});

describeLanguage('es', {
  reads: [['¿dónde se ejecuta lab-01?', 'Name is lab-01 → distinct node']],
  refuses: [['¿dónde se ejecuta web-77?', 'not_understood']],
});

describeLanguage('ja', {
  reads: [['lab-01はどこで動いていますか', 'Name is lab-01 → distinct node']],
  refuses: [['web-77はどこで動いていますか', 'not_understood']],
});
