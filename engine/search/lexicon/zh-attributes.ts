import { attributes, lateField, type FieldWords } from './attributes';
import type { Lexicon } from './senses';

/** Chinese words for what the objects beside the machine tell. */
export const chineseAttributes: Lexicon['entries'] = [
  ...attributes(
    {
      snapshotFailed:
        '快照{失败,失败的,失败了,失败了的,出错,出错的,创建失败,创建失败的}|失败的快照|失败快照|有失败快照',
      snapshotSucceeded: '成功的快照|快照成功的|有效的快照|有效快照',
      migrationFailed:
        '{热,实时,在线,}迁移{失败,失败的,失败过,失败过的,失败了的}|失败的{热,实时,在线,}迁移',
      migrated:
        '{热,实时,在线,}迁移{过,过的,成功,成功的}|已迁移|已迁移的|迁移了的|被迁移的|被迁移过的|换过节点的',
      migratable: '{可,可以,能,能够,支持}{热,实时,在线,}迁移{,的}',
      notMigratable:
        '{不能,不可,不可以,无法,不支持,不能够}{热,实时,在线,}迁移{,的,到其他节点,到别的节点,到其他节点的,到其他主机}',
      restartRequired: '{需要,待,等待,必须,需}{重启,重新启动}{,的}|重启待处理',
      deletionProtected:
        '{受,有,启用了,开启了,开了,开着,打开了,加了,做了,设了}删除保护{,的}|{启用,开启}删除保护的|防删除的|不能删除的|无法删除的',
      deletionUnprotected: '{没有,未启用,未开启,无,不受,关闭了}删除保护{,的}',
      cordoned:
        '维护中|{,处于}维护状态{,的}|维护中的|维护模式的|处于维护模式的|被隔离的|已隔离的|隔离的|隔离|被封锁的|已封锁的|封锁的|禁止调度的|不可调度的|被cordon的|cordoned',
      uncordoned: '可调度的',
      unready: '未就绪的|未就绪|没有就绪的|不就绪的|notready|notready的|故障的|宕机的|不可用的',
      ready: '就绪的|已就绪的|就绪|健康的',
      bridge: '桥接|网桥|桥接的|桥接模式',
      podNetwork: 'pod网络|pod 网络|默认网络|容器组网络',
      claimMissing: 'pvc{丢失,缺失,不存在,找不到}{,的}|缺少pvc的|找不到pvc的',
      importFailed: '数据卷{错误,出错,失败}{,的}|导入失败{,的}',
      backupFailed: '备份{失败,失败的,出错,出错的}|失败的备份',
      switchedOn: '开着的|打开的|开了的',
      switchedOff: '关着的|关闭的|已关闭|关了的|关掉的',
      inAll: '加起来',
      with: '有',
      size: '配置|规格|大小',
      same: '一样|相同的|相同|同一个|同一|同样的|一样的',
      there: '响应|响应的|已连接|已启用|已启用的|已安装|已安装的|已挂载|已配置',
      gone: '{已,}断开{,的,了,了的,连接的}|{掉线,断线,未连接,未响应,没响应,没反应,未安装,未启用,未开启,缺失,缺少,没装,没连上,连不上}{,的}|{都,也}{没有,没}{,的}',
      toNetwork: '连接到|接入|接到|连到|接在|连接在',
      weekend: '周末',
    },
    true,
  ),
  lateField('snapshot', '快照|{做,打,拍,创建}{过,了,过的}快照{,的}'),
  lateField('backup', '备份'),
  // "一个快照都没有"
  ['一{个,次,份}快照{都,也}{没有,没}{,的}', { is: 'value', field: 'snapshotCount', value: 0 }],
];

/** Chinese words for fields. */
export const chineseFields: FieldWords = {
  name: '名称|名字|名为|名叫|叫做',
  namespace: '命名空间|名称空间|项目',
  status: '状态',
  label: '标签',
  node: '节点|主机|宿主机|物理机',
  os: '操作系统|系统',
  vcpu: '核|核心|个核|核cpu|个cpu|个vcpu|个核心',
  memory: '内存|内存大小',
  ip: 'ip地址|地址|子网|网段',
  guestAgent: '客户机代理|来宾代理|客户代理|代理|虚拟机代理',
  runStrategy: '运行策略',
  instancetype: '实例类型|实例规格',
  preference: '首选项|偏好',
  snapshot: '快照|{做,打,拍,创建}{过,了,过的}快照{,的}',
  snapshotCount: '快照数|快照|个快照|快照数量',
  lastSnapshot: '最近一次快照|最后一次快照|最新快照|上次快照',
  migration: '迁移记录|迁移历史',
  migrationFrom: '迁移自|从节点迁移|源节点',
  disk: '磁盘|硬盘|卷',
  diskCount: '磁盘|硬盘|块磁盘|个磁盘|块硬盘|磁盘数|磁盘数量',
  diskSize: '磁盘总大小|总磁盘大小|磁盘总容量|磁盘总量|存储总量',
  storageClass: '存储类',
  accessMode: '访问模式',
  gpu: '显卡|图形卡',
  hostDevice: '主机设备|宿主机设备|直通设备',
  secureBoot: '安全启动|安全引导',
  dedicatedCpu: '专用cpu|独占cpu|cpu绑定|绑核',
  hugepages: '大页|大页内存|巨页',
  cdrom: '光驱|cd驱动器|光盘驱动器',
  network: '网络',
  mac: 'mac地址|物理地址',
  zone: '可用区|区域',
  warning: '警告|告警事件|警告事件|事件',
  description: '描述|备注',
  architecture: '架构|cpu架构',
  deletionProtection: '删除保护',
  template: '模板',
  bootSource: '启动源|引导源',
  nicCount: '网卡|网络接口|个网卡|块网卡|接口|网络适配器',
  backup: '备份',
  lastBackup: '最近一次备份|最后一次备份|上次备份',
  affinity: '亲和性规则|亲和性|反亲和性|亲和规则|反亲和性规则',
};
