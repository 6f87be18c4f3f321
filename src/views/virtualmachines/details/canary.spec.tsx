import { fireEvent, render, screen } from '@testing-library/react';
import { diagnose, diagnosisText, type Diagnosis } from '@cnv-ai/engine/diagnosis';
import { objectReader, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { diagnosisReport } from '@cnv-ai/engine/report';
import { plant, shows } from '../../../../development/scenarios/canary';
import { loadScenarios, type Scenario } from '../../../../development/scenarios/load';
import { NOW, worldOf } from '../../../../development/scenarios/world';
import { renderAt } from '../../../testing/render';
import { CheckList } from './CheckList';
import { ConditionList } from './ConditionList';
import { Findings } from './Findings';
import { Timeline } from './timeline/Timeline';

const scenarios = loadScenarios(NOW, `${__dirname}/../../../../development/scenarios`).map(
  (scenario) => ({ ...scenario, objects: scenario.objects.map(plant) }),
);

const diagnosed = ({ objects, request }: Scenario): Promise<Diagnosis> =>
  diagnose(objectReader(worldOf({ objects })), request, NOW);

const machineOf = ({ objects, request }: Scenario): KubeObject | undefined =>
  objects.find(
    ({ kind, metadata }) =>
      kind === 'VirtualMachine' && JSON.stringify(metadata).includes(`"name":"${request.vmName}"`),
  );

/** Programs repeat addresses with the login in them: here a page has most to hide. */
const tells = ({ objects }: Scenario): boolean => JSON.stringify(objects).includes('agent:canary');

/** One scenario of each cause: pages of one cause are made of the same parts. */
const onePerCause = (all: readonly Scenario[]): Scenario[] => [
  ...new Map(all.map((one) => [one.expect.rootCauses.join(' '), one])).values(),
];

const each = scenarios.map((scenario) => [scenario.id, scenario] as const);

/** Opens whatever can be opened, so that all there is stands on the page. */
const openAll = (): void => {
  for (const button of screen.queryAllByRole('button', { expanded: false })) {
    if (button.getAttribute('aria-haspopup') === null) fireEvent.click(button);
  }
};

describe('no secret is on the page', () => {
  it.each(onePerCause(scenarios.filter(tells)).map((scenario) => [scenario.id, scenario] as const))(
    '%s',
    async (_, scenario) => {
      const diagnosis = await diagnosed(scenario);
      const { unmount } = renderAt(
        <>
          <Findings diagnosis={diagnosis} />
          <Timeline entries={diagnosis.timeline} observedAt={diagnosis.observedAt} />
          <CheckList checks={diagnosis.checks} />
        </>,
      );
      openAll();
      expect(document.body.textContent).toContain(scenario.request.vmName);
      expect(shows(document.documentElement.outerHTML)).toBe(false);
      unmount();
    },
  );

  it.each(
    each.filter(([, scenario]) =>
      JSON.stringify(machineOf(scenario) ?? {}).includes('agent:canary'),
    ),
  )('among the conditions of %s, opened one by one', (_, scenario) => {
    const { unmount } = render(<ConditionList vm={machineOf(scenario)} />);
    for (const button of screen.getAllByRole('button')) fireEvent.click(button);
    expect(shows(document.documentElement.outerHTML)).toBe(false);
    unmount();
  });
});

describe('no secret is in what is saved or copied', () => {
  it.each(each)('%s', async (_, scenario) => {
    const diagnosis = await diagnosed(scenario);
    const all = [
      diagnosisReport(diagnosis, 'the spec'),
      JSON.stringify(diagnosis),
      diagnosisText(diagnosis),
    ];
    expect(all.map(shows)).toEqual([false, false, false]);
  });

  it('and there was one to be found in every scenario', () => {
    expect(scenarios.filter(({ objects }) => !shows(JSON.stringify(objects)))).toEqual([]);
  });
});
