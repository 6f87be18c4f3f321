import type { DiagnosisRequest } from './types';

/** An operation the caller asks about; what blocks it counts only when it is asked for. */
export type Topic =
  | 'migration'
  | 'drain'
  | 'snapshot'
  | 'restore'
  | 'clone'
  | 'export'
  | 'guest-agent'
  | 'console'
  | 'network'
  | 'update'
  | 'old-pods';

/**
 * Beginnings of words in English, Spanish, French, German, Japanese, Korean and Chinese, lower case
 * and without accents, as `plain` leaves them.
 */
const WORDS: Readonly<Record<Topic, readonly string[]>> = {
  migration: [
    ...['migra', 'migre', 'migri', 'vmotion', 'vmim', ' move to another', ' move it', ' move this'],
    ...['move off', 'moved to another', 'move between', 'other node', 'another node', 'other host'],
    ...['another host', 'otro nodo', 'autre noeud', 'autre nœud', 'anderen knoten', 'verschieb'],
    ...['移行', 'マイグレ', '別のノード', '마이그레이션', '다른 노드', '迁移', '遷移', '其他节点'],
    ...[
      'に移し',
      'へ移し',
      'に移動',
      'へ移動',
      '옮기',
      '옮길',
      '옮겨',
      '移到',
      '挪到',
      '搬到',
      '迁到',
    ],
  ],
  drain: [
    ...['drain', 'evict', 'evacu', 'maintenance', 'cordon', 'leave the node', 'leave its node'],
    ...['drena', 'desaloj', 'mantenimiento', 'evicc', 'vider le n', 'expuls', 'wartung', 'evaku'],
    ...['leeren', 'verdrang', 'ドレイン', 'メンテナンス', '退避', '立ち退き', '드레인'],
    ...[
      '유지 보수',
      '유지보수',
      '유지 관리',
      '축출',
      '퇴거',
      '驱逐',
      '维护',
      '排空',
      '腾空',
      '疏散',
    ],
  ],
  snapshot: [
    ...['snapshot', 'instantanea', 'instantane', 'cliche', 'schnappschuss', 'momentaufnahme'],
    ...['スナップショット', '스냅샷', '快照'],
  ],
  restore: [
    ...['restor', 'restaur', 'roll back', 'rollback', 'rolled back', 'revert', 'wiederherstell'],
    ...['zuruckspiel', '復元', 'リストア', '복원', '还原', '恢复', '回滚'],
  ],
  clone: [
    ...['clone', 'cloning', 'clona', 'klon', 'duplicate', 'duplica', 'duplizier', 'クローン'],
    ...['複製', '복제', '클론', '克隆'],
  ],
  export: ['export', 'エクスポート', '내보내', '导出'],
  'guest-agent': [
    ...['guest agent', 'guest-agent', 'guestagent', 'agentconnected', 'agentversion', 'qemu-ga'],
    ...['qemu agent', 'qemu guest', 'guestosinfo', 'guest os info', 'guest details', 'guest info'],
    ...['agente invitado', 'agente de invitado', 'agente huesped', 'agent invite'],
    ...['gast-agent', 'gastagent', 'gast agent', 'ゲストエージェント', 'エージェント'],
    ...['게스트 에이전트', '에이전트', '来宾代理', '客户机代理', '客户代理', '访客代理'],
  ],
  console: ['console', 'konsole', 'consola', 'vnc', 'serial', 'コンソール', '콘솔', '控制台'],
  network: [
    ...['network', ' ip', ' nic ', 'interface', 'red de', 'reseau', 'netzwerk', 'ネットワーク'],
    ...['네트워크', '网络'],
  ],
  update: [
    ...['outdated', 'launcher image', 'launcherimage', 'workload update', 'old launcher'],
    ...['older launcher', 'obsolet', 'veraltet', 'desactualiz', '古い', '오래된', '过时', '旧版'],
  ],
  'old-pods': [
    ...['old pod', 'completed pod', 'failed pod', 'finished pod', 'leftover', 'left-over'],
    ...['left over', 'stale pod', 'pods stuck', 'podsstuckfailed', 'extra pod', 'several pods'],
    ...['pods antiguos', 'pods viejos', 'anciens pods', 'alte pods', '古いpod', '残ったpod'],
    ...['오래된 파드', '旧的pod', '残留'],
  ],
};

/** A word for moving and the place: "get this one over to worker-6", as `plain` leaves it. */
const MOVES = [
  /\b(?:get|bring|take|put|send|shift) (?:it|this|that|them|these|those|the (?:vm|guest|machine))\b[^.?!]{0,20}\b(?:to|onto|off|away|out)\b[^.?!]{0,20}\b(?:node|host|worker|hypervisor)/,
  /\b(?:mov(?:e|ed|es|ing)|relocat\w+)\b[^.?!]{0,40}\b(?:node|host|worker|hypervisor)/,
  /\b(?:mover|mueve|pasar|llevar|traslad\w+|deplac\w+|passer|amener|umzieh\w*|verleg\w+|bringen?)\b[^.?!]{0,40}\b(?:nodo|n(?:oe|œ)ud|host|worker)/,
  /\b(?:knoten|host|worker)\b[^.?!]{0,40}\b(?:umzieh\w*|verleg\w+|bringen|schieben|bewegen)/,
];

const TOPICS = Object.keys(WORDS).filter((topic): topic is Topic => Object.hasOwn(WORDS, topic));

/** Lower case, without accents, full-width letters narrowed. Hangul stays composed. */
const plain = (text: string): string =>
  text
    .slice(0, 4096)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();

/** Written as `plain` leaves a request, whose Japanese marks stay and whose accents go. */
const PLAIN_WORDS = TOPICS.map((topic) => [topic, WORDS[topic].map(plain)] as const);

/** The request is read for a handful of words only; nothing in it can change a finding's content. */
export const topicsOf = (request: DiagnosisRequest): ReadonlySet<Topic> => {
  const { condition, error, question } = request;
  const asked = ['', question, error, condition?.type, condition?.reason, condition?.message]
    .map((text) => plain(text ?? ''))
    .join(' ');
  const named = PLAIN_WORDS.filter(([, words]) => words.some((word) => asked.includes(word)));
  return new Set([
    ...named.map(([topic]) => topic),
    ...(MOVES.some((pattern) => pattern.test(asked)) ? (['migration'] as const) : []),
  ]);
};
