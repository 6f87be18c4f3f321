import { japaneseGrammar } from './ja-grammar';
import { japaneseValues } from './ja-values';
import type { Lexicon } from './senses';

export const japanese: Lexicon = {
  language: 'ja',
  entries: [...japaneseValues, ...japaneseGrammar],
  ordinary: [],
  fields: {
    name: '名前|名称|vm名',
    namespace: '名前空間|ネームスペース|プロジェクト',
    status: '状態|ステータス',
    label: 'ラベル|タグ',
    node: 'ノード|ホスト',
    os: 'オペレーティングシステム|ゲストos',
    vcpu: 'コア|コア数|cpuコア|cpu数|vcpu数',
    memory: 'メモリ|メモリー|メモリサイズ|メモリ容量',
    ip: 'ipアドレス|アドレス|サブネット',
    guestAgent: 'ゲストエージェント|エージェント',
    runStrategy: '実行戦略',
    instancetype: 'インスタンスタイプ',
    preference: 'プリファレンス',
  },
};
