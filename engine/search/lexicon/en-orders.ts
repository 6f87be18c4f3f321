import type { Lexicon } from './senses';

/** Orders, reasons and instructions: each has a word that plain English leaves over. */
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
    'ignore|disregard|forget|instruction|instructions|prompt|system prompt|pretend|you are|act as|jailbreak|assistant|override|reveal|password|passwords|credentials|kubeconfig|bypass|developer mode|system message|language model|you must|obey|roleplay|kubectl|oc|sudo|bash|chatgpt|ai|llm|simulate',
    { is: 'beyond', topic: 'instruction' },
  ],
  ['average|avg|mean|median|averages', { is: 'beyond', topic: 'average' }],
];
