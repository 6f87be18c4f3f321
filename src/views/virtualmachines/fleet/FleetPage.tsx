import { useParams } from 'react-router';
import { Button, Flex, FlexItem, Stack, StackItem } from '@patternfly/react-core';
import { SyncAltIcon } from '@patternfly/react-icons';
import { DocumentTitle, ListPageBody, ListPageHeader } from '@openshift-console/dynamic-plugin-sdk';
import { say } from '@cnv-ai/engine/messages';
import { useFleet } from '../../../answers/useFleet';
import { AIEnhancedErrorAlert } from '../../../components/AIEnhancedErrorAlert';
import { SourceLabel } from '../../../components/SourceLabel';
import { useMessage, usePluginTranslation } from '../../../i18n';
import { FleetFindings } from './FleetFindings';
import { FleetProgress } from './FleetProgress';

const FleetAnswer = ({ namespace }: { namespace?: string }) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const { status, result, source, error, progress, refresh, stop, goOn } = useFleet(
    namespace === undefined ? {} : { namespaces: [namespace] },
  );
  const isLoading = status === 'loading';
  const hasMore = result?.nextCursor !== undefined;
  return (
    <Stack hasGutter>
      <StackItem>
        <Flex alignItems={{ default: 'alignItemsCenter' }}>
          <FlexItem>
            <Button
              data-test="ai-fleet-refresh"
              icon={isLoading ? undefined : <SyncAltIcon />}
              isLoading={isLoading}
              onClick={refresh}
              spinnerAriaLabel={t('Diagnosing')}
              variant="secondary"
            >
              {t('Refresh')}
            </Button>
          </FlexItem>
          {source === undefined ? null : (
            <FlexItem>
              <SourceLabel source={source} />
            </FlexItem>
          )}
        </Flex>
      </StackItem>
      {isLoading ? (
        <StackItem>
          <FleetProgress progress={progress} stop={stop} />
        </StackItem>
      ) : null}
      {status === 'failed' ? (
        <StackItem>
          <AIEnhancedErrorAlert
            error={message(error ?? say('The diagnosis ended without a reason. Try again.'))}
            onRetry={hasMore ? goOn : refresh}
            title={t('The diagnosis could not be made')}
          />
        </StackItem>
      ) : null}
      {result === undefined ? null : (
        <StackItem>
          <FleetFindings fleet={result} />
        </StackItem>
      )}
      {hasMore && !isLoading ? (
        <StackItem>
          <Button data-test="ai-fleet-more" onClick={goOn} variant="secondary">
            {t('Look at {{count}} more virtual machines', { count: result.undiagnosed })}
          </Button>
        </StackItem>
      ) : null}
    </Stack>
  );
};

/** Failing machines as few problems, by what is behind them. */
export const FleetPage = () => {
  const { t } = usePluginTranslation();
  const { ns } = useParams();
  const title = t('Virtual machine problems');
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <ListPageHeader title={title} />
      <ListPageBody>
        <FleetAnswer key={ns} namespace={ns} />
      </ListPageBody>
    </>
  );
};
