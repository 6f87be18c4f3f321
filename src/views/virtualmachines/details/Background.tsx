import { Card, CardBody, Stack, StackItem } from '@patternfly/react-core';
import type { Diagnosis } from '@cnv-ai/engine/diagnosis';
import { CheckList } from './CheckList';
import { Dependencies } from './graph/Dependencies';
import { Timeline } from './timeline/Timeline';

/** What stands behind a diagnosis: what the machine rests on, what happened, what was looked at. */
export const Background = ({ diagnosis }: { diagnosis: Diagnosis }) => {
  const { checks, timeline, graph, observedAt } = diagnosis;
  return (
    <Stack hasGutter>
      {graph.nodes.length === 0 ? null : (
        <StackItem>
          <Dependencies graph={graph} />
        </StackItem>
      )}
      {timeline.length === 0 ? null : (
        <StackItem>
          <Timeline entries={timeline} observedAt={observedAt} />
        </StackItem>
      )}
      {checks.length === 0 ? null : (
        <StackItem>
          <Card isCompact>
            <CardBody>
              <CheckList checks={checks} />
            </CardBody>
          </Card>
        </StackItem>
      )}
    </Stack>
  );
};
