import { topicsOf, type Topic } from './topics';

const ask = (question: string): Topic[] => [
  ...topicsOf({ namespace: 'ns', vmName: 'web', question }),
];

const QUESTIONS: readonly (readonly [Topic, readonly string[]])[] = [
  [
    'migration',
    [
      "why can't it migrate?",
      'What stops live migration of this VM',
      'Can this be vMotioned? vmotion please',
      'it will not move to another node',
      'how do I get this one over to worker-6 without an outage?',
      'take it off worker-2 please',
      'can the guest be moved away from the old host',
      'bring the VM onto a newer node',
      '¿cómo la traslado a worker-3?',
      'comment la déplacer vers worker-3',
      'Wie kann ich sie auf Worker-3 verlegen?',
      'worker-6 に移したい',
      'worker-6으로 옮기고 싶어요',
      '怎样把它移到 worker-6',
      '¿Por qué no se puede migrar en vivo?',
      'la migración falla',
      'Pourquoi ne peut-elle pas être migrée ?',
      'elle refuse de migrer',
      'Warum lässt sie sich nicht live migrieren?',
      'なぜライブマイグレーションできないのですか',
      '別のノードに移行できない',
      '라이브 마이그레이션이 왜 안 되나요?',
      '为什么不能实时迁移',
    ],
  ],
  [
    'drain',
    [
      'why does the drain of worker-1 hang',
      'the node cannot enter maintenance mode',
      'pod eviction is refused with 429',
      '¿por qué no se puede drenar el nodo?',
      'modo de mantenimiento bloqueado',
      'impossible de vider le nœud',
      'éviction refusée',
      'Der Knoten lässt sich nicht leeren',
      'Wartungsmodus hängt',
      'ノードのドレインが終わらない',
      '노드 드레인이 멈췄어요',
      '节点维护为什么卡住',
    ],
  ],
  [
    'snapshot',
    [
      'can I take a snapshot',
      'no puedo crear una instantánea',
      "l'instantané échoue",
      'Schnappschuss schlägt fehl',
      'スナップショットが失敗する',
      '스냅샷을 만들 수 없습니다',
      '快照失败',
    ],
  ],
  [
    'restore',
    [
      'the restore never ends',
      'roll back to last week does not work',
      'la restauración no termina',
      'la restauration échoue',
      'Wiederherstellung hängt',
      '復元できない',
      '복원이 안 됩니다',
      '无法还原',
    ],
  ],
  [
    'clone',
    [
      'why does the clone not finish',
      'cloning fails',
      'no se puede clonar',
      'le clonage échoue',
      'Klonen geht nicht',
      'クローンできない',
      '복제 실패',
      '克隆失败',
    ],
  ],
  [
    'export',
    [
      'why is the export not ready',
      'exportación pendiente',
      'Exportieren hängt',
      'エクスポートできない',
      '내보내기 실패',
      '导出失败',
    ],
  ],
  [
    'guest-agent',
    [
      'why is there no guest agent information',
      'qemu-guest-agent not answering',
      'el agente invitado no responde',
      "l'agent invité ne répond pas",
      'Gast-Agent antwortet nicht',
      'ゲストエージェントが接続されない',
      '게스트 에이전트가 연결되지 않음',
      '来宾代理未连接',
    ],
  ],
  [
    'console',
    ['the VNC console is black', 'la consola no abre', 'Konsole', 'コンソール', '控制台'],
  ],
  ['update', ['why is OutdatedVirtualMachineInstanceWorkloads firing?', 'veralteter Launcher']],
  ['old-pods', ['why are there completed pods', 'VirtLauncherPodsStuckFailed']],
];

describe('topicsOf', () => {
  it.each(
    QUESTIONS.flatMap(([topic, questions]) => questions.map((text) => [text, topic] as const)),
  )('%s: %s', (question, topic) => expect(ask(question)).toContain(topic));

  it.each([
    ['why does it not start?'],
    ['¿por qué no arranca?'],
    ['pourquoi ne démarre-t-elle pas ?'],
    ['Warum startet sie nicht?'],
    ['なぜ起動しないのですか'],
    ['왜 시작되지 않나요?'],
    ['为什么启动不了'],
    ['is it healthy'],
    ['I want to remove this disk'],
    ['it did not get a place on any node'],
    ['why can I not get an answer from the host'],
  ])('%s: no operation', (question) => expect(ask(question)).toEqual([]));

  it('reads the condition that was clicked and the error that was shown', () => {
    const base = { namespace: 'ns', vmName: 'web' };
    expect([...topicsOf({ ...base, condition: { type: 'LiveMigratable' } })]).toEqual([
      'migration',
    ]);
    expect([...topicsOf({ ...base, error: 'No serial consoles are present.' })]).toEqual([
      'console',
    ]);
  });
});
