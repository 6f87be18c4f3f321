import type { Lexicon } from './senses';

const GREETINGS = 'hi|hello|hey|hiya|good morning|good afternoon|good evening|greetings';
const ADDRESSED = 'team|all|everyone|everybody|folks|guys|there|colleagues|friends';

const greetings = GREETINGS.split('|').flatMap((greeting) => [
  greeting,
  ...ADDRESSED.split('|').map((addressed) => `${greeting} ${addressed}`),
]);

/** "did we stop": what was done, and no order to do it. */
const did = (verbs: string): string =>
  `did {we,i,you,they,anyone,anybody,someone,somebody} ${verbs}`;

/** English as it is typed in a chat: courtesy, shorthand, and the options of a command line. */
export const englishTalk: Lexicon['entries'] = [
  [greetings.join('|'), { is: 'filler' }],
  [
    'pls|plz|plss|thx|thanx|tnx|ty|tks|cheers|ta|rn|atm|btw|fyi|gimme|lemme|r|kindly|asap|yo|sb|smb|no idea|quick one|quick question|quick q|one quick question|know|anyone|anybody|someone|somebody|anyone know{,s}|does any{one,body} know|any idea|any ideas|does someone know|{do,would} you know|to me|to us|for me|for us|so kind as to|be so kind as to|so kind to|kind enough to|i was wondering|wondering|just wondering|i wonder|if possible|anywhere|still around|around here|my time|my local time|local time|in my time zone|in my timezone|🙏|🙂|😊|👍|👋|😅|🤔|{dunno,forgot,forget,not sure of} {the,its,their} {name,names}',
    { is: 'filler' },
  ],
  ["that's|who's|where's", { is: 'relative' }],
  [
    "{what,who,which vm,which machine} is {this,that,it}|whose {is,was} {this,that,it}|whose {ip,ip address,address,mac,mac address} is {this,that,it}|don't know {the,its,their} {name,names}|it's|here's|let's see",
    { is: 'filler' },
  ],
  [
    '{live,lives,living,resides} {on,in}|{answers,answering,responds,responding,reachable} {on,at}',
    { is: 'place', prefers: 'node' },
  ],
  // A state everywhere but before the name of a node: "migrated off worker-1".
  ['off', { is: 'place', prefers: 'node' }],
  [did('{create,add,build,deploy,make,provision,set up}'), { is: 'anchor', field: 'created' }],
  [did('{start,restart,boot,reboot}'), { is: 'anchor', field: 'started' }],
  [
    did('{stop,halt,shut down,power off,turn off,switch off}'),
    { is: 'value', field: 'status', value: 'Stopped', anchor: 'changed' },
  ],
  [did('{pause,suspend}'), { is: 'value', field: 'status', value: 'Paused', anchor: 'changed' }],
  [did('{migrate,live migrate}'), { is: 'value', field: 'migration', value: 'Succeeded' }],
  ['{kubectl,oc,k} get', { is: 'filler' }],
  ['-a|--all-namespaces|-o wide|-o yaml|-o json|-o name', { is: 'filler' }],
  ['-n|--namespace', { is: 'field', field: 'namespace' }],
  ['-l|--selector', { is: 'field', field: 'label' }],
];
