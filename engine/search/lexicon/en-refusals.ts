import type { Lexicon } from './senses';

/** English words that ask for what a search cannot or must not do. */
export const englishRefusals: Lexicon['entries'] = [
  [
    'delete|remove|destroy|stop|start|restart|reboot|migrate|pause|resume|unpause|kill|resize|create|patch|edit|drain|evict|wipe|erase|terminate|reset|power off all|turn off|turn on|shut them down|power them off|switch off|reinstall|redeploy|force delete|live migrate|cordon|add|attach|detach|rename|approve|grant|execute|exec|drop|purge|deprovision|decommission|halt|suspend',
    { is: 'order' },
  ],
  [
    'shut down|shutdown|power off|power on|scale|clone|snapshot|backup|back up|update|upgrade|fix|repair|move|apply|enable|disable|run|set|open|connect|deploy|install|make|free up|clean up|cleanup|provision|launch|spin up|change|increase|decrease|reduce|mark|annotate|import|export|restore|unlock|lock|assign|bring up|bring down|boot|boot up',
    { is: 'order', head: true },
  ],
  [
    "why|how come|what caused|what causes|reason|reasons|reason for|root cause|explain|diagnose|troubleshoot|how do|how to|how can|how does|what happened|what went wrong|what is wrong|what's wrong|should i|what is a|how is|how are",
    { is: 'beyond', topic: 'why' },
  ],
  [
    'usage|utilization|utilisation|load|cpu usage|cpu load|high cpu|high memory|low memory|memory usage|memory pressure|cpu utilization|memory utilization|slow|slowest|iops|throughput|latency|bandwidth|traffic|network traffic|consumption|consuming|consume|consumes|busy|busiest|idle|overloaded|performance|forecast|predict|will run out|run out of|running out of|cost|costs|expensive|throttled|throttling|hot|utilized|underutilized|cpu percent|percent|%|metrics|swapping|using the most|use the most|uses the most',
    { is: 'beyond', topic: 'metrics' },
  ],
  ['average|avg|mean|median|averages', { is: 'beyond', topic: 'average' }],
  [
    'ignore|disregard|forget|instruction|instructions|prompt|system prompt|pretend|you are|act as|jailbreak|assistant|override|reveal|password|passwords|credentials|kubeconfig|bypass|developer mode|system message|language model|you must|obey|roleplay|kubectl|oc|sudo|bash|chatgpt|ai|llm|simulate',
    { is: 'beyond', topic: 'instruction' },
  ],
];
