import { lazy, Suspense, useMemo, useState } from 'react';
import {
  Card,
  CardBody,
  CardHeader,
  CardTitle,
  Skeleton,
  ToggleGroup,
  ToggleGroupItem,
} from '@patternfly/react-core';
import type { Graph } from '@cnv-ai/engine/diagnosis';
import { ObjectLink } from '../../../../components/ObjectLink';
import { usePluginTranslation } from '../../../../i18n';
import { DependencyList, StateIcon } from './DependencyList';
import { dependenciesOf, linesOf, type Dependency } from './model';
import { useStates } from './useStates';

const DependencyPicture = lazy(() => import('./DependencyPicture'));

type View = 'picture' | 'list';

const Chosen = ({ chosen }: { chosen: Dependency | undefined }) => {
  const { t } = usePluginTranslation();
  const states = useStates();
  return (
    <p aria-live="polite">
      {chosen === undefined ? (
        t('Select an object to see what it is.')
      ) : (
        <>
          <ObjectLink subject={chosen.ref} /> <StateIcon state={chosen.state} />{' '}
          {states[chosen.state]}
        </>
      )}
    </p>
  );
};

/** What the machine rests on and the state of each, as a picture or as a list. */
export const Dependencies = ({ graph }: { graph: Graph }) => {
  const { t } = usePluginTranslation();
  const [view, setView] = useState<View>('picture');
  const [selected, setSelected] = useState<string>();
  const [dependencies, lines] = useMemo(() => [dependenciesOf(graph), linesOf(graph)], [graph]);
  const views: readonly (readonly [View, string])[] = [
    ['picture', t('Picture')],
    ['list', t('List')],
  ];
  return (
    <Card component="section" isCompact>
      <CardHeader
        actions={{
          hasNoOffset: true,
          actions: (
            <ToggleGroup aria-label={t('How to show it')} isCompact>
              {views.map(([id, text]) => (
                <ToggleGroupItem
                  buttonId={`cnv-ai-graph-${id}`}
                  data-test={`ai-dependencies-${id}`}
                  isSelected={view === id}
                  key={id}
                  onChange={() => setView(id)}
                  text={text}
                />
              ))}
            </ToggleGroup>
          ),
        }}
      >
        <CardTitle component="h2">{t('What it depends on')}</CardTitle>
      </CardHeader>
      <CardBody>
        {view === 'list' ? (
          <DependencyList dependencies={dependencies} />
        ) : (
          <Suspense fallback={<Skeleton height="20rem" screenreaderText={t('Drawing')} />}>
            <DependencyPicture dependencies={dependencies} lines={lines} onSelect={setSelected} />
            <Chosen chosen={dependencies.find(({ id }) => id === selected)} />
          </Suspense>
        )}
      </CardBody>
    </Card>
  );
};
