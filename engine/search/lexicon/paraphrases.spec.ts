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
];

/** What is ordered, or said of nothing, in each language. */
const NO_LIST: readonly (readonly [locale: string, sentence: string])[] = [
  ['es', 'copia de seguridad de todas las VMs'],
  ['es', 'activa la protección contra eliminación en prod-web'],
  ['es', 'VMs conectadas'],
  ['fr', 'sauvegarde toutes les VM'],
  ['fr', 'cette VM'],
  ['de', 'sichere alle VMs'],
  ['de', 'VMs verbunden'],
  ['ja', 'VMをバックアップして'],
  ['ja', '接続されているVM'],
  ['ko', '모든 VM을 백업해 줘'],
  ['ko', '연결된 VM'],
  ['zh', '备份所有虚拟机'],
  ['zh', '启用虚拟机'],
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
