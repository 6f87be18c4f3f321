import type { Lexicon } from './senses';

const DONE =
  '{created,made,built,deployed,cloned,deleted,started,stopped,paused,restarted,rebooted,migrated,moved,changed,edited}';

/** English words that ask for what a search cannot or must not do, and are words of others too. */
export const englishRefusals: Lexicon['entries'] = [
  [
    'shut down|shutdown|power off|power on|scale|clone|snapshot|backup|back up|update|upgrade|fix|repair|move|apply|enable|disable|run|set|open|connect|deploy|install|make|free up|clean up|cleanup|provision|launch|spin up|change|increase|decrease|reduce|mark|annotate|import|export|restore|unlock|lock|assign|bring up|bring down|boot|boot up',
    { is: 'order', head: true },
  ],
  [
    'usage|utilization|utilisation|load|cpu usage|cpu load|high cpu|high memory|low memory|memory usage|memory pressure|cpu utilization|memory utilization|slow|slowest|iops|throughput|latency|bandwidth|traffic|network traffic|consumption|consuming|consume|consumes|busy|busiest|idle|overloaded|performance|forecast|predict|will run out|run out of|running out of|cost|costs|expensive|throttled|throttling|hot|utilized|underutilized|cpu percent|percent|%|metrics|swapping|using the most|use the most|uses the most|{most,many,number of} {restarts,reboots,crashes}',
    { is: 'beyond', topic: 'metrics' },
  ],
  [`{i,i've,i have,who} ${DONE}|${DONE} by me`, { is: 'beyond', topic: 'who' }],
];
