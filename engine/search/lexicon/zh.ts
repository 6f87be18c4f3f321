import type { Lexicon } from './senses';
import { chineseGrammar } from './zh-grammar';
import { chineseValues } from './zh-values';

export const chinese: Lexicon = {
  language: 'zh',
  entries: [...chineseValues, ...chineseGrammar],
  ordinary: [],
  fields: {
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
  },
};
