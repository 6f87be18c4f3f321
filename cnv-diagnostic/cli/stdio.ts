import { destination } from 'pino';
import { ownAccess } from '../kubernetes/api-server';
import { startBudget } from '../kubernetes/budget';
import { createMcpServer } from '../mcp/server';
import { serveStdio } from '../mcp/stdio';
import { auditor } from '../observability/audit';
import { createLog, LOG_LEVELS } from '../observability/log';
import { createMetrics } from '../observability/metrics';
import { callRecorder } from '../observability/record';
import { privacyPolicy } from '../privacy/policy';
import { switches } from '../switches';
import { CATALOGUE } from '../tools';
import { listTools } from '../tools/listing';
import { toolRunner, type CallerAccess } from '../tools/run';
import { VERSION } from '../version';
import { CLUSTER, targetOf } from './access';
import type { Command } from './command';
import { choice } from './options';
import { PRIVACY, privacyOf } from './privacy';

const CALL_BUDGET = 3_600;
const STANDARD_ERROR = 2;

export const stdio: Command = {
  name: 'stdio',
  usage: '',
  summary: "Serve MCP over standard input and output, with the kubeconfig's own identity.",
  options: {
    'settings-file': {
      type: 'string',
      value: 'FILE',
      env: 'SETTINGS_FILE',
      help: 'settings.json with the switches',
    },
    'log-level': {
      type: 'string',
      value: 'LEVEL',
      env: 'LOG_LEVEL',
      help: 'debug, info, warn, error or silent (warn), on standard error',
    },
    ...PRIVACY,
    ...CLUSTER,
  },
  run: async (options, { env }) => {
    const target = targetOf(options, env);
    const own = ownAccess(target);
    const log = createLog(
      choice('LOG_LEVEL', options.text('log-level'), LOG_LEVELS, 'warn'),
      destination(STANDARD_ERROR),
    );
    const access: CallerAccess = {
      user: target.identity.name,
      open: async () => {
        const budget = startBudget(CALL_BUDGET);
        return {
          ...(await own.reader(budget)),
          release: budget.end,
          remaining: budget.remaining,
        };
      },
    };
    const run = toolRunner({
      catalogue: CATALOGUE,
      switches: switches(options.text('settings-file')),
      record: callRecorder({
        metrics: createMetrics(CATALOGUE.map(({ name }) => name)),
        audit: auditor(log),
      }),
      log,
      clock: Date.now,
      privacy: privacyPolicy(privacyOf(options)),
    });
    await serveStdio(
      createMcpServer({
        version: VERSION,
        tools: listTools(CATALOGUE),
        call: (name, args, client) => run(name, args, access, client),
      }),
    );
    await own.close();
    return 0;
  },
};
