import { asker } from '../testing/languages';
import { teachLanguages } from '../languages';
import { languages } from '.';

teachLanguages();
const LANGUAGES = languages();

/** The same request in English, Spanish, French, German, Japanese, Korean and Chinese. */
const REQUESTS: readonly (readonly string[])[] = [
  [
    'VMs without snapshots',
    'VMs sin instantáneas',
    'VM sans instantané',
    'VMs ohne Snapshots',
    'スナップショットのないVM',
    '스냅샷이 없는 VM',
    '没有快照的虚拟机',
  ],
  [
    'VMs with a failed snapshot',
    'VMs con una instantánea fallida',
    "VM dont l'instantané a échoué",
    'VMs mit fehlgeschlagenem Snapshot',
    'スナップショットが失敗したVM',
    '스냅샷이 실패한 VM',
    '快照失败的虚拟机',
  ],
  [
    'VMs with snapshots older than 30 days',
    'VMs con instantáneas de más de 30 días',
    'VM avec des instantanés de plus de 30 jours',
    'VMs mit Snapshots, die älter als 30 Tage sind',
    '30日より古いスナップショットがあるVM',
    '30일보다 오래된 스냅샷이 있는 VM',
    '快照早于30天的虚拟机',
  ],
  [
    'VMs that cannot be live migrated',
    'VMs que no se pueden migrar en vivo',
    'VM qui ne peuvent pas être migrées à chaud',
    'VMs, die nicht live migriert werden können',
    'ライブマイグレーションできないVM',
    '라이브 마이그레이션할 수 없는 VM',
    '不能热迁移的虚拟机',
  ],
  [
    'VMs that migrated yesterday',
    'VMs migradas ayer',
    'VM migrées hier',
    'gestern migrierte VMs',
    '昨日移行されたVM',
    '어제 마이그레이션된 VM',
    '昨天迁移过的虚拟机',
  ],
  [
    'VMs migrated from worker-1',
    'VMs migradas de worker-1',
    'VM migrées de worker-1',
    'von worker-1 migrierte VMs',
    'worker-1から移行されたVM',
    'worker-1에서 마이그레이션된 VM',
  ],
  [
    'VMs that need a restart',
    'VMs que necesitan un reinicio',
    'VM qui nécessitent un redémarrage',
    'VMs, die einen Neustart benötigen',
    '再起動が必要なVM',
    '재시작이 필요한 VM',
    '需要重启的虚拟机',
  ],
  [
    'VMs on nodes that are not ready',
    'VMs en nodos que no están listos',
    'VM sur des nœuds qui ne sont pas prêts',
    'VMs auf Knoten, die nicht bereit sind',
    '準備ができていないノードのVM',
    '준비되지 않은 노드의 VM',
    '未就绪节点上的虚拟机',
  ],
  [
    'VMs on cordoned nodes',
    'VMs en nodos acordonados',
    'VM sur des nœuds cordonnés',
    'VMs auf gesperrten Knoten',
    'コードンされたノード上のVM',
    '차단된 노드의 VM',
    '被隔离的节点上的虚拟机',
  ],
  [
    'VMs created between september 1 and september 15',
    'VMs creadas entre el 1 y el 15 de septiembre',
    'VM créées entre le 1er et le 15 septembre',
    'VMs, die zwischen dem 1. und 15. September erstellt wurden',
    '9月1日から9月15日までに作成されたVM',
    '9월 1일부터 9월 15일까지 생성된 VM',
    '9月1日到9月15日创建的虚拟机',
  ],
  [
    'VMs with a disk larger than 1 TB',
    'VMs con un disco de más de 1 TB',
    'VM avec un disque de plus de 1 To',
    'VMs mit einer Festplatte größer als 1 TB',
    '1TBを超えるディスクを持つVM',
    '디스크가 1TB보다 큰 VM',
    '磁盘大于1TB的虚拟机',
  ],
  [
    'VMs with more than 5 disks',
    'VMs con más de 5 discos',
    'VM avec plus de 5 disques',
    'VMs mit mehr als 5 Festplatten',
    'ディスクが5個より多いVM',
    '디스크가 5개보다 많은 VM',
    '磁盘超过5个的虚拟机',
  ],
  [
    '3 VMs with the most disks',
    'las 3 VMs con más discos',
    'les 3 VM avec le plus de disques',
    'die drei VMs mit den meisten Festplatten',
    'ディスクが最も多い3台のVM',
    '디스크가 가장 많은 VM 3개',
    '磁盘最多的3台虚拟机',
  ],
  [
    'VMs with RWO disks',
    'VMs con discos RWO',
    'VM avec des disques RWO',
    'VMs mit RWO-Festplatten',
    'RWOディスクのVM',
    'RWO 디스크가 있는 VM',
    '使用RWO磁盘的虚拟机',
  ],
  [
    'VMs with an uptime of more than 30 days',
    'VMs con un tiempo de actividad de más de 30 días',
    'VM avec un temps de fonctionnement de plus de 30 jours',
    'VMs mit einer Laufzeit von mehr als 30 Tagen',
    '稼働時間が30日を超えるVM',
    '가동 시간이 30일을 넘는 VM',
    '运行时间超过30天的虚拟机',
  ],
  [
    'total memory of VMs in prod-web',
    'memoria total de las VMs en prod-web',
    'mémoire totale des VM dans prod-web',
    'gesamter Speicher der VMs in prod-web',
    'prod-webのVMの合計メモリ',
    'prod-web VM의 총 메모리',
    'prod-web 中虚拟机的总内存',
  ],
  [
    'which teams have stopped VMs',
    '¿qué equipos tienen VMs paradas?',
    'quelles équipes ont des VM arrêtées ?',
    'welche Teams haben gestoppte VMs?',
    'どのチームが停止中のVMを持っていますか',
    '어느 팀에 중지된 VM이 있나요',
    '哪些团队有已停止的虚拟机',
  ],
  [
    'VMs with deletion protection',
    'VMs protegidas contra eliminación',
    'VM protégées contre la suppression',
    'VMs mit Löschschutz',
    '削除保護が有効なVM',
    '삭제 보호된 VM',
    '启用删除保护的虚拟机',
  ],
  [
    'VMs without a guest agent',
    'VMs donde el agente no responde',
    "VM dont l'agent invité ne répond pas",
    'VMs, bei denen der Agent nicht antwortet',
    'エージェントが応答していないVM',
    '에이전트가 응답하지 않는 VM',
    '代理没响应的虚拟机',
  ],
  [
    'VMs without a guest agent',
    'VMs donde el agente está desconectado',
    "VM où l'agent est déconnecté",
    'VMs, deren Gastagent getrennt ist',
    'ゲストエージェントが入っていないVM',
    '게스트 에이전트가 설치되지 않은 VM',
    '没装客户机代理的虚拟机',
  ],
  [
    'VMs never backed up',
    'VMs que nunca se han respaldado',
    'VM jamais sauvegardées',
    'VMs, die noch nie gesichert wurden',
    '一度もバックアップされていないVM',
    '한 번도 백업하지 않은 VM',
    '从来没备份过的虚拟机',
  ],
  [
    "VMs that haven't been backed up for a week",
    'VMs que no tienen backup desde hace una semana',
    "VM qui n'ont pas été sauvegardées depuis une semaine",
    'VMs, die seit einer Woche nicht gesichert wurden',
    '1週間バックアップしていないVM',
    '일주일 동안 백업 안 된 VM',
    '一周没有备份的虚拟机',
  ],
  [
    'VMs that need a restart',
    'VMs que hay que reiniciar para que se apliquen los cambios',
    'VM à redémarrer pour appliquer les changements',
    'VMs, die neu gestartet werden müssen, damit Änderungen greifen',
    '再起動しないと設定が反映されないVM',
    '다시 켜야 설정이 적용되는 VM',
    '需要重启才能生效的虚拟机',
  ],
  [
    'VMs that keep restarting',
    'VMs que se reinician sin parar',
    'VM qui redémarrent sans arrêt',
    'VMs, die ständig neu starten',
    '何度も再起動しているVM',
    '계속 재시작되는 VM',
    '一直在重启的虚拟机',
  ],
  [
    'VMs created between november 1 and 15',
    'VMs creadas entre el 1 y el 15 de noviembre',
    'VM créées entre le 1er et le 15 novembre',
    'VMs, die zwischen dem 1. und 15. November erstellt wurden',
    '11月1日から15日の間に作成されたVM',
    '11월 1일부터 15일 사이에 만들어진 VM',
    '11月1号到15号之间创建的虚拟机',
  ],
  [
    'oldest 3 VMs in prod-web',
    'las 3 más antiguas de prod-web',
    'les 3 plus anciennes de prod-web',
    'die 3 ältesten aus prod-web',
    'prod-webで古い方から3台',
    'prod-web에서 오래된 순으로 3대',
    'prod-web 里最老的3台',
  ],
  [
    'VMs locked against deletion',
    'VMs bloqueadas contra el borrado',
    'VM verrouillées contre la suppression',
    'gegen Löschen gesperrte VMs',
    '削除保護がかかっているVM',
    '삭제 보호가 걸린 VM',
    '开了删除保护的虚拟机',
  ],
  [
    'VMs not on worker-1 or worker-2',
    'VMs que no están ni en worker-1 ni en worker-2',
    'VM ni sur worker-1 ni sur worker-2',
    'VMs, die weder auf worker-1 noch auf worker-2 sind',
    'worker-1にもworker-2にもいないVM',
    'worker-1에도 worker-2에도 없는 VM',
    '既不在 worker-1 也不在 worker-2 上的虚拟机',
  ],
  [
    'VMs whose name contains web',
    'VMs cuyo nombre contiene web',
    'VM dont le nom contient web',
    'VMs, deren Name web enthält',
    '名前にwebを含むVM',
    '이름에 web이 들어가는 VM',
    '名字包含 web 的虚拟机',
  ],
  [
    'VMs that cannot be migrated',
    'VMs que no se pueden mover a otro nodo',
    'VM qui ne peuvent pas être déplacées vers un autre nœud',
    'VMs, die nicht auf einen anderen Knoten verschoben werden können',
    '他のノードに移動できないVM',
    '다른 노드로 옮길 수 없는 VM',
    '不能迁移到其他节点的虚拟机',
  ],
  [
    'count VMs by namespace',
    'cuántas VMs tiene cada proyecto',
    'combien de VM par projet',
    'wie viele VMs hat jedes Projekt',
    'プロジェクトごとのVM台数',
    '프로젝트별 VM 대수',
    '每个项目有多少台虚拟机',
  ],
];

/** What is ordered, or said of nothing, in each language. */
const NO_LIST: readonly (readonly [locale: string, sentence: string])[] = [
  ['es', 'copia de seguridad de todas las VMs'],
  ['es', 'activa la protección contra eliminación en prod-web'],
  ['es', 'VMs conectadas'],
  ['es', 'VMs desconectadas'],
  ['es', 'VMs que no responden'],
  ['es', 'VMs cuya última copia de seguridad falló'],
  ['fr', 'sauvegarde toutes les VM'],
  ['fr', 'cette VM'],
  ['fr', 'VM déconnectées'],
  ['de', 'sichere alle VMs'],
  ['de', 'VMs verbunden'],
  ['de', 'VMs getrennt'],
  ['ja', 'VMをバックアップして'],
  ['ja', '接続されているVM'],
  ['ja', '切断されているVM'],
  ['ja', '最後のバックアップが失敗したVM'],
  ['ko', '모든 VM을 백업해 줘'],
  ['ko', '연결된 VM'],
  ['ko', '응답하지 않는 VM'],
  ['ko', '마지막 백업이 실패한 VM'],
  ['zh', '备份所有虚拟机'],
  ['zh', '启用虚拟机'],
  ['zh', '没有响应的虚拟机'],
  ['zh', '开启删除保护'],
];

type Answers = ReturnType<Awaited<ReturnType<typeof asker>>>;

describe('the same request in every language', () => {
  const asked = new Map<string, (query: string) => Answers>();
  beforeAll(async () => {
    for (const locale of LANGUAGES) asked.set(locale, await asker(locale));
  });
  const readings = (sentences: readonly string[]): string[] =>
    sentences.map((sentence, index) => {
      const [own] = asked.get(LANGUAGES[index] ?? '')?.(sentence) ?? [];
      return own?.outcome === 'ok' ? own.readable : `${own?.outcome}: ${sentence}`;
    });

  it.each(REQUESTS.map((sentences) => [sentences[0], sentences] as const))(
    'means the same: %s',
    (_, sentences) => {
      const [english = '', ...others] = readings(sentences);
      expect(english).not.toBe('');
      expect(others).toEqual(others.map(() => english));
    },
  );

  it.each(NO_LIST)('no list in %s for: %s', (locale, sentence) => {
    for (const { outcome } of asked.get(locale)?.(sentence) ?? []) expect(outcome).not.toBe('ok');
  });
});
