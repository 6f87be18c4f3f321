import { screen } from '@testing-library/react';
import { say } from '@cnv-ai/engine/messages';
import { makeDiagnosis, makeRootCause } from '../testing/factories';
import { renderAt, violations } from '../testing/render';
import { inSpanish } from '../testing/spanish';
import { DiagnosisCard } from './DiagnosisCard';

describe('DiagnosisCard', () => {
  it('puts the verdict and the summary before the root causes', () => {
    renderAt(<DiagnosisCard diagnosis={makeDiagnosis()} source="sidecar" />);
    const summary = screen.getByTestId('ai-diagnosis-summary');
    expect(summary).toHaveTextContent('Problem found');
    expect(summary).toHaveTextContent('demo/db cannot start: no node matches.');
    const cause = screen.getByTestId('ai-diagnosis-root-cause');
    expect(summary.compareDocumentPosition(cause)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.getByTestId('ai-answer-source')).toHaveTextContent('Answered by cnv-diagnostic');
  });

  it.each([
    ['healthy', 'No problem found'],
    ['in_progress', 'In progress'],
    ['stopped', 'Stopped'],
    ['unknown', 'No conclusion'],
    ['not_found', 'VirtualMachine not found'],
    ['forbidden', 'Not permitted'],
    ['unavailable', 'No answer from the cluster'],
  ] as const)('names the verdict %s', (verdict, name) => {
    renderAt(<DiagnosisCard diagnosis={makeDiagnosis({ verdict, rootCauses: [] })} />);
    expect(screen.getByTestId('ai-diagnosis-summary')).toHaveTextContent(name);
    expect(screen.queryByTestId('ai-diagnosis-root-cause')).not.toBeInTheDocument();
  });

  it('warns, and does not alarm, when nothing is broken now', () => {
    const latent = makeRootCause({ severity: 'warning' });
    renderAt(<DiagnosisCard diagnosis={makeDiagnosis({ rootCauses: [latent] })} />);
    expect(screen.getByText('Warning:')).toBeInTheDocument();
  });

  it('says what could not be read', () => {
    const messageMessage = say('You may not read pods in {{namespace}}.', { namespace: 'demo' });
    renderAt(
      <DiagnosisCard
        diagnosis={makeDiagnosis({
          unchecked: [
            { resource: 'pods', reason: 'forbidden', message: '', messageMessage, couldHide: [] },
          ],
        })}
      />,
    );
    expect(screen.getByTestId('ai-unchecked')).toHaveTextContent('You may not read pods in demo.');
  });

  it('has no accessibility violation', async () => {
    renderAt(<DiagnosisCard diagnosis={makeDiagnosis()} source="browser" />);
    expect(await violations()).toHaveNoViolations();
  });

  describe('in another language', () => {
    inSpanish();

    it('tells the title of the cause in it as well', () => {
      const title = 'A network that the virtual machine uses does not exist';
      const summaryMessage = say('{{name}}: {{title}}.', { name: 'db', title });
      renderAt(<DiagnosisCard diagnosis={makeDiagnosis({ summaryMessage })} />);
      expect(screen.getByTestId('ai-diagnosis-summary')).toHaveTextContent(
        'db: No existe una red que utiliza la máquina virtual.',
      );
    });
  });
});
