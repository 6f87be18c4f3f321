import { ERROR_GROUP } from '../statuses';
import { agent, calls, env, lateAnchor, os, status } from './makers';
import type { Lexicon, Sense } from './senses';

const isNot = (value: string | readonly string[]): Sense => ({
  is: 'value',
  field: 'status',
  op: 'not',
  value,
});

/** Japanese words for values, orders and what cannot be answered. */
export const japaneseValues: Lexicon['entries'] = [
  [
    '実行中|稼働中|稼動中|動作中|実行している|稼働している|動いている|動作している|電源オン|オン|起動済み|電源が入っている',
    status('Running', 'started'),
  ],
  [
    '実行していない|稼働していない|動いていない|動作していない|起動していない|実行されていない',
    isNot('Running'),
  ],
  [
    '停止中|停止している|停止した|停止済み|停止状態|停止されている|止まっている|止まった|電源オフ|オフ|シャットダウン済み|電源が切れている',
    status('Stopped'),
  ],
  ['停止', status('Stopped'), calls],
  ['一時停止', status('Paused'), calls],
  ['停止していない|止まっていない', isNot('Stopped')],
  ['一時停止中|一時停止している|一時停止した|サスペンド中|サスペンド', status('Paused')],
  ['開始中|起動処理中|ブート中', status('Starting')],
  ['停止処理中|シャットダウン中', status('Stopping')],
  ['プロビジョニング中|作成中|準備中', status('Provisioning')],
  ['終了中|削除中|終了処理中', status('Terminating')],
  ['移行中|マイグレーション中|ライブマイグレーション中', status('Migrating')],
  [
    'クラッシュループ|クラッシュループ中|再起動ループ|再起動を繰り返している',
    status('CrashLoopBackOff'),
  ],
  [
    'スケジュールできない|スケジュール不可|保留中|配置できない|スケジューリングできない',
    status('ErrorUnschedulable'),
  ],
  ['イメージ取得エラー|イメージを取得できない', status(['ErrImagePull', 'ImagePullBackOff'])],
  ['ボリューム待ち|ボリュームのバインド待ち|ストレージ待ち', status('WaitingForVolumeBinding')],
  ['不明|不明な|到達不能', status('Unknown')],
  [
    'エラー|エラーのある|エラーがある|エラーが出た|エラーが出ている|エラーになった|エラーになっている|エラー状態|失敗|失敗した|失敗している|起動に失敗した|起動に失敗|起動に失敗している|起動できない|起動できなかった|起動しない|起動しなかった|異常|異常な|異常のある|障害|障害のある|障害が発生した|障害が発生している|問題のある|問題がある|壊れた|壊れている|故障|故障した|故障している|クラッシュした',
    status(ERROR_GROUP),
  ],
  [
    '正常|正常な|エラーのない|エラーがない|エラーなし|問題のない|問題がない|健全な|失敗していない',
    isNot(ERROR_GROUP),
  ],
  ['ウィンドウズ', os('Windows')],
  ['リナックス', os('Linux')],
  ['ウブントゥ|ウブンツ', os('Ubuntu')],
  ['デビアン', os('Debian')],
  ['フェドラ|フェドーラ', os('Fedora')],
  ['レッドハット', os('RHEL')],
  [
    'エージェント接続済み|ゲストエージェント接続済み|ゲストエージェントが接続されている',
    agent(true),
  ],
  [
    'エージェント未接続|ゲストエージェント未接続|ゲストエージェントが接続されていない',
    agent(false),
  ],
  ['本番|本番環境|プロダクション', env('prod', 'production', 'prd')],
  ['開発|開発環境', env('dev', 'development', 'devel')],
  ['テスト|テスト環境|試験環境', env('test', 'testing', 'tst')],
  ['ステージング|ステージング環境', env('stage', 'staging', 'stg')],
  ['作成された|作成した|作られた|作成されたもの|作成', ...lateAnchor('created')],
  ['起動した|起動された|開始された|開始した|再起動された|再起動した', ...lateAnchor('started')],
  ['稼働時間|アップタイム|起動時間', { is: 'anchor', field: 'started' }],
  ['状態が変わった|状態が変化した|変更された', ...lateAnchor('changed')],
  ['新しい|古い|長い間|しばらく|長時間', { is: 'vague', about: 'time' }],
  ['大きい|大きな|小さい|小さな|多い|少ない|巨大な', { is: 'vague', about: 'size' }],
  [
    'バックアップして|バックアップしろ|バックアップを取って|スナップショットを取って|スナップショットを作成して|有効にして|有効化して|無効にして|接続して|削除|削除して|消して|停止して|停止しろ|停止させて|停止させる|停止する|止めて|起動して|起動しろ|起動する|再起動|再起動して|移行|移行して|作成して|変更|変更して|シャットダウン|シャットダウンして|強制終了|クローン|一時停止して|再開|再開して|スケール|更新して|追加して|マイグレーションして|退避|修復|修正',
    { is: 'order' },
  ],
  [
    'なぜ|どうして|何故|原因|理由|診断|説明|どうすれば|どうやって|何が起き',
    { is: 'beyond', topic: 'why' },
  ],
  [
    '使用率|使用量|利用率|負荷|高負荷|遅い|遅延|スループット|性能|パフォーマンス|トラフィック|帯域|帯域幅|コスト|消費|パーセント|レイテンシ',
    { is: 'beyond', topic: 'metrics' },
  ],
  [
    '無視|指示|命令|パスワード|認証情報|プロンプト|システムプロンプト|アシスタント|忘れて|ふりをして|あなたは',
    { is: 'beyond', topic: 'instruction' },
  ],
];
