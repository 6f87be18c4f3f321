import { attributes, lateField, type FieldWords } from './attributes';
import type { Lexicon } from './senses';

/** Japanese words for what the objects beside the machine tell. */
export const japaneseAttributes: Lexicon['entries'] = [
  ...attributes(
    {
      snapshotFailed:
        '失敗した{スナップショット,スナップショットのある}|スナップショット{が,に,の}失敗{した,している,があった,がある,,したことがある}|スナップショット失敗|スナップショットエラー|スナップショットがエラーの',
      snapshotSucceeded:
        '成功したスナップショット|スナップショット{が,に}成功した|有効なスナップショット',
      migrationFailed:
        '失敗した{移行,マイグレーション,ライブマイグレーション}|{移行,マイグレーション,ライブマイグレーション}{が,に,の}失敗{した,している,,があった}|{移行,マイグレーション,ライブマイグレーション}失敗',
      migrated:
        '{移行,マイグレーション,ライブマイグレーション}{された,した,済み,済みの,が成功した}|別のノードに移動した|ノードを移動した',
      migratable:
        '{ライブマイグレーション,マイグレーション,ライブ移行,移行}{可能,可能な,できる,が可能な}',
      notMigratable:
        '{ライブマイグレーション,マイグレーション,ライブ移行,移行}{できない,不可,不可の,不可能,不可能な,が不可能な,可能でない,可能ではない,をできない}',
      restartRequired:
        '再起動{が必要な,が必要,が必要である,の必要な,の必要がある,必要,待ち,待ちの,を必要とする,を要する,保留中}',
      deletionProtected:
        '削除保護{された,されている,がある,が有効な,が有効,の有効な,付き,付きの,あり}|削除から保護された|削除できない',
      deletionUnprotected:
        '削除保護{されていない,がない,が無効な,が無効,のない,なし,なしの}|保護されていない',
      cordoned:
        'メンテナンス中の|メンテナンスモードの|コードンされた|cordonされた|cordoned|スケジュール不可の|スケジュール対象外の|スケジューリングが無効な|隔離された',
      uncordoned: 'スケジュール可能な',
      unready:
        '準備ができていない|準備できていない|準備未完了の|準備のできていない|readyでない|readyではない|notreadyの|notready|応答のない|停止した|ダウンした',
      ready: '準備ができている|準備完了の|正常な',
      bridge: 'ブリッジ|ブリッジ接続|ブリッジ接続の',
      podNetwork: 'podネットワーク|ポッドネットワーク|デフォルトネットワーク',
      claimMissing: 'pvcが{見つからない,ない,存在しない}',
      importFailed: 'データボリューム{エラー,のエラー}|インポートに失敗した|インポート失敗',
      backupFailed:
        '失敗したバックアップ|バックアップ{が,に,の}失敗{した,している,があった,}|バックアップ失敗',
      same: 'と同じ|と同一の|と共通の',
      there:
        '有効な|有効|が有効な|が有効|が有効になっている|接続されている|インストールされている|設定されている|マウントされている',
      toNetwork: 'に接続された|に接続されている|に接続している|につながっている|に繋がっている',
      weekend: '週末',
    },
    true,
  ),
  lateField('snapshot', 'スナップショット'),
];

/** Japanese words for fields. */
export const japaneseFields: FieldWords = {
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
  snapshot: 'スナップショット',
  snapshotCount: 'スナップショット数|スナップショット',
  lastSnapshot: '最新のスナップショット|最後のスナップショット|直近のスナップショット',
  migration: 'マイグレーション履歴|移行履歴',
  migrationFrom: '移行元|移行元ノード',
  disk: 'ディスク|ボリューム',
  diskCount: 'ディスク数|ディスク|ボリューム数',
  diskSize: '合計ディスクサイズ|ディスク合計|ディスクの合計|ディスク容量|ストレージ容量',
  storageClass: 'ストレージクラス',
  accessMode: 'アクセスモード',
  gpu: 'グラフィックカード|グラフィックスカード',
  hostDevice: 'ホストデバイス|パススルーデバイス',
  secureBoot: 'セキュアブート',
  dedicatedCpu: '専用cpu|cpuピンニング|専有cpu',
  hugepages: 'ヒュージページ|hugepages',
  cdrom: 'cdドライブ|dvdドライブ|cd-romドライブ',
  network: 'ネットワーク',
  mac: 'macアドレス',
  zone: 'ゾーン|アベイラビリティゾーン',
  warning: '警告|警告イベント|イベント',
  description: '説明文|説明欄',
  architecture: 'アーキテクチャ|アーキテクチャー',
  deletionProtection: '削除保護',
  template: 'テンプレート',
  bootSource: 'ブートソース|起動ソース',
  nicCount:
    'ネットワークインターフェース|インターフェース|nic|nic数|ネットワークアダプター|ネットワークカード',
  backup: 'バックアップ',
  lastBackup: '最後のバックアップ|最新のバックアップ|前回のバックアップ',
  affinity: 'アフィニティルール|アフィニティ|アンチアフィニティ',
};
