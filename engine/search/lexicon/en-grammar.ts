import { after, but } from './makers';
import type { Lexicon } from './senses';

/** English words that join, negate and fill. */
export const englishGrammar: Lexicon['entries'] = [
  [
    'vm|vmi|virtual machine|machine|guest|virtualmachine|one|server|desktop|workstation|box|instance|workload|computer|virtual server|something|system',
    { is: 'noun', one: true },
  ],
  [
    "vms|vm's|virtual machines|machines|guests|virtualmachines|ones|those|servers|vmis|them|everything|anything|all|desktops|workstations|boxes|instances|workloads|computers|virtual servers|stuff|things|whatever|systems",
    { is: 'noun' },
  ],
  ['that|which|who|where|whose', { is: 'relative' }],
  ['that are|which are', { is: 'relative' }, { is: 'filler' }],
  [
    "show|show me|list|find|get|give|give me|display|fetch|search|search for|look for|looking for|enumerate|tell me|me|us|any|every|the|a|an|is|are|was|were|be|been|being|has|have|had|having|with|of|do|does|did|i|i'd like|we|our|there|there's|please|can|could|would|you|want|need|see|to see|to find|currently|now|right now|at the moment|at present|its|it|they|also|only|just|still|exist|exists|what|what's|what are|that have|which have|in the cluster|in this cluster|in my cluster|on the cluster|on this cluster|in all namespaces|in all projects|in any namespace|across all namespaces|across all projects|across the cluster|across namespaces|in every namespace|in every project|everywhere|running on the cluster|in state|in status|in the state|thanks|thank you|that run|which run|using|uses|set to|by name|all of|cluster wide|all the|names of|in total|altogether|w/|use|both|in use|are used|is used|being used|are being used|i'm|im|we're|i am|we are|run|runs|marked|marked as|located|stuck in|stuck at|hanging in|hung in|hung at|hangs in|i want to|want to|need to|i need to|would like to|like to|to know|the names of|status of|the status of|state of|the state of|the list of|a list of|list of",
    { is: 'filler' },
  ],
  [
    "not|non|isn't|aren't|isnt|arent|is not|are not|ain't|wasn't|weren't|-|!|no|without|minus|lacking|lack|lacks|with no|have no|has no|that don't have|that do not have|don't have|doesn't have|do not have|does not have|not having|not have|neither|outside|outside of|not part of|w/o|w/out|no longer|no more|not any more|not anymore",
    { is: 'not', how: 'plain' },
  ],
  ['missing', after('lacking', { is: 'not', how: 'plain' }), { is: 'not', how: 'plain' }],
  [
    '{is,are} missing|absent|{is,are} absent|not set|unset|{is,are} unset|not there|not present',
    after('lacking', { is: 'not', how: 'plain' }),
  ],
  [
    '{anywhere,everywhere,anything,everything,all,any project,any namespace} but{, in, on}|except|except for|excluding|exclude|other than|apart from|besides|skip|skipping|leave out|leaving out',
    { is: 'not', how: 'except' },
  ],
  [
    "didn't|did not|haven't|have not|hasn't|has not|never|don't|do not|doesn't|does not",
    { is: 'not', how: 'verbal' },
  ],
  [
    'excluded|{is,are,being} excluded|not included|left out',
    after('constraint', { is: 'not', how: 'plain' }),
  ],
  ['or|and/or', { is: 'or' }],
  ['nor', { is: 'or' }, { is: 'alsoNot' }],
  ['and|&|+|as well as|plus|but also|and also', { is: 'and' }],
  ['but', but, { is: 'not', how: 'except' }],
  ['in the name|in its name|in their name|in their names|in the names|in name', { is: 'inName' }],
  ['either', { is: 'either' }],
  [
    'same|identical|share|shares|sharing|equal|as much|as many|same amount of|same number of',
    { is: 'same' },
  ],
  ['next to|together with|beside', { is: 'beside' }],
  ['as|hosting|hosts|that hosts', { is: 'as' }],
  ['used by|are used by|is used by', { is: 'as' }, { is: 'filler' }],
  ['own|owns|owned|owning', { is: 'owns' }],
  ['nobody|no one|no-one|noone|none', { is: 'nobody' }],
  ['multiple|several|more than a single|secondary|additional|extra', { is: 'plenty' }],
  [
    'in|inside|from|under|belonging to|across|throughout|among|amongst|{give,given,gave,assign,assigned,allocate,allocated,hand,handed} to',
    { is: 'place', prefers: 'namespace' },
  ],
  [
    'connected to|attached to|plugged into|hooked up to|linked to|wired to|connecting to|hanging off|hang off|hangs off|behind',
    { is: 'place', prefers: 'network' },
  ],
  [
    'backed by|stored {on,in}|residing on|provisioned {from,on}',
    { is: 'place', prefers: 'storageClass' },
  ],
  ['based on', { is: 'place', prefers: 'node' }],
  [
    'owned by|belonging to|belong to|belongs to|managed by|maintained by|run by|operated by|owner is',
    { is: 'owned' },
  ],
  [
    'connected|attached|installed|reporting|present|available|configured|defined|mounted|in place|plugged in|assigned|allocated|enabled|set up|taken|existing|active|responding|inserted|specified',
    { is: 'there' },
  ],
  [
    'on|at|hosted by|scheduled on|scheduled to|hosted on|located on|placed on|sitting on|sit on|sits on|sit in|sits in|sitting in|{stranded,stuck,left,still} on|placed onto',
    { is: 'place', prefers: 'node' },
  ],
  [
    'starting with|starts with|start with|begins with|begin with|beginning with',
    { is: 'match', op: 'startsWith' },
  ],
  ['ending with|ends with|end with|ending in|ends in', { is: 'match', op: 'endsWith' }],
  [
    'containing|contains|contain|including|includes|like|matching|matches|with a name like',
    { is: 'match', op: 'contains' },
  ],
  [
    'how many|count|count of|number of|the number of|how much vms|breakdown|breakdown of|break down|distribution|distribution of|stats|statistics|stats of|statistics of',
    { is: 'count' },
  ],
  ['total|sum|sum of|total of|how much|combined', { is: 'total' }],
  ['overall', { is: 'total' }, { is: 'filler' }],
  ['each', { is: 'group' }, { is: 'filler' }],
  ['by|per|for every|grouped by|group by|for each|broken down by|split by', { is: 'group' }],
  ['which|what|distinct|unique|the {different,distinct,various}', { is: 'which' }],
  ['top|first', { is: 'top' }],
  ['limit|at most the first|up to the first', { is: 'limit' }],
  ['sort by|sorted by|order by|ordered by|sort|sorted|ordered|ranked by', { is: 'sort' }],
  [
    'descending|desc|largest first|newest first|highest first|biggest first|in descending order',
    { is: 'direction', descending: true },
  ],
  [
    'ascending|asc|smallest first|oldest first|lowest first|in ascending order',
    { is: 'direction', descending: false },
  ],
  [
    'biggest|largest',
    { is: 'extreme', descending: true },
    { is: 'superlative', field: 'memory', descending: true },
  ],
  [
    'smallest',
    { is: 'extreme', descending: false },
    { is: 'superlative', field: 'memory', descending: false },
  ],
  [
    'most|highest|greatest|{highest,largest,biggest,greatest} number of',
    { is: 'extreme', descending: true, counts: true },
  ],
  [
    'fewest|least|lowest|the least|{lowest,smallest,fewest} number of',
    { is: 'extreme', descending: false, counts: true },
  ],
  ['longest', { is: 'extreme', descending: true, lasts: true }],
  ['most recently', { is: 'extreme', descending: true, recent: true }],
  ['newest|youngest|most recent|latest', { is: 'superlative', field: 'created', descending: true }],
  [
    'most recently created|last created',
    { is: 'superlative', field: 'created', descending: true },
    { is: 'anchor', field: 'created' },
  ],
  ['oldest|first created', { is: 'superlative', field: 'created', descending: false }],
  [
    'most recently started|most recently booted|most recently restarted|most recently rebooted|last started|last booted|last restarted|last rebooted',
    { is: 'superlative', field: 'started', descending: true },
    { is: 'anchor', field: 'started' },
  ],
  ['shortest running', { is: 'superlative', field: 'started', descending: true }],
  [
    'most recently changed|last changed',
    { is: 'superlative', field: 'changed', descending: true },
    { is: 'anchor', field: 'changed' },
  ],
  ['on|turned on|switched on|true', { is: 'switch', on: true }],
  ['off|turned off|switched off|false', { is: 'switch', on: false }],
  ['with|having|{that,which} {have,run,are}', { is: 'with' }],
  ['in total|altogether|overall|combined', { is: 'inAll' }],
  ['total {disk,disk size,disk space,storage}|overall {disk size,storage}', { is: 'total' }],
  ['size|sizing|spec|specs', { is: 'size' }],
  ['empty|unset|blank|undefined|unknown|unclear|missing|not known', { is: 'blank' }],
];
