/**
 * Step of a task: `machine.mjs [--create] NAMESPACE NAME [POINTER VALUE]` creates a stopped machine,
 * or succeeds when one is there whose value at a JSON Pointer is the one given. CLUSTER_URL and
 * CLUSTER_TOKEN name the cluster, as the runner sets them.
 */
const args = process.argv.slice(2);
const isCreate = args[0] === '--create';
const [namespace, name, pointer = '', value] = isCreate ? args.slice(1) : args;
const { CLUSTER_URL: cluster, CLUSTER_TOKEN: token } = process.env;
const path = `${cluster}/apis/kubevirt.io/v1/namespaces/${namespace}/virtualmachines`;
const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

const machine = {
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { namespace, name },
  spec: { runStrategy: 'Halted', template: { spec: { domain: { devices: {} }, volumes: [] } } },
};

const answer = await (isCreate
  ? fetch(path, { method: 'POST', headers, body: JSON.stringify(machine) })
  : fetch(`${path}/${name}`, { headers }));
const found = pointer
  .split('/')
  .slice(1)
  .reduce((part, step) => part?.[step], await answer.json());
const isAsWanted = answer.ok && (value === undefined || found === value);
if (!isAsWanted) process.stderr.write(`HTTP ${answer.status}; ${pointer} is ${String(found)}\n`);
process.exitCode = isAsWanted ? 0 : 1;
