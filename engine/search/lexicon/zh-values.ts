import { ERROR_GROUP } from '../statuses';
import { agent, env, status, strategy } from './makers';
import { calls, headOrder, lateAnchor } from './own-makers';
import type { Lexicon } from './senses';

/** Chinese words for values, orders and what cannot be answered. */
export const chineseValues: Lexicon['entries'] = [
  ['{应该,应当,本应,本该}{,在,正在}{运行,开机}{,的}', strategy('Always')],
  [
    '{正在,在,}运行{,的}|运行中{,的}|{运行,开机}状态|{已,}开机|开着{,的}|在线|{跑着,在跑,跑}{,的}|活着的',
    status('Running', 'started'),
  ],
  [
    '已停止|停止的|停止了的|停止了|停止状态|已关机|已关机的|关机的|关机|关闭的|已关闭|停机|停机的|停掉的|关掉{的,了的}|离线|已停机|关着的|关着|停着的|停着|{没,没有,未}开机{,的}|关停{,的}|关了的|停用{,的}|停电的',
    status('Stopped'),
  ],
  ['停止|停|关', status('Stopped'), calls],
  ['已暂停|已暂停的|暂停的|挂起的|已挂起|暂停状态|冻结的', status('Paused')],
  ['暂停|挂起', status('Paused'), calls],
  ['正在启动|正在启动的|启动中|启动中的|卡在启动{状态,阶段,中,}{,的}', status('Starting')],
  ['正在停止|正在停止的|停止中|正在关机|关机中', status('Stopping')],
  [
    '正在置备|置备中|置备状态的|{卡在,停在}{置备,创建}{状态,阶段,中,}{,的}|正在创建|正在创建的|创建中',
    status('Provisioning'),
  ],
  [
    '正在删除|正在删除的|删除中|正在终止|终止中|卡在{删除,终止}{状态,阶段,中,}{,的}|删不掉{,的}',
    status('Terminating'),
  ],
  ['正在迁移|正在迁移的|迁移中|迁移中的', status('Migrating')],
  [
    '崩溃循环|反复重启|反复重启的|不断重启|不断重启的|循环崩溃|{一直,老是,总是,不停,频繁,反复}{在,地,}{重启,崩溃}{,的}',
    status('CrashLoopBackOff'),
  ],
  [
    '{因,因为,由于,}{资源不足,资源不够}{,而,导致}{无法调度,调度失败,起不来,启动不了,}{,的}|无法调度|无法调度的|不可调度|等待调度|调度失败|调度失败的',
    status('ErrorUnschedulable'),
  ],
  [
    '镜像{拉不下来,拉取不了,拉取不到,下载失败,拉不到}{,的}|镜像拉取失败|拉取镜像失败|镜像错误|无法拉取镜像',
    status(['ErrImagePull', 'ImagePullBackOff']),
  ],
  ['等待卷绑定|等待卷|等待存储', status('WaitingForVolumeBinding')],
  ['未知|未知的|失联|失联的|不可达|未知状态', status('Unknown')],
  [
    '{,有,发生}{错误,故障,异常}{,的}|{,有}问题|{有,出}问题的|{出错,报错,崩溃,启动失败,失败,失败了,挂了,挂掉,起不来,启动不了}{,的}|{无法,不能,未能,没能}启动{,的}|坏的|坏了的|出现故障|错误状态|出故障的|宕机|宕机了|宕掉的|出毛病的|{坏掉,死掉,崩掉,崩了,死机}{,的,了的}|不正常|不正常的',
    status(ERROR_GROUP),
  ],
  [
    '正常|正常的|健康|健康的|没有错误|没有错误的|无错误|没有问题|没有问题的|没有故障|无故障|没出错|没有出错',
    { is: 'value', field: 'status', op: 'not', value: ERROR_GROUP },
  ],
  ['代理已连接|客户机代理已连接|已连接代理', agent(true)],
  ['代理未连接|客户机代理未连接|未连接代理', agent(false)],
  ['生产|生产环境', env('prod', 'production', 'prd')],
  ['开发|开发环境', env('dev', 'development', 'devel')],
  ['测试|测试环境', env('test', 'testing', 'tst')],
  ['预发布|预发|预生产', env('preprod', 'pre-prod', 'preproduction', 'staging')],
  ['创建的|创建|新建的|新建|建立的|被创建的|创建了的|创建时间|创建于', ...lateAnchor('created')],
  [
    '启动的|启动于|启动了的|启动过的|重启的|重启过的|重启过|开机于|启动时间',
    ...lateAnchor('started'),
  ],
  ['运行时间|运行时长|开机时间|在线时间', { is: 'anchor', field: 'started' }],
  ['状态变化|状态改变|状态变更|改变状态的', ...lateAnchor('changed')],
  ['新的|旧的|很久|长时间|老的|近期', { is: 'vague', about: 'time' }],
  ['大的|小的|很大的|很小的|巨大的|较大的|很多|很少', { is: 'vague', about: 'size' }],
  ['备份|快照', calls],
  ['启用删除保护|开启删除保护|关闭删除保护', headOrder],
  ['启动|打开', calls, ...lateAnchor('started')],
  [
    '删除|删掉|移除|重启|重新启动|关掉|迁移|克隆|修改|更改|更新|扩容|缩容|恢复|销毁|杀死|终止|清空|驱逐|添加|增加|修复|强制关机|创建一个|创建一台|帮我创建|帮我关闭|移动',
    { is: 'order' },
  ],
  ['为什么|为何|原因|什么原因|怎么|怎么回事|解释|诊断|如何|怎样', { is: 'beyond', topic: 'why' }],
  [
    '使用率|利用率|负载|使用量|慢|很慢|延迟|吞吐|吞吐量|性能|流量|带宽|成本|消耗|占用|占用率|百分之|过载|空闲',
    { is: 'beyond', topic: 'metrics' },
  ],
  [
    '忽略|指令|指示|密码|凭据|凭证|提示词|系统提示|助手|你是|忘记|假装|扮演|命令',
    { is: 'beyond', topic: 'instruction' },
  ],
];
