import type { Lexicon } from './senses';

/** Orders, reasons and instructions. */
export const englishOrders: Lexicon['entries'] = [
  [
    'delete|remove|destroy|stop|start|restart|reboot|migrate|pause|resume|unpause|kill|resize|create|patch|edit|drain|evict|wipe|erase|terminate|reset|power off all|turn off|turn on|shut them down|power them off|switch off|reinstall|redeploy|force delete|live migrate|cordon|add|attach|detach|rename|approve|grant|execute|exec|drop|purge|deprovision|decommission|halt|suspend',
    { is: 'order' },
  ],
  [
    "why|how come|what caused|what causes|reason|reasons|reason for|root cause|explain|diagnose|troubleshoot|how do|how to|how can|how does|what happened|what went wrong|what is wrong|what's wrong|should i|what is a|how is|how are",
    { is: 'beyond', topic: 'why' },
  ],
  [
    'ignore|disregard|forget|prompt|system prompt|you are|act as|override|system message|you must|kubectl|oc|sudo',
    { is: 'beyond', topic: 'instruction' },
  ],
];
