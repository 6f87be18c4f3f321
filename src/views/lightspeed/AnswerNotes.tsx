import { InlineAlert } from '../../components/InlineAlert';
import { useMessage, usePluginTranslation } from '../../i18n';
import type { AnswerState } from './answer-state';
import { problemMessage } from './problems';

/** What the user should know about how the answer ended. */
export const AnswerNotes = ({ state }: { readonly state: AnswerState }) => {
  const { t } = usePluginTranslation();
  const message = useMessage();
  const { status, problem, tools, truncated, text } = state;
  const refused = tools.filter((tool) => tool.status === 'refused').map(({ name }) => name);
  return (
    <>
      {problem === undefined ? null : (
        <InlineAlert
          data-problem={problem.kind}
          data-test="ai-answer-problem"
          component="p"
          isPlain
          title={message(problemMessage(problem))}
          variant={problem.kind === 'failed' ? 'danger' : 'warning'}
        >
          {'detail' in problem && problem.detail !== '' ? problem.detail : null}
        </InlineAlert>
      )}
      {refused.length === 0 ? null : (
        <InlineAlert
          data-test="ai-answer-refused"
          component="p"
          isPlain
          title={t(
            'The model wanted to run {{tools}}, which may change something. It was refused.',
            {
              tools: refused.join(', '),
            },
          )}
          variant="info"
        />
      )}
      {status === 'stopped' ? (
        <InlineAlert component="p" isPlain title={t('Stopped.')} variant="info" />
      ) : null}
      {status === 'done' && text === '' ? (
        <InlineAlert
          component="p"
          isPlain
          title={t('Lightspeed gave an empty answer.')}
          variant="warning"
        />
      ) : null}
      {truncated ? (
        <InlineAlert
          component="p"
          isPlain
          title={t('The conversation was too long, so part of it was left out.')}
          variant="info"
        />
      ) : null}
    </>
  );
};
