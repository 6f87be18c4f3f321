import type { DiagnosisRequest } from '@cnv-ai/engine/diagnosis';
import { loadScenarios, type Scenario } from './load';
import { diagnoseIn, NOW } from './world';

const scenarios = loadScenarios(NOW, __dirname);

const scenarioOf = (id: string): Scenario => {
  const found = scenarios.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(`No scenario ${id}.`);
  return found;
};

type Ask = Pick<DiagnosisRequest, 'question' | 'error' | 'condition'>;

/** Ways to ask for one thing; each finds the same causes in the scenarios beside it. */
const ASKED: readonly (readonly [string, readonly string[], readonly Ask[]])[] = [
  [
    'migration',
    [
      'not-live-migratable-disks',
      'not-live-migratable-device',
      'not-live-migratable-cpu',
      'not-live-migratable-device--not-alone',
      'not-live-migratable-network--not-alone',
    ],
    [
      { question: 'Why can’t this VM be live-migrated?' },
      { question: 'move it to another node' },
      { question: '¿Por qué no migra?' },
      { question: 'pourquoi la migration à chaud est impossible' },
      { question: 'Warum ist keine Live-Migration möglich?' },
      { question: 'ライブマイグレーションできない理由は?' },
      { question: '왜 마이그레이션할 수 없나요' },
      { question: '为什么无法热迁移' },
      { condition: { type: 'LiveMigratable', status: 'False' } },
      { error: 'Cannot migrate VMI, Reason: X, Message: cannot migrate VMI' },
    ],
  ],
  [
    'a migration that failed',
    [
      'migration-failed-libvirt',
      'migration-aborted-timeout',
      'migration-target-crashed',
      'migration-target-crashed--not-unschedulable',
    ],
    [
      { question: 'what went wrong with the last migration' },
      { question: 'la migración falló' },
      { question: 'Die Migration ist fehlgeschlagen' },
      { question: 'the drain does not get on' },
      { question: '迁移失败的原因' },
    ],
  ],
  [
    'drain',
    ['eviction-blocked', 'not-live-migratable-network'],
    [
      { question: 'the node maintenance never ends' },
      { question: 'no puedo drenar el nodo' },
      { question: 'impossible de vider le nœud' },
      { question: 'Der Wartungsmodus hängt' },
      { question: 'ノードをドレインできない' },
      { question: '节点无法排空' },
      { error: 'Cannot evict pod as it would violate the pod’s disruption budget.' },
    ],
  ],
  [
    'snapshot',
    ['snapshot-failed', 'snapshot-unsupported-storage', 'snapshot-failed--source-not-locked'],
    [
      { question: 'what about the snapshot?' },
      { question: 'la instantánea no funciona' },
      { question: "l'instantané a échoué" },
      { question: 'Schnappschuss fehlgeschlagen' },
      { question: 'スナップショットが取れない' },
      { question: '스냅샷 실패' },
      { question: '快照失败了' },
    ],
  ],
  [
    'clone',
    ['clone-failed'],
    [
      { question: 'clone hangs' },
      { question: 'no termina de clonar' },
      { question: 'le clonage ne finit pas' },
      { question: 'Das Klonen hängt' },
      { question: 'クローンが終わらない' },
      { question: '복제가 끝나지 않음' },
      { question: '克隆卡住' },
    ],
  ],
  [
    'export',
    ['export-failed'],
    [
      { question: 'the export is pending' },
      { question: 'la exportación no avanza' },
      { question: 'Der Export hängt' },
      { question: 'エクスポートが進まない' },
      { question: '내보내기가 안 됨' },
      { question: '导出卡住' },
    ],
  ],
  [
    'guest agent',
    ['guest-agent-missing'],
    [
      { question: 'no guest info is shown, is qemu-guest-agent there?' },
      { question: 'el agente invitado no responde' },
      { question: "l'agent invité ne répond pas" },
      { question: 'Gast-Agent fehlt' },
      { question: 'ゲストエージェントは?' },
      { question: '게스트 에이전트 없음' },
      { question: '没有来宾代理' },
      { condition: { type: 'AgentConnected', status: 'False' } },
      { error: 'VMI does not have guest agent connected' },
    ],
  ],
];

const cases = ASKED.flatMap(([topic, ids, asks]) =>
  ids.flatMap((id) => asks.map((ask) => [topic, id, JSON.stringify(ask), ask] as const)),
);

describe('an operation that is asked about', () => {
  it.each(cases)('%s, %s: %s', async (_, id, __, ask) => {
    const scenario = scenarioOf(id);
    const { namespace, vmName } = scenario.request;
    const { verdict, rootCauses } = await diagnoseIn(scenario, { namespace, vmName, ...ask });
    expect({ verdict, rootCauses: rootCauses.map(({ id: cause }) => cause) }).toEqual(
      scenario.expect,
    );
  });
});

/** Running VMs whose blocker is only a note while nobody wants the operation. */
const NOTES = [
  'not-live-migratable-disks',
  'not-live-migratable-network',
  'not-live-migratable-device',
  'not-live-migratable-cpu',
  'not-live-migratable-device--not-alone',
  'snapshot-failed',
  'snapshot-unsupported-storage',
  'guest-agent-missing',
  'clone-failed',
  'export-failed',
  'outdated-launcher',
  'stale-failed-launcher-pods',
];

describe('without the question', () => {
  it.each(NOTES)('%s is well', async (id) => {
    const scenario = scenarioOf(id);
    const { namespace, vmName } = scenario.request;
    for (const question of [undefined, 'is it well?', 'warum startet sie nicht?']) {
      const ask = question === undefined ? {} : { question };
      const { verdict, rootCauses } = await diagnoseIn(scenario, { namespace, vmName, ...ask });
      expect({ verdict, rootCauses }).toEqual({ verdict: 'healthy', rootCauses: [] });
    }
  });
});
