import { useState } from 'react';
import { useParams } from 'react-router';
import {
  Button,
  Flex,
  FlexItem,
  Progress,
  Skeleton,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { SyncAltIcon } from '@patternfly/react-icons';
import { DocumentTitle, ListPageBody, ListPageHeader } from '@openshift-console/dynamic-plugin-sdk';
import { say } from '@cnv-ai/engine/messages';
import { useFleet, type AskedFleet } from '../../../answers/useFleet';
import { FailedAlert } from '../../../components/FailedAlert';
import { SourceLabel } from '../../../components/SourceLabel';
import { usePluginTranslation } from '../../../i18n';
import { FleetFindings } from './FleetFindings';

const Waiting = ({ progress }: Pick<AskedFleet, 'progress'>) => {
  const { t } = usePluginTranslation();
  const title = t('Diagnosing the virtual machines that are not plainly well');
  return progress === undefined ? (
    <Skeleton height="6rem" screenreaderText={title} />
  ) : (
    <Progress
      label={t('{{done}} of {{all}}', progress)}
      max={Math.max(progress.all, 1)}
      title={title}
      value={progress.done}
    />
  );
};

/** One page of the fleet, and the one after it below when it is asked for. */
const FleetPart = ({ namespace, cursor }: { namespace?: string; cursor?: string }) => {
  const { t } = usePluginTranslation();
  const [next, setNext] = useState<string>();
  const { status, result, source, error, progress, refresh } = useFleet({
    ...(namespace === undefined ? {} : { namespaces: [namespace] }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  return (
    <Stack hasGutter>
      <StackItem>
        <Flex alignItems={{ default: 'alignItemsCenter' }}>
          <FlexItem>
            <Button
              data-test="ai-fleet-refresh"
              icon={<SyncAltIcon />}
              isLoading={status === 'loading'}
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
      {status === 'failed' ? (
        <StackItem>
          <FailedAlert
            error={error ?? say('The diagnosis ended without a reason. Try again.')}
            onRetry={refresh}
            title={t('The diagnosis could not be made')}
          />
        </StackItem>
      ) : null}
      <StackItem>
        {result === undefined && status === 'loading' ? <Waiting progress={progress} /> : null}
        {result === undefined ? null : <FleetFindings fleet={result} />}
      </StackItem>
      {result?.nextCursor === undefined ? null : (
        <StackItem>
          {next === result.nextCursor ? (
            <FleetPart cursor={next} namespace={namespace} />
          ) : (
            <Button
              data-test="ai-fleet-more"
              onClick={() => setNext(result.nextCursor)}
              variant="secondary"
            >
              {t('Look at {{count}} more virtual machines', { count: result.remaining })}
            </Button>
          )}
        </StackItem>
      )}
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
        <FleetPart key={ns} namespace={ns} />
      </ListPageBody>
    </>
  );
};
