import {
  Button,
  Flex,
  FlexItem,
  PageSection,
  Skeleton,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { SyncAltIcon } from '@patternfly/react-icons';
import { nameOf, namespaceOf } from '@cnv-ai/engine/kubernetes';
import { say } from '@cnv-ai/engine/messages';
import { useDiagnosis } from '../../../answers/useDiagnosis';
import { AIEnhancedErrorAlert } from '../../../components/AIEnhancedErrorAlert';
import { InlineAlert } from '../../../components/InlineAlert';
import { OtherCluster } from '../../../components/other-cluster';
import { SourceLabel } from '../../../components/SourceLabel';
import { diagnosedIn } from '../../../fixes/diagnosed';
import { useMessage, usePluginTranslation } from '../../../i18n';
import { Background } from './Background';
import { clusterOf } from './cluster';
import { ConditionList } from './ConditionList';
import { Findings } from './Findings';
import { ReportMenu } from './ReportMenu';
import { SinceLastLook } from './SinceLastLook';
import { useLooks } from './useLooks';

export type DiagnosisTabProps = {
  /** The VirtualMachine of the details page; absent while it is being read. */
  readonly obj?: unknown;
};

/** The tab "AI diagnosis" of a VirtualMachine. */
export const DiagnosisTab = ({ obj }: DiagnosisTabProps) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const vmName = nameOf(obj);
  const cluster = clusterOf(obj);
  const { status, result, source, error, refresh } = useDiagnosis(
    vmName === '' ? undefined : { namespace: namespaceOf(obj) ?? '', vmName },
    cluster,
  );
  const { changes, outdated } = useLooks(result, obj);
  const loading = status === 'loading';
  // What stands below the findings comes with them: it would move away from whoever clicks on it.
  const awaited = result === undefined && loading;
  return (
    <OtherCluster.Provider value={cluster}>
      <PageSection>
        <Stack hasGutter>
          <StackItem>
            <Flex alignItems={{ default: 'alignItemsCenter' }}>
              <FlexItem>
                <Button
                  data-test="get-ai-diagnosis"
                  icon={loading ? undefined : <SyncAltIcon />}
                  isDisabled={status === 'idle'}
                  isLoading={loading}
                  onClick={refresh}
                  spinnerAriaLabel={t('Diagnosing')}
                  variant="secondary"
                >
                  {result === undefined ? t('Get AI Diagnosis') : t('Refresh')}
                </Button>
              </FlexItem>
              {source === undefined ? null : (
                <FlexItem>
                  <SourceLabel source={source} />
                </FlexItem>
              )}
              {result === undefined ? null : (
                <FlexItem align={{ default: 'alignRight' }}>
                  <ReportMenu diagnosis={result} />
                </FlexItem>
              )}
            </Flex>
          </StackItem>
          {outdated && !loading ? (
            <StackItem aria-live="polite">
              <InlineAlert
                data-test="ai-diagnosis-outdated"
                isPlain
                title={t('The VirtualMachine has changed since. Refresh to look again.')}
                variant="info"
              />
            </StackItem>
          ) : null}
          {changes === undefined || loading ? null : (
            <StackItem aria-live="polite">
              <SinceLastLook changes={changes} />
            </StackItem>
          )}
          {status === 'failed' ? (
            <StackItem>
              <AIEnhancedErrorAlert
                error={message(error ?? say('The diagnosis ended without a reason. Try again.'))}
                onRetry={refresh}
                title={t('The diagnosis could not be made')}
              />
            </StackItem>
          ) : null}
          {awaited ? (
            <StackItem>
              <Skeleton
                height="6rem"
                screenreaderText={t('Reading the VirtualMachine and what it depends on')}
              />
            </StackItem>
          ) : null}
          {result === undefined ? null : (
            <StackItem>
              <Findings diagnosed={diagnosedIn(result, refresh, cluster)} diagnosis={result} />
            </StackItem>
          )}
          {awaited ? null : (
            <StackItem>
              <ConditionList cluster={cluster} vm={obj} />
            </StackItem>
          )}
          {result === undefined ? null : (
            <StackItem>
              <Background diagnosis={result} />
            </StackItem>
          )}
        </Stack>
      </PageSection>
    </OtherCluster.Provider>
  );
};
